-- Every statement that the package's queries send, written by tests/generated-sql.test.ts.

-- listPublicPools
select "pool"."id", "pool"."slug", "pool"."kind", count(*)::int
from "pool"
inner join "unit" on ("unit"."tenant_id" = "pool"."tenant_id" and "unit"."pool_id" = "pool"."id")
where ("pool"."tenant_id" = $1 and "unit"."tenant_id" = $2 and "pool"."kind" in ($3, $4) and "pool"."retired_at" is null and "unit"."retired_at" is null) group by "pool"."id", "pool"."slug", "pool"."kind"
order by "pool"."slug";

-- findFirstDayOfUse
select min("booking"."day")
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "pool"."kind" in ($3, $4));

-- findLastUsageDay
select max("day")
from "usage_day"
where "usage_day"."tenant_id" = $1;

-- listTakenPeriods
select "pool"."kind", "booking_unit"."starts_at", "booking_unit"."ends_at", count(*)::int
from "booking_unit"
inner join "pool" on ("pool"."tenant_id" = "booking_unit"."tenant_id" and "pool"."id" = "booking_unit"."pool_id")
where ("booking_unit"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "pool"."kind" in ($3, $4) and "booking_unit"."starts_at" >= $5 and "booking_unit"."starts_at" < $6 and "booking_unit"."status" in ($7, $8, $9, $10)) group by "pool"."kind", "booking_unit"."starts_at", "booking_unit"."ends_at";

-- listDaysOfUse
select "booking"."day", "pool"."kind", count(*)::int, (count(*) filter (where "booking"."status" in ('checked-in', 'completed')))::int
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "pool"."kind" in ($3, $4) and "booking"."day" >= $5 and "booking"."day" <= $6 and "booking"."status" in ($7, $8, $9, $10, $11)) group by "booking"."day", "pool"."kind";

-- replaceUsage
delete from "usage_day"
where ("usage_day"."tenant_id" = $1 and "usage_day"."day" >= $2);
delete from "usage_hour"
where ("usage_hour"."tenant_id" = $1 and "usage_hour"."day" >= $2);
insert into "usage_day" ("tenant_id", "day", "kind", "places", "bookings", "people_present", "minutes_offered", "minutes_booked")
values ($1, $2, $3, $4, $5, $6, $7, $8);
insert into "usage_hour" ("tenant_id", "day", "kind", "hour", "minutes_offered", "minutes_booked")
values ($1, $2, $3, $4, $5, $6);

-- listQuarterSums
select to_char("day", 'YYYY"-Q"Q'), "kind", max("places"), sum("bookings")::float8, sum("people_present")::float8, sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "usage_day"
where "usage_day"."tenant_id" = $1 group by 1, "usage_day"."kind";

-- listWeekSums
select date_trunc('week', "day")::date::text, "kind", sum("bookings")::float8, sum("people_present")::float8, sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "usage_day"
where "usage_day"."tenant_id" = $1 group by 1, "usage_day"."kind";

-- listHourSums
select to_char("day", 'YYYY"-Q"Q'), extract(isodow
from "day")::int, "hour", "kind", sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "usage_hour"
where "usage_hour"."tenant_id" = $1 group by 1, 2, "usage_hour"."hour", "usage_hour"."kind";

-- listReleasedQuarters
select "quarter", "kind", "places", "bookings", "people_present", "minutes_offered", "minutes_booked"
from "released"."town_quarter"
where "released"."town_quarter"."town" = $1;

-- keepReleasedTown
insert into "released"."town" ("town", "name", "kind", "municipio", "latitude", "longitude", "seats", "rooms", "first_day")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict ("town") do update
set "name" = $10, "kind" = $11, "municipio" = $12, "latitude" = $13, "longitude" = $14, "seats" = $15, "rooms" = $16, "first_day" = $17;

-- releaseTown
insert into "released"."town" ("town", "name", "kind", "municipio", "latitude", "longitude", "seats", "rooms", "first_day")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict ("town") do update
set "name" = $10, "kind" = $11, "municipio" = $12, "latitude" = $13, "longitude" = $14, "seats" = $15, "rooms" = $16, "first_day" = $17;
delete from "usage_day"
where ("usage_day"."tenant_id" = $1 and "usage_day"."day" >= $2);
delete from "usage_hour"
where ("usage_hour"."tenant_id" = $1 and "usage_hour"."day" >= $2);
insert into "usage_day" ("tenant_id", "day", "kind", "places", "bookings", "people_present", "minutes_offered", "minutes_booked")
values ($1, $2, $3, $4, $5, $6, $7, $8);
insert into "usage_hour" ("tenant_id", "day", "kind", "hour", "minutes_offered", "minutes_booked")
values ($1, $2, $3, $4, $5, $6);
select "quarter", "kind", "places", "bookings", "people_present", "minutes_offered", "minutes_booked"
from "released"."town_quarter"
where "released"."town_quarter"."town" = $1;
select to_char("day", 'YYYY"-Q"Q'), "kind", max("places"), sum("bookings")::float8, sum("people_present")::float8, sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "usage_day"
where "usage_day"."tenant_id" = $1 group by 1, "usage_day"."kind";
select date_trunc('week', "day")::date::text, "kind", sum("bookings")::float8, sum("people_present")::float8, sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "usage_day"
where "usage_day"."tenant_id" = $1 group by 1, "usage_day"."kind";
select to_char("day", 'YYYY"-Q"Q'), extract(isodow
from "day")::int, "hour", "kind", sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "usage_hour"
where "usage_hour"."tenant_id" = $1 group by 1, 2, "usage_hour"."hour", "usage_hour"."kind";
delete from "released"."town_hour"
where "released"."town_hour"."town" = $1;
delete from "released"."town_week"
where "released"."town_week"."town" = $1;
delete from "released"."town_quarter"
where "released"."town_quarter"."town" = $1;
insert into "released"."town_quarter" ("quarter", "kind", "town", "places", "bookings", "people_present", "minutes_offered", "minutes_booked")
values ($1, $2, $3, $4, $5, $6, $7, $8);
insert into "released"."town_week" ("town", "kind", "week", "bookings", "people_present", "minutes_offered", "minutes_booked")
values ($1, $2, $3, $4, $5, $6, $7);
insert into "released"."town_hour" ("town", "kind", "quarter", "weekday", "hour", "minutes_offered", "minutes_booked")
values ($1, $2, $3, $4, $5, $6, $7);
insert into "released"."revision" ("town", "kind", "quarter", "revised_at", "cause", "note", "bookings_before", "bookings", "people_present_before", "people_present", "minutes_offered_before", "minutes_offered", "minutes_booked_before", "minutes_booked")
values ($1, $2, $3, $4, $5, default, $6, $7, $8, $9, $10, $11, $12, $13);

-- releaseRegion
insert into "released"."edition" ("name", "published_at", "last_day", "is_sample")
values ($1, $2, $3, $4)
on conflict ("name") do update
set "published_at" = $5, "last_day" = $6, "is_sample" = $7;
select "quarter", "kind", count(distinct "town"), sum("places")::float8, sum("bookings")::float8, sum("people_present")::float8, sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "released"."town_quarter" group by "released"."town_quarter"."quarter", "released"."town_quarter"."kind";
select "week", "kind", sum("bookings")::float8, sum("people_present")::float8, sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "released"."town_week" group by "released"."town_week"."week", "released"."town_week"."kind";
select "quarter", "weekday", "hour", "kind", sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "released"."town_hour" group by "released"."town_hour"."quarter", "released"."town_hour"."weekday", "released"."town_hour"."hour", "released"."town_hour"."kind";
delete from "released"."region_quarter";
delete from "released"."region_week";
delete from "released"."region_hour";

-- publishUsage
select "name", "published_at", "last_day", "is_sample"
from "released"."edition";
select "id", "name", "kind"
from "tenant"
order by "tenant"."id" asc;
select "config_version"
from "tenant"
where "tenant"."id" = $1;
select "name"
from "installation_fact"
where "installation_fact"."name" in ($1, $2)
order by "installation_fact"."name" asc;
insert into "released"."edition" ("name", "published_at", "last_day", "is_sample")
values ($1, $2, $3, $4)
on conflict ("name") do update
set "published_at" = $5, "last_day" = $6, "is_sample" = $7;
select "quarter", "kind", count(distinct "town"), sum("places")::float8, sum("bookings")::float8, sum("people_present")::float8, sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "released"."town_quarter" group by "released"."town_quarter"."quarter", "released"."town_quarter"."kind";
select "week", "kind", sum("bookings")::float8, sum("people_present")::float8, sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "released"."town_week" group by "released"."town_week"."week", "released"."town_week"."kind";
select "quarter", "weekday", "hour", "kind", sum("minutes_offered")::float8, sum("minutes_booked")::float8
from "released"."town_hour" group by "released"."town_hour"."quarter", "released"."town_hour"."weekday", "released"."town_hour"."hour", "released"."town_hour"."kind";
delete from "released"."region_quarter";
delete from "released"."region_week";
delete from "released"."region_hour";

-- findEdition
select "name", "published_at", "last_day", "is_sample"
from "released"."edition";

-- listRegionQuarters
select "kind", "quarter", "towns", "places", "bookings", "people_present", "minutes_offered", "minutes_booked"
from "released"."region_quarter"
where "released"."region_quarter"."kind" = $1
order by "released"."region_quarter"."quarter" desc;

-- listTownsInQuarter
select "released"."town"."town", "released"."town"."name", "released"."town"."municipio", "released"."town"."latitude", "released"."town"."longitude", "released"."town"."seats", "released"."town_quarter"."bookings", "released"."town_quarter"."people_present", "released"."town_quarter"."minutes_offered", "released"."town_quarter"."minutes_booked", "earlier"."people_present"
from "released"."town"
left join "released"."town_quarter" on ("released"."town_quarter"."town" = "released"."town"."town" and "released"."town_quarter"."kind" = $1 and "released"."town_quarter"."quarter" = $2)
left join "released"."town_quarter" "earlier" on ("earlier"."town" = "released"."town"."town" and "earlier"."kind" = $3 and "earlier"."quarter" = $4)
order by "released"."town"."name" asc;

-- listRegionHours
select "kind", "quarter", "weekday", "hour", "minutes_offered", "minutes_booked"
from "released"."region_hour"
where ("released"."region_hour"."kind" = $1 and "released"."region_hour"."quarter" = $2)
order by "released"."region_hour"."weekday" asc, "released"."region_hour"."hour" asc;

-- listRegionWeeks
select "kind", "week", "bookings", "people_present", "minutes_offered", "minutes_booked"
from "released"."region_week"
where ("released"."region_week"."kind" = $1 and "released"."region_week"."week" >= $2 and "released"."region_week"."week" <= $3)
order by "released"."region_week"."week" asc;

-- listRevisions
select "town", "kind", "quarter", "revised_at", "cause", "note", "bookings_before", "bookings", "people_present_before", "people_present", "minutes_offered_before", "minutes_offered", "minutes_booked_before", "minutes_booked"
from "released"."revision"
where ("released"."revision"."kind" = $1 and "released"."revision"."quarter" = $2)
order by "released"."revision"."revised_at" desc;

-- findReleasedTown
select "town", "name", "kind", "municipio", "latitude", "longitude", "seats", "rooms", "first_day"
from "released"."town"
where "released"."town"."town" = $1;

-- listQuartersOf
select "quarter", "kind", "town", "places", "bookings", "people_present", "minutes_offered", "minutes_booked"
from "released"."town_quarter"
where "released"."town_quarter"."town" = $1
order by "released"."town_quarter"."quarter" desc;

-- listHoursOf
select "town", "kind", "quarter", "weekday", "hour", "minutes_offered", "minutes_booked"
from "released"."town_hour"
where ("released"."town_hour"."town" = $1 and "released"."town_hour"."kind" = $2 and "released"."town_hour"."quarter" = $3)
order by "released"."town_hour"."weekday" asc, "released"."town_hour"."hour" asc;

-- listWeeksOf
select "town", "kind", "week", "bookings", "people_present", "minutes_offered", "minutes_booked"
from "released"."town_week"
where ("released"."town_week"."town" = $1 and "released"."town_week"."kind" = $2 and "released"."town_week"."week" >= $3 and "released"."town_week"."week" <= $4)
order by "released"."town_week"."week" asc;

-- grantOfficer
select "id"
from "regione_app"."officer"
where "regione_app"."officer"."fiscal_code_hmac" in ($1)
for update;
insert into "regione_app"."officer" ("id", "fiscal_code_hmac", "given_name", "family_name", "created_at")
values ($1, $2, $3, $4, $5);
update "regione_app"."officer_role"
set "expires_at" = $1
where ("regione_app"."officer_role"."officer_id" = $2 and "regione_app"."officer_role"."expires_at" > $3 and "regione_app"."officer_role"."revoked_at" is null)
returning "id";
insert into "regione_app"."officer_role" ("id", "officer_id", "role", "granted_at", "granted_by", "expires_at", "revoked_at")
values ($1, $2, $3, $4, $5, $6, default);

-- revokeOfficer
update "regione_app"."officer_role"
set "revoked_at" = $1
where ("regione_app"."officer_role"."officer_id" in (select "id"
from "regione_app"."officer"
where "regione_app"."officer"."fiscal_code_hmac" in ($2)) and "regione_app"."officer_role"."expires_at" > $3 and "regione_app"."officer_role"."revoked_at" is null)
returning "id";

-- listOfficers
select "regione_app"."officer"."given_name", "regione_app"."officer"."family_name", "regione_app"."officer_role"."role", "regione_app"."officer_role"."expires_at", "regione_app"."officer_role"."granted_by"
from "regione_app"."officer"
inner join "regione_app"."officer_role" on "regione_app"."officer_role"."officer_id" = "regione_app"."officer"."id"
where ("regione_app"."officer_role"."expires_at" > $1 and "regione_app"."officer_role"."revoked_at" is null)
order by "regione_app"."officer"."family_name" asc, "regione_app"."officer"."given_name" asc;

-- findOfficer
select "regione_app"."officer"."id"
from "regione_app"."officer"
inner join "regione_app"."officer_role" on "regione_app"."officer_role"."officer_id" = "regione_app"."officer"."id"
where ("regione_app"."officer"."fiscal_code_hmac" in ($1) and "regione_app"."officer_role"."expires_at" > $2 and "regione_app"."officer_role"."revoked_at" is null)
limit $3;
update "regione_app"."officer"
set "fiscal_code_hmac" = $1, "given_name" = $2, "family_name" = $3
where "regione_app"."officer"."id" = $4
returning "id", "given_name", "family_name";

-- insertOfficerSignIn
insert into "regione_app"."officer_sign_in" ("id", "state_hash", "nonce", "code_verifier", "return_to", "started_at", "expires_at")
values ($1, $2, $3, $4, $5, $6, $7);
delete from "regione_app"."officer_sign_in"
where "regione_app"."officer_sign_in"."expires_at" < $1;

-- takeOfficerSignIn
delete from "regione_app"."officer_sign_in"
where "regione_app"."officer_sign_in"."state_hash" = $1
returning "id", "state_hash", "nonce", "code_verifier", "return_to", "started_at", "expires_at";

-- insertOfficerSession
select "regione_app"."officer"."id"
from "regione_app"."officer"
inner join "regione_app"."officer_role" on "regione_app"."officer_role"."officer_id" = "regione_app"."officer"."id"
where ("regione_app"."officer"."fiscal_code_hmac" in ($1) and "regione_app"."officer_role"."expires_at" > $2 and "regione_app"."officer_role"."revoked_at" is null)
limit $3;
update "regione_app"."officer"
set "fiscal_code_hmac" = $1, "given_name" = $2, "family_name" = $3
where "regione_app"."officer"."id" = $4
returning "id", "given_name", "family_name";
insert into "regione_app"."officer_session" ("id", "token_hash", "officer_id", "device", "started_at", "expires_at", "ended_at")
values ($1, $2, $3, $4, $5, $6, default);
delete from "regione_app"."officer_session"
where ("regione_app"."officer_session"."officer_id" = $1 and "regione_app"."officer_session"."expires_at" < $2);

-- findOfficerSession
select "regione_app"."officer_session"."id", "regione_app"."officer"."id", "regione_app"."officer"."given_name", "regione_app"."officer"."family_name"
from "regione_app"."officer_session"
inner join "regione_app"."officer" on "regione_app"."officer"."id" = "regione_app"."officer_session"."officer_id"
inner join "regione_app"."officer_role" on "regione_app"."officer_role"."officer_id" = "regione_app"."officer"."id"
where ("regione_app"."officer_session"."token_hash" = $1 and "regione_app"."officer_session"."expires_at" > $2 and "regione_app"."officer_session"."ended_at" is null and "regione_app"."officer_role"."expires_at" > $3 and "regione_app"."officer_role"."revoked_at" is null)
limit $4;

-- closeOfficerSession
update "regione_app"."officer_session"
set "ended_at" = $1
where ("regione_app"."officer_session"."token_hash" = $2 and "regione_app"."officer_session"."ended_at" is null);

-- insertExport
select "regione_app"."officer"."id"
from "regione_app"."officer"
inner join "regione_app"."officer_role" on "regione_app"."officer_role"."officer_id" = "regione_app"."officer"."id"
where ("regione_app"."officer"."fiscal_code_hmac" in ($1) and "regione_app"."officer_role"."expires_at" > $2 and "regione_app"."officer_role"."revoked_at" is null)
limit $3;
update "regione_app"."officer"
set "fiscal_code_hmac" = $1, "given_name" = $2, "family_name" = $3
where "regione_app"."officer"."id" = $4
returning "id", "given_name", "family_name";
insert into "regione_app"."export_log" ("id", "officer_id", "at", "what", "row_count")
values ($1, $2, $3, $4, $5);

-- applyTenant
select "host", "tenant_id"
from "tenant_host"
where ("tenant_host"."host" in ($1, $2) and "tenant_host"."tenant_id" <> $3);
insert into "tenant" ("id", "kind", "name", "config_version", "created_at", "suspended_at")
values ($1, $2, $3, default, $4, default)
on conflict do nothing;
select "config_version"
from "tenant"
where "tenant"."id" = $1
for no key update;
select "hash"
from "tenant_config"
where ("tenant_config"."tenant_id" = $1 and "tenant_config"."version" = $2);
select "host"
from "tenant_host"
where "tenant_host"."tenant_id" = $1;
select "id"
from "pool"
where "pool"."tenant_id" = $1;
insert into "pool_day" ("tenant_id", "pool_id", "day", "locked_at")
values ($1, $2, $3, default), …
on conflict do nothing;
select "day"
from "pool_day"
where ("pool_day"."tenant_id" = $1 and "pool_day"."day" >= $2)
order by "pool_day"."pool_id" asc, "pool_day"."day" asc
for update;
select "id"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."ends_at" > $2 and "booking"."status" in ($3, $4, $5))
order by "booking"."id" asc
for update;
select "booking_unit"."id", "booking"."id", "booking"."status", "pool"."slug", "unit"."number", "unit"."is_accessible", "booking_unit"."is_pinned", "booking"."day", "booking_unit"."starts_at", "booking_unit"."ends_at"
from "booking_unit"
inner join "booking" on ("booking"."tenant_id" = $1 and "booking"."id" = "booking_unit"."booking_id")
inner join "pool" on ("pool"."tenant_id" = $2 and "pool"."id" = "booking_unit"."pool_id")
inner join "unit" on ("unit"."tenant_id" = $3 and "unit"."id" = "booking_unit"."unit_id")
where ("booking_unit"."tenant_id" = $4 and "booking_unit"."ends_at" > $5 and "booking_unit"."status" in ($6, $7, $8))
order by "booking_unit"."starts_at" asc, "booking_unit"."id" asc;
select "pool"."slug", "unit"."number", "unit_outage"."starts_at", "unit_outage"."ends_at"
from "unit_outage"
inner join "pool" on ("pool"."tenant_id" = $1 and "pool"."id" = "unit_outage"."pool_id")
inner join "unit" on ("unit"."tenant_id" = $2 and "unit"."id" = "unit_outage"."unit_id")
where ("unit_outage"."tenant_id" = $3 and "unit_outage"."ends_at" > $4 and "unit_outage"."ended_at" is null)
order by "unit_outage"."starts_at" asc, "unit_outage"."id" asc;
select "opening_change"."id", "opening_change"."kind", "opening_change"."site", "opening_change"."pool_id", "opening_change"."from_day", "opening_change"."to_day", "opening_change"."from_time", "opening_change"."to_time", "opening_change"."opens_shut_days", "opening_change"."because", "opening_change"."because_in", "opening_change"."decided_at", "pool"."slug"
from "opening_change"
left join "pool" on ("pool"."tenant_id" = $1 and "pool"."id" = "opening_change"."pool_id")
where ("opening_change"."tenant_id" = $2 and "opening_change"."kind" = $3 and "opening_change"."ended_at" is null and "opening_change"."to_day" >= $4)
order by "opening_change"."pool_id" asc, "opening_change"."from_day" asc, "opening_change"."id" asc;
delete from "tenant_host"
where ("tenant_host"."tenant_id" = $1 and "tenant_host"."host" not in ($2, $3));
insert into "tenant_host" ("host", "tenant_id")
values ($1, $2), ($3, $4)
on conflict do nothing;
insert into "site" ("tenant_id", "id", "slug", "name")
values ($1, $2, $3, $4)
on conflict ("tenant_id","slug") do update
set "name" = $5
returning "id";
insert into "pool" ("tenant_id", "id", "site_id", "slug", "kind", "name", "retired_at")
values ($1, $2, $3, $4, $5, $6, default)
on conflict ("tenant_id","slug") do update
set "site_id" = $7, "kind" = $8, "name" = $9, "retired_at" = $10
returning "id";
insert into "unit" ("tenant_id", "id", "pool_id", "number", "label", "is_accessible", "retired_at")
values ($1, $2, $3, $4, $5, $6, default)
on conflict ("tenant_id","pool_id","number") do update
set "label" = $7, "is_accessible" = $8, "retired_at" = $9;
update "unit"
set "retired_at" = $1
where ("unit"."tenant_id" = $2 and "unit"."pool_id" = $3 and "unit"."retired_at" is null and "unit"."number" not in ($4));
update "pool"
set "retired_at" = $1
where ("pool"."tenant_id" = $2 and "pool"."retired_at" is null and "pool"."id" not in ($3));
select "version"
from "tenant_config"
where "tenant_config"."tenant_id" = $1;
insert into "tenant_config" ("tenant_id", "version", "hash", "rules_hash", "effective_from", "config", "applied_at")
values ($1, $2, $3, $4, $5, $6, $7);
update "tenant"
set "kind" = $1, "name" = $2, "config_version" = $3
where "tenant"."id" = $4
returning "id";

-- lockHeldAhead
select "id"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."ends_at" > $2 and "booking"."status" in ($3, $4, $5))
order by "booking"."id" asc
for update;

-- listHeldAhead
select "booking_unit"."id", "booking"."id", "booking"."status", "pool"."slug", "unit"."number", "unit"."is_accessible", "booking_unit"."is_pinned", "booking"."day", "booking_unit"."starts_at", "booking_unit"."ends_at"
from "booking_unit"
inner join "booking" on ("booking"."tenant_id" = $1 and "booking"."id" = "booking_unit"."booking_id")
inner join "pool" on ("pool"."tenant_id" = $2 and "pool"."id" = "booking_unit"."pool_id")
inner join "unit" on ("unit"."tenant_id" = $3 and "unit"."id" = "booking_unit"."unit_id")
where ("booking_unit"."tenant_id" = $4 and "booking_unit"."ends_at" > $5 and "booking_unit"."status" in ($6, $7, $8))
order by "booking_unit"."starts_at" asc, "booking_unit"."id" asc;

-- listOutOfOrderAhead
select "pool"."slug", "unit"."number", "unit_outage"."starts_at", "unit_outage"."ends_at"
from "unit_outage"
inner join "pool" on ("pool"."tenant_id" = $1 and "pool"."id" = "unit_outage"."pool_id")
inner join "unit" on ("unit"."tenant_id" = $2 and "unit"."id" = "unit_outage"."unit_id")
where ("unit_outage"."tenant_id" = $3 and "unit_outage"."ends_at" > $4 and "unit_outage"."ended_at" is null)
order by "unit_outage"."starts_at" asc, "unit_outage"."id" asc;

-- settleBookings
select "booking_unit"."id", "booking"."id", "booking"."status", "pool"."slug", "unit"."number", "unit"."is_accessible", "booking_unit"."is_pinned", "booking"."day", "booking_unit"."starts_at", "booking_unit"."ends_at"
from "booking_unit"
inner join "booking" on ("booking"."tenant_id" = $1 and "booking"."id" = "booking_unit"."booking_id")
inner join "pool" on ("pool"."tenant_id" = $2 and "pool"."id" = "booking_unit"."pool_id")
inner join "unit" on ("unit"."tenant_id" = $3 and "unit"."id" = "booking_unit"."unit_id")
where ("booking_unit"."tenant_id" = $4 and "booking_unit"."ends_at" > $5 and "booking_unit"."status" in ($6, $7, $8))
order by "booking_unit"."starts_at" asc, "booking_unit"."id" asc;
select "unit"."id", "unit"."number", "pool"."slug"
from "unit"
inner join "pool" on ("pool"."tenant_id" = $1 and "pool"."id" = "unit"."pool_id")
where "unit"."tenant_id" = $2;
delete from "booking_unit"
where ("booking_unit"."tenant_id" = $1 and "booking_unit"."id" in ($2))
returning "tenant_id", "id", "booking_id", "pool_id", "unit_id", "starts_at", "ends_at", "status", "is_pinned", "is_add_on", "is_chosen", "dependant_id";
insert into "booking_unit" ("tenant_id", "id", "booking_id", "pool_id", "unit_id", "starts_at", "ends_at", "status", "is_pinned", "is_add_on", "is_chosen", "dependant_id")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
insert into "outbox" ("tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of")
values ($1, $2, $3, $4, $5, $6, default, default, default, default, default, default, default, default);
insert into "audit_event" ("tenant_id", "id", "at", "actor_id", "action", "subject_id", "reason", "details")
values ($1, $2, $3, default, $4, $5, $6, $7);
update "booking"
set "status" = $1, "cancelled_at" = $2, "cancel_reason" = $3
where ("booking"."tenant_id" = $4 and "booking"."id" = $5 and "booking"."status" = $6)
returning "tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "slots", "status", "channel", "code", "qr_secret", "requested_by", "idempotency_key", "request_hash", "booked_at", "checked_in_at", "cancelled_at", "cancel_reason", "change_key", "expected_at", "missed_at", "excused_at", "offer_expires_at", "accepted_at";
update "booking_unit"
set "status" = $1
where ("booking_unit"."tenant_id" = $2 and "booking_unit"."booking_id" = $3);

-- savePlaces
insert into "site" ("tenant_id", "id", "slug", "name")
values ($1, $2, $3, $4)
on conflict ("tenant_id","slug") do update
set "name" = $5
returning "id";
insert into "pool" ("tenant_id", "id", "site_id", "slug", "kind", "name", "retired_at")
values ($1, $2, $3, $4, $5, $6, default)
on conflict ("tenant_id","slug") do update
set "site_id" = $7, "kind" = $8, "name" = $9, "retired_at" = $10
returning "id";
insert into "unit" ("tenant_id", "id", "pool_id", "number", "label", "is_accessible", "retired_at")
values ($1, $2, $3, $4, $5, $6, default)
on conflict ("tenant_id","pool_id","number") do update
set "label" = $7, "is_accessible" = $8, "retired_at" = $9;
update "unit"
set "retired_at" = $1
where ("unit"."tenant_id" = $2 and "unit"."pool_id" = $3 and "unit"."retired_at" is null and "unit"."number" not in ($4));
update "pool"
set "retired_at" = $1
where ("pool"."tenant_id" = $2 and "pool"."retired_at" is null and "pool"."id" not in ($3));

-- findClockOffset
select "milliseconds"
from "clock_offset";

-- readClock
select "milliseconds"
from "clock_offset";

-- followClock
select "milliseconds"
from "clock_offset";

-- saveClockOffset
insert into "clock_offset" ("name", "milliseconds", "set_at")
values ($1, $2, $3)
on conflict ("name") do update
set "milliseconds" = $4, "set_at" = $5;

-- findDevelopmentFact
select "name"
from "installation_fact"
where "installation_fact"."name" in ($1, $2)
order by "installation_fact"."name" asc;

-- findInstallationFact
select "value"
from "installation_fact"
where "installation_fact"."name" = $1;

-- recordInstallationFact
insert into "installation_fact" ("name", "value", "recorded_at")
values ($1, $2, $3)
on conflict do nothing;

-- isEmptyInstallation
select count(*)
from "tenant";

-- insertSamplePeople
insert into "person" ("tenant_id", "id", "given_name", "family_name", "made_at_counter", "created_at")
values ($1, $2, $3, $4, $5, $6);

-- insertSampleBookings
insert into "booking" ("tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "slots", "status", "channel", "code", "qr_secret", "requested_by", "idempotency_key", "request_hash", "booked_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);
insert into "booking_unit" ("tenant_id", "id", "booking_id", "pool_id", "unit_id", "starts_at", "ends_at", "status")
values ($1, $2, $3, $4, $5, $6, $7, $8);

-- countBookings
select count(*)
from "booking"
where "booking"."tenant_id" = $1;

-- listSamplesBegun
select "id", "starts_at", "ends_at"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."request_hash" = $2 and "booking"."status" = $3 and "booking"."starts_at" <= $4)
order by "booking"."starts_at" asc, "booking"."id" asc
for update;

-- findConnectedRole
select current_user::text as role;

-- isReady
select 1;

-- listHosts
select "tenant_host"."host", "tenant"."id", "tenant"."config_version"
from "tenant_host"
inner join "tenant" on "tenant"."id" = "tenant_host"."tenant_id"
where "tenant"."suspended_at" is null;

-- listTowns
select "id", "name", "kind"
from "tenant"
order by "tenant"."id" asc;

-- findConfigVersion
select "config_version"
from "tenant"
where "tenant"."id" = $1;

-- findConfig
select "config"
from "tenant_config"
where ("tenant_config"."tenant_id" = $1 and "tenant_config"."version" = $2);

-- listPlaces
select "pool"."id", "pool"."slug", "pool"."kind", "unit"."id", "unit"."number", "unit"."label", "unit"."is_accessible"
from "unit"
inner join "pool" on ("pool"."tenant_id" = "unit"."tenant_id" and "pool"."id" = "unit"."pool_id")
where ("unit"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "unit"."retired_at" is null and "pool"."retired_at" is null)
order by "pool"."slug" asc, "unit"."number" asc;

-- findBookingByKey
select "tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "slots", "status", "channel", "code", "qr_secret", "requested_by", "idempotency_key", "request_hash", "booked_at", "checked_in_at", "cancelled_at", "cancel_reason", "change_key", "expected_at", "missed_at", "excused_at", "offer_expires_at", "accepted_at"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."requested_by" = $2 and "booking"."idempotency_key" = $3);

-- listCountedBookings
select "booking"."id", "pool"."slug", "booking"."day", "booking"."starts_at", "booking"."ends_at", "booking"."slots", "booking"."status"
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "booking"."person_id" = $3 and "booking"."starts_at" >= $4 and "booking"."starts_at" < $5 and "booking"."status" <> $6 and "booking"."excused_at" is null)
order by "booking"."starts_at" asc;

-- insertBooking
insert into "outbox" ("tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of")
values ($1, $2, $3, $4, $5, $6, default, default, default, default, default, default, default, default), ($7, $8, $9, $10, $11, $12, default, default, default, default, default, default, default, default);
insert into "booking" ("tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "slots", "status", "channel", "code", "qr_secret", "requested_by", "idempotency_key", "request_hash", "booked_at", "checked_in_at", "cancelled_at", "cancel_reason", "change_key", "expected_at", "missed_at", "excused_at", "offer_expires_at", "accepted_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, default, default, default, default, default, default, default, default, default);
insert into "booking_unit" ("tenant_id", "id", "booking_id", "pool_id", "unit_id", "starts_at", "ends_at", "status", "is_pinned", "is_add_on", "is_chosen", "dependant_id")
values ($1, $2, $3, $4, $5, $6, $7, $8, default, default, default, default);
insert into "decision" ("tenant_id", "id", "booking_id", "outcome", "config_version", "rules_hash", "inputs_hash", "facts", "decided_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- findBooking
select "id"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."id" = $2)
for update;
select "booking"."tenant_id", "booking"."id", "booking"."person_id", "booking"."pool_id", "booking"."day", "booking"."starts_at", "booking"."ends_at", "booking"."slots", "booking"."status", "booking"."channel", "booking"."code", "booking"."qr_secret", "booking"."requested_by", "booking"."idempotency_key", "booking"."request_hash", "booking"."booked_at", "booking"."checked_in_at", "booking"."cancelled_at", "booking"."cancel_reason", "booking"."change_key", "booking"."expected_at", "booking"."missed_at", "booking"."excused_at", "booking"."offer_expires_at", "booking"."accepted_at", "pool"."slug", "person"."given_name", "person"."family_name"
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "person"."tenant_id" = $3 and "booking"."id" = $4)
order by "booking"."starts_at" desc, "booking"."id" asc
limit $5;
select "booking_unit"."booking_id", "booking_unit"."id", "booking_unit"."pool_id", "unit"."id", "unit"."label", "booking_unit"."starts_at", "booking_unit"."ends_at", "booking_unit"."is_pinned", "booking_unit"."is_add_on", "booking_unit"."is_chosen", "booking_unit"."dependant_id", "dependant"."given_name"
from "booking_unit"
inner join "unit" on ("unit"."tenant_id" = "booking_unit"."tenant_id" and "unit"."id" = "booking_unit"."unit_id")
left join "dependant" on ("dependant"."tenant_id" = $1 and "dependant"."id" = "booking_unit"."dependant_id")
where ("booking_unit"."tenant_id" = $2 and "unit"."tenant_id" = $3 and "booking_unit"."booking_id" in ($4))
order by "booking_unit"."starts_at" asc, "unit"."number" asc;

-- findBookingByCode
select "booking"."tenant_id", "booking"."id", "booking"."person_id", "booking"."pool_id", "booking"."day", "booking"."starts_at", "booking"."ends_at", "booking"."slots", "booking"."status", "booking"."channel", "booking"."code", "booking"."qr_secret", "booking"."requested_by", "booking"."idempotency_key", "booking"."request_hash", "booking"."booked_at", "booking"."checked_in_at", "booking"."cancelled_at", "booking"."cancel_reason", "booking"."change_key", "booking"."expected_at", "booking"."missed_at", "booking"."excused_at", "booking"."offer_expires_at", "booking"."accepted_at", "pool"."slug", "person"."given_name", "person"."family_name"
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "person"."tenant_id" = $3 and "booking"."code" = $4)
order by "booking"."starts_at" desc, "booking"."id" asc
limit $5;
select "booking_unit"."booking_id", "booking_unit"."id", "booking_unit"."pool_id", "unit"."id", "unit"."label", "booking_unit"."starts_at", "booking_unit"."ends_at", "booking_unit"."is_pinned", "booking_unit"."is_add_on", "booking_unit"."is_chosen", "booking_unit"."dependant_id", "dependant"."given_name"
from "booking_unit"
inner join "unit" on ("unit"."tenant_id" = "booking_unit"."tenant_id" and "unit"."id" = "booking_unit"."unit_id")
left join "dependant" on ("dependant"."tenant_id" = $1 and "dependant"."id" = "booking_unit"."dependant_id")
where ("booking_unit"."tenant_id" = $2 and "unit"."tenant_id" = $3 and "booking_unit"."booking_id" in ($4))
order by "booking_unit"."starts_at" asc, "unit"."number" asc;

-- listBookingsOf
select "booking"."tenant_id", "booking"."id", "booking"."person_id", "booking"."pool_id", "booking"."day", "booking"."starts_at", "booking"."ends_at", "booking"."slots", "booking"."status", "booking"."channel", "booking"."code", "booking"."qr_secret", "booking"."requested_by", "booking"."idempotency_key", "booking"."request_hash", "booking"."booked_at", "booking"."checked_in_at", "booking"."cancelled_at", "booking"."cancel_reason", "booking"."change_key", "booking"."expected_at", "booking"."missed_at", "booking"."excused_at", "booking"."offer_expires_at", "booking"."accepted_at", "pool"."slug", "person"."given_name", "person"."family_name"
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "person"."tenant_id" = $3 and "booking"."person_id" = $4)
order by "booking"."starts_at" desc, "booking"."id" asc
limit $5;
select "booking_unit"."booking_id", "booking_unit"."id", "booking_unit"."pool_id", "unit"."id", "unit"."label", "booking_unit"."starts_at", "booking_unit"."ends_at", "booking_unit"."is_pinned", "booking_unit"."is_add_on", "booking_unit"."is_chosen", "booking_unit"."dependant_id", "dependant"."given_name"
from "booking_unit"
inner join "unit" on ("unit"."tenant_id" = "booking_unit"."tenant_id" and "unit"."id" = "booking_unit"."unit_id")
left join "dependant" on ("dependant"."tenant_id" = $1 and "dependant"."id" = "booking_unit"."dependant_id")
where ("booking_unit"."tenant_id" = $2 and "unit"."tenant_id" = $3 and "booking_unit"."booking_id" in ($4))
order by "booking_unit"."starts_at" asc, "unit"."number" asc;

-- listBookingsOn
select "booking"."tenant_id", "booking"."id", "booking"."person_id", "booking"."pool_id", "booking"."day", "booking"."starts_at", "booking"."ends_at", "booking"."slots", "booking"."status", "booking"."channel", "booking"."code", "booking"."qr_secret", "booking"."requested_by", "booking"."idempotency_key", "booking"."request_hash", "booking"."booked_at", "booking"."checked_in_at", "booking"."cancelled_at", "booking"."cancel_reason", "booking"."change_key", "booking"."expected_at", "booking"."missed_at", "booking"."excused_at", "booking"."offer_expires_at", "booking"."accepted_at", "pool"."slug", "person"."given_name", "person"."family_name"
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "person"."tenant_id" = $3 and ("booking"."day" = $4 and "booking"."status" <> $5))
order by "booking"."starts_at" desc, "booking"."id" asc
limit $6;
select "booking_unit"."booking_id", "booking_unit"."id", "booking_unit"."pool_id", "unit"."id", "unit"."label", "booking_unit"."starts_at", "booking_unit"."ends_at", "booking_unit"."is_pinned", "booking_unit"."is_add_on", "booking_unit"."is_chosen", "booking_unit"."dependant_id", "dependant"."given_name"
from "booking_unit"
inner join "unit" on ("unit"."tenant_id" = "booking_unit"."tenant_id" and "unit"."id" = "booking_unit"."unit_id")
left join "dependant" on ("dependant"."tenant_id" = $1 and "dependant"."id" = "booking_unit"."dependant_id")
where ("booking_unit"."tenant_id" = $2 and "unit"."tenant_id" = $3 and "booking_unit"."booking_id" in ($4))
order by "booking_unit"."starts_at" asc, "unit"."number" asc;

-- changeBooking
update "booking"
set "status" = $1, "cancelled_at" = $2, "cancel_reason" = $3
where ("booking"."tenant_id" = $4 and "booking"."id" = $5 and "booking"."status" = $6)
returning "tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "slots", "status", "channel", "code", "qr_secret", "requested_by", "idempotency_key", "request_hash", "booked_at", "checked_in_at", "cancelled_at", "cancel_reason", "change_key", "expected_at", "missed_at", "excused_at", "offer_expires_at", "accepted_at";
update "booking_unit"
set "status" = $1
where ("booking_unit"."tenant_id" = $2 and "booking_unit"."booking_id" = $3);

-- insertOutbox
insert into "outbox" ("tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of")
values ($1, $2, $3, $4, $5, $6, default, default, default, default, default, default, default, default);

-- lockPersons
select "id", "born_on", "residence", "notice_version", "erased_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" in ($2))
order by "person"."id" asc
for update;

-- lockPoolDays
select "day"
from "pool_day"
where ("pool_day"."tenant_id" = $1 and ("pool_day"."pool_id" = $2 and "pool_day"."day" = $3))
order by "pool_day"."pool_id" asc, "pool_day"."day" asc
for update;

-- insertPoolDays
insert into "pool_day" ("tenant_id", "pool_id", "day", "locked_at")
values ($1, $2, $3, default)
on conflict do nothing;

-- listHeldPlaces
select "booking_unit"."id", "booking_unit"."booking_id", "booking_unit"."pool_id", "booking_unit"."unit_id", "booking_unit"."starts_at", "booking_unit"."ends_at", "booking_unit"."status", "booking_unit"."is_pinned", "booking_unit"."is_add_on", "booking_unit"."is_chosen", "booking_unit"."dependant_id", "booking"."person_id", "person"."born_on", "person"."residence"
from "booking_unit"
inner join "booking" on ("booking"."tenant_id" = "booking_unit"."tenant_id" and "booking"."id" = "booking_unit"."booking_id")
inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id")
where ("booking_unit"."tenant_id" = $1 and "booking"."tenant_id" = $2 and "person"."tenant_id" = $3 and "booking_unit"."pool_id" in ($4) and "booking_unit"."starts_at" > $5 and "booking_unit"."starts_at" < $6 and "booking_unit"."ends_at" > $7 and "booking_unit"."status" in ($8, $9, $10))
order by "booking_unit"."starts_at" asc, "booking_unit"."unit_id" asc;

-- listOverdue
select "id", "person_id"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."status" in ('confirmed', 'checked-in') and "booking"."starts_at" <= $2 and (("booking"."status" = $3 and "booking"."starts_at" <= $4 and "booking"."booked_at" <= $5 and ("booking"."expected_at" is null or "booking"."expected_at" <= $6)) or ("booking"."status" = $7 and "booking"."ends_at" <= $8)))
order by "booking"."starts_at" asc, "booking"."id" asc
limit $9;

-- lockHolder
select "id"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" = $2)
for update;

-- listPoolDaysOf
select distinct "booking_unit"."pool_id", "booking"."day"
from "booking_unit"
inner join "booking" on ("booking"."tenant_id" = $1 and "booking"."id" = "booking_unit"."booking_id")
where ("booking_unit"."tenant_id" = $2 and "booking_unit"."booking_id" = $3);

-- lockStanding
select "id", "day", "status", "starts_at", "ends_at", "booked_at", "expected_at", "request_hash"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."id" = $2)
for update;

-- endAttendance
update "booking"
set "status" = $1, "missed_at" = $2
where ("booking"."tenant_id" = $3 and "booking"."id" = $4 and "booking"."status" = $5)
returning "id";
update "booking_unit"
set "status" = $1
where ("booking_unit"."tenant_id" = $2 and "booking_unit"."booking_id" = $3);

-- listMissedOn
select "day"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."person_id" = $2 and "booking"."status" = $3 and "booking"."excused_at" is null and "booking"."day" >= $4)
order by "booking"."day" asc, "booking"."id" asc;

-- reviveBooking
update "booking"
set "status" = $1, "checked_in_at" = $2, "cancelled_at" = $3, "cancel_reason" = $4, "expected_at" = $5, "missed_at" = $6, "excused_at" = $7
where ("booking"."tenant_id" = $8 and "booking"."id" = $9 and "booking"."status" = $10)
returning "id";
delete from "absence_excuse"
where ("absence_excuse"."tenant_id" = $1 and "absence_excuse"."booking_id" = $2);

-- insertExcuse
update "booking"
set "status" = $1, "checked_in_at" = $2, "cancelled_at" = $3, "cancel_reason" = $4, "expected_at" = $5, "missed_at" = $6, "excused_at" = $7
where ("booking"."tenant_id" = $8 and "booking"."id" = $9 and "booking"."status" = $10)
returning "id";
delete from "absence_excuse"
where ("absence_excuse"."tenant_id" = $1 and "absence_excuse"."booking_id" = $2);
update "booking"
set "status" = $1, "missed_at" = $2
where ("booking"."tenant_id" = $3 and "booking"."id" = $4 and "booking"."status" = $5)
returning "id";
update "booking_unit"
set "status" = $1
where ("booking_unit"."tenant_id" = $2 and "booking_unit"."booking_id" = $3);
update "booking"
set "excused_at" = $1
where ("booking"."tenant_id" = $2 and "booking"."id" = $3 and "booking"."status" = $4 and "booking"."excused_at" is null)
returning "id";
insert into "absence_excuse" ("tenant_id", "booking_id", "because", "declared_at")
values ($1, $2, $3, $4);

-- findExcuse
select "because"
from "absence_excuse"
where ("absence_excuse"."tenant_id" = $1 and "absence_excuse"."booking_id" = $2);

-- listOpeningChanges
select "id", "kind", "site", "pool_id", "from_day", "to_day", "from_time", "to_time", "opens_shut_days", "because", "because_in", "decided_at"
from "opening_change"
where ("opening_change"."tenant_id" = $1 and "opening_change"."ended_at" is null and "opening_change"."to_day" >= $2 and "opening_change"."from_day" <= $3)
order by "opening_change"."pool_id" asc, "opening_change"."site" asc, "opening_change"."from_day" asc, "opening_change"."id" asc;

-- listChangesHeld
select "id", "kind", "site", "pool_id", "from_day", "to_day", "from_time", "to_time", "opens_shut_days", "because", "because_in", "decided_at", "ended_at"
from "opening_change"
where ("opening_change"."tenant_id" = $1 and "opening_change"."to_day" >= $2 and "opening_change"."from_day" <= $3)
order by "opening_change"."pool_id" asc, "opening_change"."site" asc, "opening_change"."from_day" asc, "opening_change"."id" asc;

-- listOutagesHeld
select "pool_id", "starts_at", "ends_at", "ended_at"
from "unit_outage"
where ("unit_outage"."tenant_id" = $1 and "unit_outage"."starts_at" < $2 and "unit_outage"."ends_at" > $3)
order by "unit_outage"."pool_id", "unit_outage"."starts_at";

-- listChangesAhead
select "tenant_id", "id", "kind", "site", "pool_id", "from_day", "to_day", "from_time", "to_time", "opens_shut_days", "because", "because_in", "decided_by", "request_key", "decided_at", "settled", "ended_at", "ended_by"
from "opening_change"
where ("opening_change"."tenant_id" = $1 and "opening_change"."to_day" >= $2)
order by "opening_change"."from_day" asc, "opening_change"."decided_at" desc, "opening_change"."id" asc
limit $3;

-- listBookingsById
select "booking"."tenant_id", "booking"."id", "booking"."person_id", "booking"."pool_id", "booking"."day", "booking"."starts_at", "booking"."ends_at", "booking"."slots", "booking"."status", "booking"."channel", "booking"."code", "booking"."qr_secret", "booking"."requested_by", "booking"."idempotency_key", "booking"."request_hash", "booking"."booked_at", "booking"."checked_in_at", "booking"."cancelled_at", "booking"."cancel_reason", "booking"."change_key", "booking"."expected_at", "booking"."missed_at", "booking"."excused_at", "booking"."offer_expires_at", "booking"."accepted_at", "pool"."slug", "person"."given_name", "person"."family_name"
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "person"."tenant_id" = $3 and "booking"."id" in ($4))
order by "booking"."starts_at" desc, "booking"."id" asc
limit $5;
select "booking_unit"."booking_id", "booking_unit"."id", "booking_unit"."pool_id", "unit"."id", "unit"."label", "booking_unit"."starts_at", "booking_unit"."ends_at", "booking_unit"."is_pinned", "booking_unit"."is_add_on", "booking_unit"."is_chosen", "booking_unit"."dependant_id", "dependant"."given_name"
from "booking_unit"
inner join "unit" on ("unit"."tenant_id" = "booking_unit"."tenant_id" and "unit"."id" = "booking_unit"."unit_id")
left join "dependant" on ("dependant"."tenant_id" = $1 and "dependant"."id" = "booking_unit"."dependant_id")
where ("booking_unit"."tenant_id" = $2 and "unit"."tenant_id" = $3 and "booking_unit"."booking_id" in ($4))
order by "booking_unit"."starts_at" asc, "unit"."number" asc;

-- listWithoutAddress
select "id", "given_name", "family_name", "phone"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" in ($2) and "person"."email" is null)
order by "person"."family_name" asc, "person"."given_name" asc, "person"."id" asc;

-- listOtherHoursAhead
select "opening_change"."id", "opening_change"."kind", "opening_change"."site", "opening_change"."pool_id", "opening_change"."from_day", "opening_change"."to_day", "opening_change"."from_time", "opening_change"."to_time", "opening_change"."opens_shut_days", "opening_change"."because", "opening_change"."because_in", "opening_change"."decided_at", "pool"."slug"
from "opening_change"
left join "pool" on ("pool"."tenant_id" = $1 and "pool"."id" = "opening_change"."pool_id")
where ("opening_change"."tenant_id" = $2 and "opening_change"."kind" = $3 and "opening_change"."ended_at" is null and "opening_change"."to_day" >= $4)
order by "opening_change"."pool_id" asc, "opening_change"."from_day" asc, "opening_change"."id" asc;

-- lockOpeningChange
select "tenant_id", "id", "kind", "site", "pool_id", "from_day", "to_day", "from_time", "to_time", "opens_shut_days", "because", "because_in", "decided_by", "request_key", "decided_at", "settled", "ended_at", "ended_by"
from "opening_change"
where ("opening_change"."tenant_id" = $1 and "opening_change"."id" = $2)
for update;

-- findOpeningChangeByKey
select "tenant_id", "id", "kind", "site", "pool_id", "from_day", "to_day", "from_time", "to_time", "opens_shut_days", "because", "because_in", "decided_by", "request_key", "decided_at", "settled", "ended_at", "ended_by"
from "opening_change"
where ("opening_change"."tenant_id" = $1 and "opening_change"."decided_by" = $2 and "opening_change"."request_key" = $3);

-- insertOpeningChange
insert into "opening_change" ("tenant_id", "id", "kind", "site", "pool_id", "from_day", "to_day", "from_time", "to_time", "opens_shut_days", "because", "because_in", "decided_by", "request_key", "decided_at", "settled", "ended_at", "ended_by")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, default, default);

-- endOpeningChange
update "opening_change"
set "ended_at" = $1, "ended_by" = $2
where ("opening_change"."tenant_id" = $3 and "opening_change"."id" = $4 and "opening_change"."ended_at" is null)
returning "id";

-- insertAuditEvent
insert into "audit_event" ("tenant_id", "id", "at", "actor_id", "action", "subject_id", "reason", "details")
values ($1, $2, $3, $4, $5, $6, $7, default);

-- listAuditEvents
select "audit_event"."at", "audit_event"."action", "audit_event"."reason", "person"."given_name", "person"."family_name"
from "audit_event"
left join "person" on ("person"."tenant_id" = $1 and "person"."id" = "audit_event"."actor_id")
where ("audit_event"."tenant_id" = $2 and "audit_event"."subject_id" = $3 and "audit_event"."action" = $4)
order by "audit_event"."at" desc, "audit_event"."id" desc
limit $5;

-- findPersonBySeals
select "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and ("person"."fiscal_code_hmac" in ($2, $3) or "person"."subject_hmac" in ($4)));

-- insertPerson
insert into "person" ("tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into")
values ($1, $2, default, default, default, $3, $4, default, default, default, default, $5, default, default, $6, default, default, default, default)
on conflict do nothing
returning "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into";

-- updateAttestedFacts
update "person"
set "given_name" = $1, "family_name" = $2, "born_on" = $3, "attested_at" = $4
where ("person"."tenant_id" = $5 and "person"."id" = $6 and "person"."merged_into" is null)
returning "id";

-- updateSealedCode
update "person"
set "fiscal_code_hmac" = $1, "fiscal_code_cipher" = $2
where ("person"."tenant_id" = $3 and "person"."id" = $4 and "person"."merged_into" is null)
returning "id";

-- reseal
select "id", "fiscal_code_cipher"
from "person"
where ("person"."tenant_id" = $1 and "person"."fiscal_code_cipher" is not null and not "person"."fiscal_code_cipher" like $2)
order by "person"."id"
limit $3
for update;
update "person"
set "fiscal_code_hmac" = $1, "fiscal_code_cipher" = $2
where ("person"."tenant_id" = $3 and "person"."id" = $4 and "person"."merged_into" is null)
returning "id";
select "tenant_id", "dependant_id", "allergies_cipher", "emergency_contact_cipher", "may_collect_cipher", "changed_at"
from "dependant_care"
where ("dependant_care"."tenant_id" = $1 and (("dependant_care"."allergies_cipher" is not null and not "dependant_care"."allergies_cipher" like $2) or ("dependant_care"."emergency_contact_cipher" is not null and not "dependant_care"."emergency_contact_cipher" like $3) or ("dependant_care"."may_collect_cipher" is not null and not "dependant_care"."may_collect_cipher" like $4)))
order by "dependant_care"."dependant_id"
limit $5
for update;
insert into "dependant_care" ("tenant_id", "dependant_id", "allergies_cipher", "emergency_contact_cipher", "may_collect_cipher", "changed_at")
values ($1, $2, $3, $4, $5, $6)
on conflict ("tenant_id","dependant_id") do update
set "allergies_cipher" = $7, "emergency_contact_cipher" = $8, "may_collect_cipher" = $9, "changed_at" = $10;
select "tenant_id", "person_id", "secret_cipher", "confirmed_at", "pending_cipher", "pending_at", "last_step", "wrong_tries", "blocked_until"
from "second_factor"
where ("second_factor"."tenant_id" = $1 and (("second_factor"."secret_cipher" is not null and not "second_factor"."secret_cipher" like $2) or ("second_factor"."pending_cipher" is not null and not "second_factor"."pending_cipher" like $3)))
order by "second_factor"."person_id"
limit $4
for update;
update "second_factor"
set "secret_cipher" = $1, "pending_cipher" = $2
where ("second_factor"."tenant_id" = $3 and "second_factor"."person_id" = $4)
returning "person_id";

-- updateContacts
update "person"
set "email" = $1, "phone" = $2
where ("person"."tenant_id" = $3 and "person"."id" = $4 and "person"."merged_into" is null)
returning "id";

-- updateResidence
update "person"
set "residence" = $1
where ("person"."tenant_id" = $2 and "person"."id" = $3 and "person"."merged_into" is null)
returning "id";

-- updateNotice
update "person"
set "notice_version" = $1, "notice_accepted_at" = $2
where ("person"."tenant_id" = $3 and "person"."id" = $4 and "person"."merged_into" is null)
returning "id";

-- findPerson
select "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" = $2);

-- listPeopleBySeals
select "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and ("person"."fiscal_code_hmac" in ($2, $3) or "person"."subject_hmac" in ($4)));

-- lockPerson
insert into "person" ("tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into")
values ($1, $2, default, default, default, $3, $4, default, default, default, default, $5, default, default, $6, default, default, default, $7)
on conflict do nothing
returning "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into";
select "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" = $2 and "person"."erased_at" is null)
for update;
select "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" = $2);

-- listIdsOf
select "id"
from "person"
where ("person"."tenant_id" = $1 and "person"."merged_into" = $2);

-- findLookalikes
select "id", "given_name", "family_name", "born_on", "made_at_counter", "phone", "email"
from "person"
where ("person"."tenant_id" = $1 and ("person"."merged_into" is null and "person"."erased_at" is null) and "person"."id" <> $2 and ((((translate(lower("person"."given_name"), $3, $4) = $5 and translate(lower("person"."family_name"), $6, $7) = $8) or (translate(lower("person"."given_name"), $9, $10) = $11 and translate(lower("person"."family_name"), $12, $13) = $14)) and ("person"."born_on" is null or "person"."born_on" = $15)) or "person"."phone" = $16 or lower("person"."email") = $17))
order by "person"."family_name" asc, "person"."given_name" asc, "person"."id" asc
limit $18;

-- lockActiveBookings
select "id", "person_id", "starts_at", "ends_at"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."person_id" in ($2) and "booking"."status" in ($3, $4, $5) and "booking"."ends_at" > $6)
order by "booking"."id" asc
for update;

-- absorbPerson
select "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" = $2);
insert into "person" ("tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into")
values ($1, $2, default, default, default, $3, $4, default, default, $5, default, $6, default, default, $7, default, default, default, default)
on conflict do nothing
returning "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into";
insert into "email_verification" ("tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at")
values ($1, $2, $3, $4, default, default, default, $5, default)
on conflict do nothing;
select "tenant_id", "person_id", "language", "day_before", "two_hours_before", "calendar_file", "prefers_phone", "changed_at"
from "notification_preference"
where ("notification_preference"."tenant_id" = $1 and "notification_preference"."person_id" = $2);
insert into "notification_preference" ("tenant_id", "person_id", "language", "day_before", "two_hours_before", "calendar_file", "prefers_phone", "changed_at")
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict ("tenant_id","person_id") do update
set "language" = $9, "day_before" = $10, "two_hours_before" = $11, "calendar_file" = $12, "prefers_phone" = $13, "changed_at" = $14;
delete from "notification_preference"
where ("notification_preference"."tenant_id" = $1 and "notification_preference"."person_id" = $2);
select "tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at"
from "email_verification"
where ("email_verification"."tenant_id" = $1 and "email_verification"."person_id" = $2 and "email_verification"."address_hash" = $3);
delete from "email_verification"
where ("email_verification"."tenant_id" = $1 and "email_verification"."person_id" = $2);
update "wait"
set "status" = $1, "closed_at" = $2
where ("wait"."tenant_id" = $3 and "wait"."id" in (select "wait"."id"
from "wait"
inner join "wait" "beside" on ("beside"."tenant_id" = $4 and "beside"."person_id" = $5 and "beside"."pool_id" = "wait"."pool_id" and "beside"."starts_at" < "wait"."ends_at" and "beside"."ends_at" > "wait"."starts_at" and "beside"."status" in ($6, $7))
where ("wait"."tenant_id" = $8 and "wait"."person_id" = $9 and "wait"."status" = $10)));
update "wait"
set "person_id" = $1
where ("wait"."tenant_id" = $2 and "wait"."person_id" = $3);
update "booking"
set "person_id" = $1
where ("booking"."tenant_id" = $2 and "booking"."person_id" = $3);
update "call_list"
set "person_id" = $1
where ("call_list"."tenant_id" = $2 and "call_list"."person_id" = $3);
update "session"
set "person_id" = $1, "ended_at" = coalesce("session"."ended_at", $2::timestamptz)
where ("session"."tenant_id" = $3 and "session"."person_id" = $4);
update "dependant"
set "person_id" = $1, "second_parent_id" = $2
where ("dependant"."tenant_id" = $3 and "dependant"."person_id" in ($4, $5) and "dependant"."second_parent_id" in ($6, $7));
update "dependant"
set "person_id" = $1
where ("dependant"."tenant_id" = $2 and "dependant"."person_id" = $3);
update "dependant"
set "second_parent_id" = $1
where ("dependant"."tenant_id" = $2 and "dependant"."second_parent_id" = $3);
delete from "mail_return"
where ("mail_return"."tenant_id" = $1 and "mail_return"."person_id" = $2);
delete from "recovery_code"
where ("recovery_code"."tenant_id" = $1 and "recovery_code"."person_id" = $2);
delete from "second_factor"
where ("second_factor"."tenant_id" = $1 and "second_factor"."person_id" = $2);
update "person"
set "merged_into" = $1
where ("person"."tenant_id" = $2 and "person"."merged_into" = $3);
update "person"
set "fiscal_code_hmac" = $1, "fiscal_code_cipher" = $2, "subject_hmac" = $3, "born_on" = $4, "residence" = $5, "email" = $6, "phone" = $7, "attested_at" = $8, "merged_into" = $9
where ("person"."tenant_id" = $10 and "person"."id" = $11);
update "person"
set "fiscal_code_hmac" = $1, "fiscal_code_cipher" = $2, "subject_hmac" = $3, "given_name" = $4, "family_name" = $5, "born_on" = $6, "residence" = $7, "email" = $8, "phone" = $9, "notice_version" = $10, "notice_accepted_at" = $11, "attested_at" = $12
where ("person"."tenant_id" = $13 and "person"."id" = $14);

-- searchPeople
select "id", "given_name", "family_name", "born_on", "made_at_counter"
from "person"
where ("person"."tenant_id" = $1 and ("person"."merged_into" is null and "person"."erased_at" is null) and ("person"."family_name" ilike $2 or "person"."given_name" ilike $3) and ("person"."family_name" ilike $4 or "person"."given_name" ilike $5))
order by "person"."family_name" asc, "person"."given_name" asc, "person"."id" asc
limit $6;

-- findSessionHolder
select "session"."id", "session"."started_at", "session"."last_seen_at", "session"."expires_at", "session"."second_factor_at", "second_factor"."confirmed_at", "person"."id", "person"."given_name", "person"."family_name", "person"."born_on", "person"."residence", "person"."email", "person"."phone", "person"."notice_version", "staff_role"."role"
from "session"
inner join "person" on ("person"."tenant_id" = "session"."tenant_id" and "person"."id" = "session"."person_id")
left join "staff_role" on ("staff_role"."tenant_id" = $1 and "staff_role"."person_id" = "session"."person_id" and "staff_role"."expires_at" > $2 and "staff_role"."revoked_at" is null)
left join "second_factor" on ("second_factor"."tenant_id" = $3 and "second_factor"."person_id" = "session"."person_id")
where ("session"."tenant_id" = $4 and "person"."tenant_id" = $5 and "session"."token_hash" = $6 and "session"."expires_at" > $7 and "session"."ended_at" is null and "person"."merged_into" is null)
order by "staff_role"."role" asc;

-- insertSession
insert into "session" ("tenant_id", "id", "token_hash", "person_id", "device", "started_at", "last_seen_at", "expires_at", "ended_at", "second_factor_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, default, default);
delete from "session"
where ("session"."tenant_id" = $1 and "session"."person_id" = $2 and "session"."expires_at" < $3);

-- updateLastSeen
update "session"
set "last_seen_at" = $1
where ("session"."tenant_id" = $2 and "session"."id" = $3 and "session"."last_seen_at" < $4);

-- listOpenSessions
select "id", "started_at", "last_seen_at", "device"
from "session"
where ("session"."tenant_id" = $1 and "session"."person_id" = $2 and "session"."expires_at" > $3 and "session"."ended_at" is null)
order by "session"."last_seen_at" desc, "session"."id" desc;

-- closeSession
update "session"
set "ended_at" = $1
where ("session"."tenant_id" = $2 and "session"."person_id" = $3 and "session"."id" = $4 and "session"."expires_at" > $5 and "session"."ended_at" is null)
returning "id";

-- closeSessionByToken
update "session"
set "ended_at" = $1
where ("session"."tenant_id" = $2 and "session"."token_hash" = $3 and "session"."ended_at" is null);

-- closeSessionsOf
update "session"
set "ended_at" = $1
where ("session"."tenant_id" = $2 and "session"."person_id" = $3 and "session"."expires_at" > $4 and "session"."ended_at" is null)
returning "id";

-- insertAttempt
insert into "sign_in_attempt" ("tenant_id", "id", "state_hash", "nonce", "code_verifier", "return_to", "started_at", "expires_at")
values ($1, $2, $3, $4, $5, $6, $7, $8);
delete from "sign_in_attempt"
where ("sign_in_attempt"."tenant_id" = $1 and "sign_in_attempt"."expires_at" < $2);

-- takeAttempt
delete from "sign_in_attempt"
where ("sign_in_attempt"."tenant_id" = $1 and "sign_in_attempt"."state_hash" = $2)
returning "tenant_id", "id", "state_hash", "nonce", "code_verifier", "return_to", "started_at", "expires_at";

-- grantRole
select "id", "born_on", "residence", "notice_version", "erased_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" in ($2))
order by "person"."id" asc
for update;
select "id", "expires_at"
from "staff_role"
where (("staff_role"."tenant_id" = $1 and "staff_role"."expires_at" > $2 and "staff_role"."revoked_at" is null) and "staff_role"."person_id" = $3 and "staff_role"."role" = $4);
insert into "staff_role" ("tenant_id", "id", "person_id", "role", "granted_at", "granted_by", "expires_at", "revoked_at")
values ($1, $2, $3, $4, $5, $6, $7, default);
update "session"
set "ended_at" = $1
where ("session"."tenant_id" = $2 and "session"."person_id" = $3 and "session"."expires_at" > $4 and "session"."ended_at" is null)
returning "id";
insert into "audit_event" ("tenant_id", "id", "at", "actor_id", "action", "subject_id", "reason", "details")
values ($1, $2, $3, default, $4, $5, default, $6);

-- revokeRole
select "id", "born_on", "residence", "notice_version", "erased_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" in ($2))
order by "person"."id" asc
for update;
update "staff_role"
set "revoked_at" = $1
where (("staff_role"."tenant_id" = $2 and "staff_role"."expires_at" > $3 and "staff_role"."revoked_at" is null) and "staff_role"."person_id" = $4 and "staff_role"."role" = $5)
returning "id";

-- listRolesOf
select distinct "role"
from "staff_role"
where (("staff_role"."tenant_id" = $1 and "staff_role"."expires_at" > $2 and "staff_role"."revoked_at" is null) and "staff_role"."person_id" = $3)
order by "staff_role"."role" asc;

-- insertStaffRole
insert into "staff_role" ("tenant_id", "id", "person_id", "role", "granted_at", "granted_by", "expires_at", "revoked_at")
values ($1, $2, $3, $4, $5, $6, $7, default);

-- closeStaffRole
update "staff_role"
set "revoked_at" = $1
where (("staff_role"."tenant_id" = $2 and "staff_role"."expires_at" > $3 and "staff_role"."revoked_at" is null) and "staff_role"."person_id" = $4 and "staff_role"."role" = $5)
returning "id";

-- updateRoleExpiry
update "staff_role"
set "expires_at" = $1
where ("staff_role"."tenant_id" = $2 and "staff_role"."id" = $3)
returning "id";

-- listStaff
select "staff_role"."id", "person"."id", "person"."given_name", "person"."family_name", "staff_role"."role", "staff_role"."granted_at", "staff_role"."granted_by", "staff_role"."expires_at", "second_factor"."confirmed_at"
from "staff_role"
inner join "person" on ("person"."tenant_id" = "staff_role"."tenant_id" and "person"."id" = "staff_role"."person_id")
left join "second_factor" on ("second_factor"."tenant_id" = $1 and "second_factor"."person_id" = "staff_role"."person_id")
where (("staff_role"."tenant_id" = $2 and "staff_role"."expires_at" > $3 and "staff_role"."revoked_at" is null) and "person"."tenant_id" = $4)
order by "person"."family_name" asc, "person"."given_name" asc, "staff_role"."role" asc;

-- findRoleInForce
select "id", "expires_at"
from "staff_role"
where (("staff_role"."tenant_id" = $1 and "staff_role"."expires_at" > $2 and "staff_role"."revoked_at" is null) and "staff_role"."person_id" = $3 and "staff_role"."role" = $4);

-- findPersonalData
select "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" = $2);
select "booking"."code", "pool"."name", "booking"."day", "booking"."starts_at", "booking"."ends_at", "booking"."status", "booking"."channel", "booking"."booked_at", "booking"."checked_in_at", "booking"."cancelled_at", "booking"."cancel_reason", "booking"."missed_at", "booking"."excused_at", "absence_excuse"."because", "decision"."outcome", "decision"."config_version", "decision"."rules_hash"
from "booking"
inner join "pool" on ("pool"."tenant_id" = $1 and "pool"."id" = "booking"."pool_id")
left join "absence_excuse" on ("absence_excuse"."tenant_id" = $2 and "absence_excuse"."booking_id" = "booking"."id")
left join "decision" on ("decision"."tenant_id" = $3 and "decision"."booking_id" = "booking"."id")
where ("booking"."tenant_id" = $4 and "booking"."person_id" = $5)
order by "booking"."starts_at" asc;
select "started_at", "last_seen_at", "ended_at", "device"
from "session"
where ("session"."tenant_id" = $1 and "session"."person_id" = $2)
order by "session"."started_at" asc;
select "tenant_id", "person_id", "language", "day_before", "two_hours_before", "calendar_file", "prefers_phone", "changed_at"
from "notification_preference"
where ("notification_preference"."tenant_id" = $1 and "notification_preference"."person_id" = $2);
select "asked_at", "verified_at", "refused_at"
from "email_verification"
where ("email_verification"."tenant_id" = $1 and "email_verification"."person_id" = $2);
select "topic", "because", "listed_at", "settled_at", "outcome"
from "call_list"
where ("call_list"."tenant_id" = $1 and "call_list"."person_id" = $2);
select "id", "kind", "given_name", "born_on", "created_at", "removed_at"
from "dependant"
where ("dependant"."tenant_id" = $1 and ("dependant"."person_id" = $2 or "dependant"."second_parent_id" = $3))
order by "dependant"."born_on" asc;
select "pool"."name", "wait"."day", "wait"."starts_at", "wait"."ends_at", "wait"."people", "wait"."channel", "wait"."asked_at", "wait"."status", "wait"."closed_at"
from "wait"
inner join "pool" on ("pool"."tenant_id" = $1 and "pool"."id" = "wait"."pool_id")
where ("wait"."tenant_id" = $2 and "wait"."person_id" = $3)
order by "wait"."starts_at" asc;

-- listDeedsAbout
select "id"
from "person"
where ("person"."tenant_id" = $1 and "person"."merged_into" = $2);
select "audit_event"."at", "audit_event"."action", "audit_event"."reason", "person"."given_name", "person"."family_name"
from "audit_event"
left join "person" on ("person"."tenant_id" = $1 and "person"."id" = "audit_event"."actor_id")
where ("audit_event"."tenant_id" = $2 and ("audit_event"."subject_id" in ($3) or "audit_event"."subject_id" in (select "id"
from "dependant"
where ("dependant"."tenant_id" = $4 and ("dependant"."person_id" = $5 or "dependant"."second_parent_id" = $6)))) and ("audit_event"."actor_id" is null or "audit_event"."actor_id" <> $7))
order by "audit_event"."at" desc, "audit_event"."id" desc
limit $8;

-- erasePerson
insert into "person" ("tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into")
values ($1, $2, default, default, default, $3, $4, default, default, default, default, $5, default, default, $6, default, default, default, default)
on conflict do nothing
returning "tenant_id", "id", "fiscal_code_hmac", "fiscal_code_cipher", "subject_hmac", "given_name", "family_name", "born_on", "residence", "email", "phone", "made_at_counter", "notice_version", "notice_accepted_at", "created_at", "locked_at", "erased_at", "attested_at", "merged_into";
insert into "dependant" ("tenant_id", "id", "person_id", "second_parent_id", "kind", "given_name", "born_on", "share_hash", "share_expires_at", "created_at", "removed_at")
values ($1, $2, $3, default, $4, $5, $6, default, default, $7, default);
update "person"
set "fiscal_code_hmac" = $1, "fiscal_code_cipher" = $2, "subject_hmac" = $3, "given_name" = $4, "family_name" = $5, "born_on" = $6, "residence" = $7, "email" = $8, "phone" = $9, "erased_at" = $10
where ("person"."tenant_id" = $11 and "person"."id" = $12 and "person"."erased_at" is null)
returning "id";
update "person"
set "subject_hmac" = $1, "given_name" = $2, "family_name" = $3, "erased_at" = $4
where ("person"."tenant_id" = $5 and "person"."merged_into" = $6);
delete from "session"
where ("session"."tenant_id" = $1 and "session"."person_id" = $2);
delete from "recovery_code"
where ("recovery_code"."tenant_id" = $1 and "recovery_code"."person_id" = $2);
delete from "second_factor"
where ("second_factor"."tenant_id" = $1 and "second_factor"."person_id" = $2);
delete from "notification_preference"
where ("notification_preference"."tenant_id" = $1 and "notification_preference"."person_id" = $2);
delete from "email_verification"
where ("email_verification"."tenant_id" = $1 and "email_verification"."person_id" = $2);
delete from "call_list"
where ("call_list"."tenant_id" = $1 and "call_list"."person_id" = $2);
delete from "mail_return"
where ("mail_return"."tenant_id" = $1 and "mail_return"."person_id" = $2);
update "booking"
set "cancel_reason" = $1
where ("booking"."tenant_id" = $2 and "booking"."person_id" = $3);
delete from "absence_excuse"
where ("absence_excuse"."tenant_id" = $1 and "absence_excuse"."booking_id" in (select "id"
from "booking"
where ("booking"."tenant_id" = $2 and "booking"."person_id" = $3)));
update "dependant"
set "second_parent_id" = $1
where ("dependant"."tenant_id" = $2 and "dependant"."second_parent_id" = $3);
select "id"
from "dependant"
where ("dependant"."tenant_id" = $1 and "dependant"."person_id" = $2 and "dependant"."second_parent_id" is null);
delete from "dependant_care"
where ("dependant_care"."tenant_id" = $1 and "dependant_care"."dependant_id" in ($2));
update "dependant"
set "given_name" = $1, "born_on" = $2, "share_hash" = $3, "share_expires_at" = $4, "removed_at" = $5
where ("dependant"."tenant_id" = $6 and "dependant"."id" in ($7));

-- listNotErased
select "id"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" in ($2) and "person"."erased_at" is null);

-- endEverySession
update "session"
set "ended_at" = $1
where ("session"."tenant_id" = $2 and "session"."ended_at" is null);

-- endEveryOfficerSession
update "regione_app"."officer_session"
set "ended_at" = $1
where "regione_app"."officer_session"."ended_at" is null;

-- repeatErasures
select "id"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" in ($2) and "person"."erased_at" is null);

-- letGoOf
delete from "audit_event"
where ("audit_event"."tenant_id" = $1 and "audit_event"."at" < $2);
delete from "call_list"
where ("call_list"."tenant_id" = $1 and ("call_list"."settled_at" < $2 or ("call_list"."settled_at" is null and "call_list"."listed_at" < $3)));
update "booking"
set "cancel_reason" = $1
where ("booking"."tenant_id" = $2 and "booking"."cancel_reason" is not null and "booking"."ends_at" < $3);
delete from "absence_excuse"
where ("absence_excuse"."tenant_id" = $1 and "absence_excuse"."declared_at" < $2);
delete from "done"
where ("done"."tenant_id" = $1 and "done"."done_at" < $2);
delete from "session"
where ("session"."tenant_id" = $1 and "session"."expires_at" < $2);
delete from "sign_in_attempt"
where ("sign_in_attempt"."tenant_id" = $1 and "sign_in_attempt"."expires_at" < $2);
delete from "email_verification"
where ("email_verification"."tenant_id" = $1 and "email_verification"."verified_at" is null and "email_verification"."expires_at" < $2);
delete from "outbox"
where ("outbox"."tenant_id" = $1 and "outbox"."settled_at" < $2 and not exists (select "id"
from "outbox" "retry"
where ("retry"."tenant_id" = $3 and "retry"."retry_of" = "outbox"."id" and ("retry"."settled_at" is null or "retry"."settled_at" >= $4))));
delete from "mail_return"
where ("mail_return"."tenant_id" = $1 and "mail_return"."sent_at" < $2);

-- listPeopleUnseenSince
select "id"
from "person"
where ("person"."tenant_id" = $1 and "person"."erased_at" is null and "person"."merged_into" is null and "person"."created_at" < $2 and not exists (select "id"
from "booking"
where ("booking"."tenant_id" = $3 and "booking"."person_id" = "person"."id" and "booking"."ends_at" >= $4)) and not exists (select "id"
from "session"
where ("session"."tenant_id" = $5 and "session"."person_id" = "person"."id" and "session"."last_seen_at" >= $6)) and not exists (select "person_id"
from "staff_role"
where ("staff_role"."tenant_id" = $7 and "staff_role"."person_id" = "person"."id" and "staff_role"."expires_at" > $8 and "staff_role"."revoked_at" is null)))
order by "person"."created_at" asc, "person"."id" asc
limit $9;

-- insertRetentionRuns
insert into "retention_run" ("tenant_id", "id", "ran_at", "what", "kept_days", "before_at", "affected")
values ($1, $2, $3, $4, $5, $6, $7);

-- listRetentionRuns
select "tenant_id", "id", "ran_at", "what", "kept_days", "before_at", "affected"
from "retention_run"
where "retention_run"."tenant_id" = $1
order by "retention_run"."ran_at" desc, "retention_run"."what" asc
limit $2;

-- findSecondFactor
select "tenant_id", "person_id", "secret_cipher", "confirmed_at", "pending_cipher", "pending_at", "last_step", "wrong_tries", "blocked_until"
from "second_factor"
where ("second_factor"."tenant_id" = $1 and "second_factor"."person_id" = $2);

-- savePendingSecret
insert into "second_factor" ("tenant_id", "person_id", "secret_cipher", "confirmed_at", "pending_cipher", "pending_at", "last_step", "wrong_tries", "blocked_until")
values ($1, $2, default, default, $3, $4, default, default, default)
on conflict ("tenant_id","person_id") do update
set "pending_cipher" = $5, "pending_at" = $6;

-- confirmSecret
update "second_factor"
set "secret_cipher" = $1, "confirmed_at" = $2, "pending_cipher" = $3, "pending_at" = $4
where ("second_factor"."tenant_id" = $5 and "second_factor"."person_id" = $6)
returning "person_id";

-- updateTries
update "second_factor"
set "last_step" = $1, "wrong_tries" = $2, "blocked_until" = $3
where ("second_factor"."tenant_id" = $4 and "second_factor"."person_id" = $5)
returning "person_id";

-- isRecoveryCode
select "id"
from "recovery_code"
where (("recovery_code"."tenant_id" = $1 and "recovery_code"."person_id" = $2) and "recovery_code"."code_hmac" in ($3) and "recovery_code"."used_at" is null);

-- replaceRecoveryCodes
delete from "recovery_code"
where ("recovery_code"."tenant_id" = $1 and "recovery_code"."person_id" = $2);
insert into "recovery_code" ("tenant_id", "id", "person_id", "code_hmac", "made_at", "used_at")
values ($1, $2, $3, $4, $5, default);

-- takeRecoveryCode
delete from "recovery_code"
where ("recovery_code"."tenant_id" = $1 and "recovery_code"."person_id" = $2);
insert into "recovery_code" ("tenant_id", "id", "person_id", "code_hmac", "made_at", "used_at")
values ($1, $2, $3, $4, $5, default);
update "recovery_code"
set "used_at" = $1
where (("recovery_code"."tenant_id" = $2 and "recovery_code"."person_id" = $3) and "recovery_code"."code_hmac" in ($4) and "recovery_code"."used_at" is null)
returning "id";
select count(*)
from "recovery_code"
where (("recovery_code"."tenant_id" = $1 and "recovery_code"."person_id" = $2) and "recovery_code"."used_at" is null);

-- countRecoveryCodes
select count(*)
from "recovery_code"
where (("recovery_code"."tenant_id" = $1 and "recovery_code"."person_id" = $2) and "recovery_code"."used_at" is null);

-- resealSecondFactors
select "tenant_id", "person_id", "secret_cipher", "confirmed_at", "pending_cipher", "pending_at", "last_step", "wrong_tries", "blocked_until"
from "second_factor"
where ("second_factor"."tenant_id" = $1 and (("second_factor"."secret_cipher" is not null and not "second_factor"."secret_cipher" like $2) or ("second_factor"."pending_cipher" is not null and not "second_factor"."pending_cipher" like $3)))
order by "second_factor"."person_id"
limit $4
for update;
update "second_factor"
set "secret_cipher" = $1, "pending_cipher" = $2
where ("second_factor"."tenant_id" = $3 and "second_factor"."person_id" = $4)
returning "person_id";

-- resetFactor
select "id", "born_on", "residence", "notice_version", "erased_at", "merged_into"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" in ($2))
order by "person"."id" asc
for update;
delete from "recovery_code"
where ("recovery_code"."tenant_id" = $1 and "recovery_code"."person_id" = $2);
delete from "second_factor"
where ("second_factor"."tenant_id" = $1 and "second_factor"."person_id" = $2)
returning "confirmed_at";
update "session"
set "ended_at" = $1
where ("session"."tenant_id" = $2 and "session"."person_id" = $3 and "session"."expires_at" > $4 and "session"."ended_at" is null)
returning "id";
insert into "audit_event" ("tenant_id", "id", "at", "actor_id", "action", "subject_id", "reason", "details")
values ($1, $2, $3, $4, $5, $6, $7, $8);

-- removeSecondFactor
delete from "recovery_code"
where ("recovery_code"."tenant_id" = $1 and "recovery_code"."person_id" = $2);
delete from "second_factor"
where ("second_factor"."tenant_id" = $1 and "second_factor"."person_id" = $2)
returning "confirmed_at";

-- markSecondFactor
update "session"
set "second_factor_at" = $1
where ("session"."tenant_id" = $2 and "session"."token_hash" = $3 and "session"."person_id" = $4);

-- listLastSeen
select "person_id", max("last_seen_at")
from "session"
where ("session"."tenant_id" = $1 and "session"."person_id" in ($2)) group by "session"."person_id";

-- findGrant
select "person_id", "role", "expires_at", "revoked_at"
from "staff_role"
where ("staff_role"."tenant_id" = $1 and "staff_role"."id" = $2);

-- listHoldersOf
select distinct "person_id"
from "staff_role"
where (("staff_role"."tenant_id" = $1 and "staff_role"."expires_at" > $2 and "staff_role"."revoked_at" is null) and "staff_role"."role" = $3);

-- listGrantsOf
select "role", "expires_at"
from "staff_role"
where (("staff_role"."tenant_id" = $1 and "staff_role"."expires_at" > $2 and "staff_role"."revoked_at" is null) and "staff_role"."person_id" = $3)
order by "staff_role"."expires_at" asc, "staff_role"."role" asc;

-- listRoleHistory
select "role", "granted_at", "expires_at", "revoked_at"
from "staff_role"
where ("staff_role"."tenant_id" = $1 and "staff_role"."person_id" = $2)
order by "staff_role"."granted_at" desc, "staff_role"."id" desc;

-- listStaffDeeds
select "audit_event"."at", "audit_event"."action", "audit_event"."reason", "audit_event"."details", "actor"."given_name", "actor"."family_name", "subject"."given_name", "subject"."family_name"
from "audit_event"
left join "person" "actor" on ("actor"."tenant_id" = $1 and "actor"."id" = "audit_event"."actor_id")
left join "person" "subject" on ("subject"."tenant_id" = $2 and "subject"."id" = "audit_event"."subject_id" and exists (select "id"
from "staff_role"
where ("staff_role"."tenant_id" = $3 and "staff_role"."person_id" = "audit_event"."subject_id")))
where ("audit_event"."tenant_id" = $4 and ("audit_event"."action" like $5 or exists (select "id"
from "staff_role"
where ("staff_role"."tenant_id" = $6 and "staff_role"."person_id" = "audit_event"."actor_id"))) and "audit_event"."actor_id" = $7 and "audit_event"."action" like $8 and "audit_event"."action" in ($9))
order by "audit_event"."at" desc, "audit_event"."id" desc
limit $10;

-- lockBookings
select "id", "status"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."id" in ($2))
order by "booking"."id" asc
for update;

-- updatePeriod
update "booking"
set "day" = $1, "starts_at" = $2, "ends_at" = $3, "slots" = $4, "change_key" = $5, "expected_at" = $6
where ("booking"."tenant_id" = $7 and "booking"."id" = $8)
returning "id";

-- endBooking
update "booking"
set "ends_at" = $1, "status" = $2
where ("booking"."tenant_id" = $3 and "booking"."id" = $4 and "booking"."status" = $5)
returning "id";

-- removePlaces
delete from "booking_unit"
where ("booking_unit"."tenant_id" = $1 and "booking_unit"."id" in ($2))
returning "id";

-- insertPlaces
insert into "booking_unit" ("tenant_id", "id", "booking_id", "pool_id", "unit_id", "starts_at", "ends_at", "status", "is_pinned", "is_add_on", "is_chosen", "dependant_id")
values ($1, $2, $3, $4, $5, $6, $7, $8, default, default, default, $9);

-- insertDecision
insert into "decision" ("tenant_id", "id", "booking_id", "outcome", "config_version", "rules_hash", "inputs_hash", "facts", "decided_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- listDropped
select "facts"
from "decision"
where ("decision"."tenant_id" = $1 and "decision"."booking_id" = $2)
order by "decision"."decided_at" asc, "decision"."id" asc
limit $3;

-- listHoldersOfUnit
select "booking_unit"."id", "booking"."id", "booking"."person_id", "person"."given_name", "person"."family_name", "booking"."code", "booking"."day", "booking_unit"."starts_at", "booking_unit"."ends_at", "booking"."status", "booking_unit"."is_pinned", "booking_unit"."is_add_on", "booking_unit"."is_chosen", "booking_unit"."dependant_id"
from "booking_unit"
inner join "booking" on ("booking"."tenant_id" = "booking_unit"."tenant_id" and "booking"."id" = "booking_unit"."booking_id")
inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id")
where ("booking_unit"."tenant_id" = $1 and "booking"."tenant_id" = $2 and "person"."tenant_id" = $3 and "booking_unit"."unit_id" = $4 and "booking_unit"."ends_at" > $5 and "booking_unit"."starts_at" < $6 and "booking_unit"."status" in ($7, $8, $9))
order by "booking_unit"."starts_at" asc, "booking_unit"."id" asc;

-- listCountedCompanions
select "booking_unit"."id", "booking"."id", "booking"."person_id", "booking_unit"."dependant_id", "pool"."slug", "booking"."day", "booking_unit"."starts_at", "booking_unit"."ends_at", "booking"."status"
from "booking_unit"
inner join "booking" on ("booking"."tenant_id" = "booking_unit"."tenant_id" and "booking"."id" = "booking_unit"."booking_id")
inner join "pool" on ("pool"."tenant_id" = "booking_unit"."tenant_id" and "pool"."id" = "booking_unit"."pool_id")
where ("booking_unit"."tenant_id" = $1 and "booking"."tenant_id" = $2 and "pool"."tenant_id" = $3 and "booking"."person_id" in ($4) and "booking_unit"."pool_id" <> "booking"."pool_id" and "booking"."starts_at" >= $5 and "booking"."starts_at" < $6 and "booking"."status" <> $7 and "booking"."excused_at" is null);
select "booking_unit"."id", "booking"."id", "booking"."person_id", "booking_unit"."dependant_id", "pool"."slug", "booking"."day", "booking_unit"."starts_at", "booking_unit"."ends_at", "booking"."status"
from "booking_unit"
inner join "booking" on ("booking"."tenant_id" = "booking_unit"."tenant_id" and "booking"."id" = "booking_unit"."booking_id")
inner join "pool" on ("pool"."tenant_id" = "booking_unit"."tenant_id" and "pool"."id" = "booking_unit"."pool_id")
where ("booking_unit"."tenant_id" = $1 and "booking"."tenant_id" = $2 and "pool"."tenant_id" = $3 and "booking_unit"."dependant_id" in ($4) and "booking_unit"."pool_id" <> "booking"."pool_id" and "booking"."starts_at" >= $5 and "booking"."starts_at" < $6 and "booking"."status" <> $7 and "booking"."excused_at" is null);

-- listOutages
select "pool_id", "unit_id", "starts_at", "ends_at"
from "unit_outage"
where ("unit_outage"."tenant_id" = $1 and "unit_outage"."pool_id" in ($2) and "unit_outage"."starts_at" < $3 and "unit_outage"."ends_at" > $4 and "unit_outage"."ended_at" is null)
order by "unit_outage"."starts_at" asc, "unit_outage"."id" asc;

-- insertOutage
insert into "unit_outage" ("tenant_id", "id", "pool_id", "unit_id", "starts_at", "ends_at", "because", "declared_by", "declared_at", "ended_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, default);

-- listOutagesInForce
select "unit_outage"."tenant_id", "unit_outage"."id", "unit_outage"."pool_id", "unit_outage"."unit_id", "unit_outage"."starts_at", "unit_outage"."ends_at", "unit_outage"."because", "unit_outage"."declared_by", "unit_outage"."declared_at", "unit_outage"."ended_at", "unit"."label"
from "unit_outage"
inner join "unit" on ("unit"."tenant_id" = "unit_outage"."tenant_id" and "unit"."id" = "unit_outage"."unit_id")
where ("unit_outage"."tenant_id" = $1 and "unit"."tenant_id" = $2 and "unit_outage"."ends_at" > $3 and "unit_outage"."ended_at" is null)
order by "unit_outage"."starts_at" asc, "unit_outage"."id" asc;

-- closeOutage
update "unit_outage"
set "ended_at" = $1
where ("unit_outage"."tenant_id" = $2 and "unit_outage"."id" = $3 and "unit_outage"."ended_at" is null)
returning "id";

-- listDependantsOf
select "tenant_id", "id", "person_id", "second_parent_id", "kind", "given_name", "born_on", "share_hash", "share_expires_at", "created_at", "removed_at"
from "dependant"
where ("dependant"."tenant_id" = $1 and ("dependant"."person_id" = $2 or "dependant"."second_parent_id" = $3) and "dependant"."removed_at" is null)
order by "dependant"."born_on" asc, "dependant"."id" asc;

-- listOwnDependants
select "id", "person_id", "second_parent_id", "born_on", "removed_at"
from "dependant"
where ("dependant"."tenant_id" = $1 and "dependant"."id" in ($2) and ("dependant"."person_id" = $3 or "dependant"."second_parent_id" = $4))
order by "dependant"."id" asc;

-- findDependant
select "tenant_id", "id", "person_id", "second_parent_id", "kind", "given_name", "born_on", "share_hash", "share_expires_at", "created_at", "removed_at"
from "dependant"
where ("dependant"."tenant_id" = $1 and "dependant"."id" = $2 and "dependant"."removed_at" is null)
for update;

-- findSharedDependant
select "tenant_id", "id", "person_id", "second_parent_id", "kind", "given_name", "born_on", "share_hash", "share_expires_at", "created_at", "removed_at"
from "dependant"
where ("dependant"."tenant_id" = $1 and "dependant"."share_hash" = $2 and "dependant"."share_expires_at" > $3 and "dependant"."removed_at" is null)
for update;

-- insertDependant
insert into "dependant" ("tenant_id", "id", "person_id", "second_parent_id", "kind", "given_name", "born_on", "share_hash", "share_expires_at", "created_at", "removed_at")
values ($1, $2, $3, default, $4, $5, $6, default, default, $7, default);

-- updateDependant
update "dependant"
set "given_name" = $1
where ("dependant"."tenant_id" = $2 and "dependant"."id" = $3)
returning "id";

-- findBookingFor
select "booking_unit"."booking_id"
from "booking_unit"
inner join "booking" on ("booking"."tenant_id" = "booking_unit"."tenant_id" and "booking"."id" = "booking_unit"."booking_id")
where ("booking_unit"."tenant_id" = $1 and "booking"."tenant_id" = $2 and "booking_unit"."dependant_id" = $3 and "booking_unit"."ends_at" > $4 and "booking"."status" <> $5)
limit $6;

-- saveCare
insert into "dependant_care" ("tenant_id", "dependant_id", "allergies_cipher", "emergency_contact_cipher", "may_collect_cipher", "changed_at")
values ($1, $2, $3, default, default, $4)
on conflict ("tenant_id","dependant_id") do update
set "allergies_cipher" = $5, "changed_at" = $6;

-- listCare
select "tenant_id", "dependant_id", "allergies_cipher", "emergency_contact_cipher", "may_collect_cipher", "changed_at"
from "dependant_care"
where ("dependant_care"."tenant_id" = $1 and "dependant_care"."dependant_id" in ($2));

-- removeCare
delete from "dependant_care"
where ("dependant_care"."tenant_id" = $1 and "dependant_care"."dependant_id" = $2);

-- resealCare
select "tenant_id", "dependant_id", "allergies_cipher", "emergency_contact_cipher", "may_collect_cipher", "changed_at"
from "dependant_care"
where ("dependant_care"."tenant_id" = $1 and (("dependant_care"."allergies_cipher" is not null and not "dependant_care"."allergies_cipher" like $2) or ("dependant_care"."emergency_contact_cipher" is not null and not "dependant_care"."emergency_contact_cipher" like $3) or ("dependant_care"."may_collect_cipher" is not null and not "dependant_care"."may_collect_cipher" like $4)))
order by "dependant_care"."dependant_id"
limit $5
for update;
insert into "dependant_care" ("tenant_id", "dependant_id", "allergies_cipher", "emergency_contact_cipher", "may_collect_cipher", "changed_at")
values ($1, $2, $3, $4, $5, $6)
on conflict ("tenant_id","dependant_id") do update
set "allergies_cipher" = $7, "emergency_contact_cipher" = $8, "may_collect_cipher" = $9, "changed_at" = $10;

-- insertWait
insert into "wait" ("tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "people", "unit_id", "channel", "requested_by", "idempotency_key", "asked_at", "status", "booking_id", "passed_over_at", "closed_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, default, default, default);
insert into "wait_companion" ("tenant_id", "id", "wait_id", "pool_id", "dependant_id", "is_add_on")
values ($1, $2, $3, $4, $5, $6);

-- findWaitByKey
select "tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "people", "unit_id", "channel", "requested_by", "idempotency_key", "asked_at", "status", "booking_id", "passed_over_at", "closed_at"
from "wait"
where ("wait"."tenant_id" = $1 and ("wait"."requested_by" = $2 and "wait"."idempotency_key" = $3))
order by "wait"."starts_at" asc, "wait"."asked_at" asc, "wait"."id" asc
limit $4;

-- findWait
select "tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "people", "unit_id", "channel", "requested_by", "idempotency_key", "asked_at", "status", "booking_id", "passed_over_at", "closed_at"
from "wait"
where ("wait"."tenant_id" = $1 and "wait"."id" = $2)
order by "wait"."starts_at" asc, "wait"."asked_at" asc, "wait"."id" asc
limit $3;
select "wait_id", "pool_id", "dependant_id", "is_add_on"
from "wait_companion"
where ("wait_companion"."tenant_id" = $1 and "wait_companion"."wait_id" in ($2))
order by "wait_companion"."id" asc;

-- findWaitOfBooking
select "tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "people", "unit_id", "channel", "requested_by", "idempotency_key", "asked_at", "status", "booking_id", "passed_over_at", "closed_at"
from "wait"
where ("wait"."tenant_id" = $1 and "wait"."booking_id" = $2)
order by "wait"."starts_at" asc, "wait"."asked_at" asc, "wait"."id" asc
limit $3;
select "wait_id", "pool_id", "dependant_id", "is_add_on"
from "wait_companion"
where ("wait_companion"."tenant_id" = $1 and "wait_companion"."wait_id" in ($2))
order by "wait_companion"."id" asc;

-- listWaitsOf
select "tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "people", "unit_id", "channel", "requested_by", "idempotency_key", "asked_at", "status", "booking_id", "passed_over_at", "closed_at"
from "wait"
where ("wait"."tenant_id" = $1 and ("wait"."person_id" = $2 and "wait"."starts_at" > $3))
order by "wait"."starts_at" asc, "wait"."asked_at" asc, "wait"."id" asc
limit $4;
select "wait_id", "pool_id", "dependant_id", "is_add_on"
from "wait_companion"
where ("wait_companion"."tenant_id" = $1 and "wait_companion"."wait_id" in ($2))
order by "wait_companion"."id" asc;

-- listWaitingOn
select "tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "people", "unit_id", "channel", "requested_by", "idempotency_key", "asked_at", "status", "booking_id", "passed_over_at", "closed_at"
from "wait"
where ("wait"."tenant_id" = $1 and ("wait"."pool_id" in ($2) and "wait"."status" = $3 and "wait"."day" = $4))
order by "wait"."starts_at" asc, "wait"."asked_at" asc, "wait"."id" asc
limit $5;

-- listWaiting
select "tenant_id", "id", "person_id", "pool_id", "day", "starts_at", "ends_at", "people", "unit_id", "channel", "requested_by", "idempotency_key", "asked_at", "status", "booking_id", "passed_over_at", "closed_at"
from "wait"
where ("wait"."tenant_id" = $1 and ("wait"."status" = $2 and "wait"."starts_at" > $3))
order by "wait"."starts_at" asc, "wait"."asked_at" asc, "wait"."id" asc
limit $4;

-- listWaitingDays
select distinct "pool_id", "day"
from "wait"
where ("wait"."tenant_id" = $1 and "wait"."status" = $2 and "wait"."starts_at" > $3)
order by "wait"."day" asc, "wait"."pool_id" asc;

-- changeWait
update "wait"
set "status" = $1, "closed_at" = $2
where ("wait"."tenant_id" = $3 and "wait"."id" = $4 and "wait"."status" = $5)
returning "id";

-- markPassedOver
update "wait"
set "passed_over_at" = $1
where ("wait"."tenant_id" = $2 and "wait"."id" in ($3) and "wait"."status" = $4 and "wait"."passed_over_at" is null);

-- closeWaitsUntil
update "wait"
set "status" = $1, "closed_at" = $2
where ("wait"."tenant_id" = $3 and "wait"."status" = $4 and "wait"."starts_at" <= $5);

-- leaveWaits
update "wait"
set "status" = $1, "closed_at" = $2
where ("wait"."tenant_id" = $3 and "wait"."person_id" = $4 and "wait"."status" = $5);

-- listWaitingPeople
select "id", "born_on", "residence", "email", "phone"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" in ($2))
order by "person"."id" asc;

-- listWaitingNames
select "id", "given_name", "family_name", "email", "phone"
from "person"
where ("person"."tenant_id" = $1 and "person"."id" in ($2))
order by "person"."id" asc;

-- listUse
select "booking"."person_id", "pool"."slug", "booking"."starts_at", "booking"."slots", "booking"."status", "booking"."excused_at"
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "booking"."person_id" in ($3) and "booking"."starts_at" >= $4 and "booking"."status" <> $5)
order by "booking"."starts_at" asc, "booking"."id" asc;

-- lockOffer
select "id", "person_id", "status", "starts_at", "offer_expires_at", "accepted_at"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."id" = $2)
for update;

-- isAnybodyWaiting
(select "id"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."status" = $2 and "booking"."offer_expires_at" <= $3)) union all (select "id"
from "wait"
where ("wait"."tenant_id" = $4 and "wait"."status" = $5))
limit $6;

-- listExpiredOffers
select "id"
from "booking"
where ("booking"."tenant_id" = $1 and "booking"."status" = $2 and "booking"."offer_expires_at" <= $3)
order by "booking"."offer_expires_at" asc, "booking"."id" asc
limit $4;

-- closeOffer
update "booking"
set "status" = $1, "cancelled_at" = $2
where ("booking"."tenant_id" = $3 and "booking"."id" = $4 and "booking"."status" = $5)
returning "id";

-- listRunningOffers
select "booking"."id", "booking"."person_id", "booking"."status", "booking"."starts_at", "booking"."offer_expires_at", "booking"."accepted_at", "wait"."id", "booking"."pool_id", "booking"."day", "booking"."ends_at", "person"."given_name", "person"."family_name", "person"."email", "person"."phone"
from "booking"
inner join "wait" on ("wait"."tenant_id" = "booking"."tenant_id" and "wait"."booking_id" = "booking"."id")
inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id")
where ("booking"."tenant_id" = $1 and "wait"."tenant_id" = $2 and "person"."tenant_id" = $3 and "booking"."status" = $4)
order by "booking"."offer_expires_at" asc, "booking"."id" asc;

-- insertWords
insert into "outbox" ("tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of")
values ($1, $2, $3, $4, $5, $6, default, default, default, default, default, default, default, default);

-- hasWords
insert into "outbox" ("tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of")
values ($1, $2, $3, $4, $5, $6, default, default, default, default, default, default, default, default);

-- hintAt
insert into "outbox_hint" ("tenant_id")
values ($1)
on conflict do nothing;

-- insertHint
insert into "outbox_hint" ("tenant_id")
values ($1)
on conflict do nothing;

-- takeHints
delete from "outbox_hint"
returning "tenant_id";

-- listDueWords
select "id", "topic"
from "outbox"
where ("outbox"."tenant_id" = $1 and "outbox"."settled_at" is null and "outbox"."run_at" <= $2 and ("outbox"."handed_at" is null or "outbox"."handed_at" < $3))
order by "outbox"."run_at" asc, "outbox"."created_at" asc, "outbox"."id" asc
limit $4;

-- findNextRunAt
select min("run_at")
from "outbox"
where ("outbox"."tenant_id" = $1 and "outbox"."settled_at" is null and "outbox"."handed_at" is null);

-- markHanded
update "outbox"
set "handed_at" = $1
where ("outbox"."tenant_id" = $2 and "outbox"."id" in ($3) and "outbox"."settled_at" is null);

-- findWord
select "tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of"
from "outbox"
where ("outbox"."tenant_id" = $1 and "outbox"."id" = $2);

-- countEarlierWords
select count(*), count("settled_at")
from "outbox"
where ("outbox"."tenant_id" = $1 and "outbox"."row_id" = $2 and "outbox"."retry_of" is null and "outbox"."topic" not in ($3) and ("outbox"."created_at" < $4 or ("outbox"."created_at" = $5 and "outbox"."id" < $6)));

-- insertDone
insert into "done" ("tenant_id", "job_key", "done_at")
values ($1, $2, $3)
on conflict do nothing
returning "job_key";

-- isDone
select "job_key"
from "done"
where ("done"."tenant_id" = $1 and "done"."job_key" = $2);

-- settleWord
update "outbox"
set "settled_at" = $1, "outcome" = $2, "because" = $3
where ("outbox"."tenant_id" = $4 and "outbox"."id" = $5 and "outbox"."settled_at" is null);

-- noteAttempt
update "outbox"
set "attempts" = $1, "tried_at" = $2, "fault" = $3
where ("outbox"."tenant_id" = $4 and "outbox"."id" = $5)
returning "id";

-- listTroubledWords
select "tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of"
from "outbox"
where ("outbox"."tenant_id" = $1 and ("outbox"."outcome" = $2 or ("outbox"."settled_at" is null and "outbox"."attempts" > $3)) and not exists (select "id"
from "outbox" "later"
where ("later"."tenant_id" = $4 and "later"."retry_of" = "outbox"."id")))
order by "outbox"."created_at" desc, "outbox"."id" desc
limit $5;

-- insertRetry
insert into "outbox" ("tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of")
values ($1, $2, $3, $4, $5, $6, default, default, default, default, default, default, default, $7)
on conflict do nothing
returning "id";

-- firstTold
select "tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of"
from "outbox"
where ("outbox"."tenant_id" = $1 and "outbox"."id" = $2);

-- countWords
select count(*)
from "call_list"
inner join "booking" on ("booking"."tenant_id" = "call_list"."tenant_id" and "booking"."id" = "call_list"."booking_id")
where ("call_list"."tenant_id" = $1 and "booking"."tenant_id" = $2 and ("call_list"."settled_at" is null and (("call_list"."topic" in ($3, $4) and "booking"."status" = $5 and "booking"."ends_at" > $6) or ("call_list"."topic" not in ($7, $8, $9) and "booking"."status" = $10 and "booking"."starts_at" > $11) or ("booking"."status" = $12 and "booking"."offer_expires_at" > $13) or ("call_list"."topic" = $14 and "booking"."status" = $15 and "booking"."excused_at" is null and "booking"."missed_at" > $16))));
select count(*), min("run_at")
from "outbox"
where ("outbox"."tenant_id" = $1 and "outbox"."settled_at" is null and "outbox"."run_at" <= $2);
select count(*)
from "outbox"
where (("outbox"."tenant_id" = $1 and "outbox"."settled_at" is null and "outbox"."run_at" <= $2) and "outbox"."attempts" > $3);
select count(*)
from "outbox"
where ("outbox"."tenant_id" = $1 and "outbox"."outcome" = $2 and not exists (select "id"
from "outbox" "later"
where ("later"."tenant_id" = $3 and "later"."retry_of" = "outbox"."id")));

-- findBookingToTell
select "booking"."id", "booking"."person_id", "booking"."pool_id", "pool"."slug", "pool"."kind", "booking"."starts_at", "booking"."ends_at", "booking"."status", "booking"."channel", "booking"."code", "booking"."request_hash", "booking"."booked_at", "booking"."cancel_reason", "booking"."missed_at", "booking"."excused_at", "booking"."offer_expires_at", "person"."given_name", "person"."email", "person"."phone"
from "booking"
inner join "pool" on ("pool"."tenant_id" = "booking"."tenant_id" and "pool"."id" = "booking"."pool_id")
inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id")
where ("booking"."tenant_id" = $1 and "pool"."tenant_id" = $2 and "person"."tenant_id" = $3 and "booking"."id" = $4 and "person"."erased_at" is null);
select "unit"."pool_id", "unit"."label", "booking_unit"."starts_at", "booking_unit"."ends_at"
from "booking_unit"
inner join "unit" on ("unit"."tenant_id" = "booking_unit"."tenant_id" and "unit"."id" = "booking_unit"."unit_id")
where ("booking_unit"."tenant_id" = $1 and "unit"."tenant_id" = $2 and "booking_unit"."booking_id" = $3)
order by "booking_unit"."starts_at" asc, "unit"."number" asc;

-- findPreference
select "language", "day_before", "two_hours_before", "calendar_file", "prefers_phone"
from "notification_preference"
where ("notification_preference"."tenant_id" = $1 and "notification_preference"."person_id" = $2);

-- savePreference
insert into "notification_preference" ("tenant_id", "person_id", "language", "day_before", "two_hours_before", "calendar_file", "prefers_phone", "changed_at")
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict ("tenant_id","person_id") do update
set "language" = $9, "day_before" = $10, "two_hours_before" = $11, "calendar_file" = $12, "prefers_phone" = $13, "changed_at" = $14;

-- findVerification
select "tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at"
from "email_verification"
where ("email_verification"."tenant_id" = $1 and "email_verification"."person_id" = $2 and "email_verification"."address_hash" = $3);

-- findVerificationById
select "email_verification"."tenant_id", "email_verification"."id", "email_verification"."person_id", "email_verification"."address_hash", "email_verification"."secret", "email_verification"."asked_at", "email_verification"."expires_at", "email_verification"."verified_at", "email_verification"."refused_at", "person"."given_name", "person"."email", "person"."id"
from "email_verification"
inner join "person" on ("person"."tenant_id" = "email_verification"."tenant_id" and "person"."id" = "email_verification"."person_id")
where ("email_verification"."tenant_id" = $1 and "person"."tenant_id" = $2 and "email_verification"."id" = $3);

-- saveLink
insert into "email_verification" ("tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at")
values ($1, $2, $3, $4, $5, $6, $7, default, $8)
on conflict ("tenant_id","person_id","address_hash") do update
set "secret" = $9, "asked_at" = $10, "expires_at" = $11, "refused_at" = $12
returning "tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at";

-- askVerification
select "tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at"
from "email_verification"
where ("email_verification"."tenant_id" = $1 and "email_verification"."person_id" = $2 and "email_verification"."address_hash" = $3);
insert into "email_verification" ("tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at")
values ($1, $2, $3, $4, $5, $6, $7, default, $8)
on conflict ("tenant_id","person_id","address_hash") do update
set "secret" = $9, "asked_at" = $10, "expires_at" = $11, "refused_at" = $12
returning "tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at";
insert into "outbox" ("tenant_id", "id", "topic", "row_id", "created_at", "run_at", "handed_at", "attempts", "tried_at", "fault", "settled_at", "outcome", "because", "retry_of")
values ($1, $2, $3, $4, $5, $6, default, default, default, default, default, default, default, default);

-- insertAttestedAddress
insert into "email_verification" ("tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at")
values ($1, $2, $3, $4, default, default, default, $5, default)
on conflict do nothing;

-- followLink
insert into "email_verification" ("tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at")
values ($1, $2, $3, $4, $5, $6, $7, default, $8)
on conflict ("tenant_id","person_id","address_hash") do update
set "secret" = $9, "asked_at" = $10, "expires_at" = $11, "refused_at" = $12
returning "tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at";
select "tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at"
from "email_verification"
where ("email_verification"."tenant_id" = $1 and "email_verification"."secret" = $2)
for update;
update "email_verification"
set "verified_at" = $1, "refused_at" = $2
where ("email_verification"."tenant_id" = $3 and "email_verification"."id" = $4);

-- findVerificationByHash
select "tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at"
from "email_verification"
where ("email_verification"."tenant_id" = $1 and "email_verification"."person_id" = $2 and "email_verification"."address_hash" = $3);

-- markHashRefused
insert into "email_verification" ("tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at")
values ($1, $2, $3, $4, default, default, default, default, $5)
on conflict ("tenant_id","person_id","address_hash") do update
set "refused_at" = $6
where "email_verification"."refused_at" is null;

-- saveReturnToken
insert into "mail_return" ("tenant_id", "token", "word_id", "person_id", "row_id", "topic", "address_hash", "sent_at", "status", "delayed_at", "returned_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, default, default, default)
on conflict ("tenant_id","word_id","address_hash") do update
set "sent_at" = $9
returning "token";

-- lockReturn
select "tenant_id", "token", "word_id", "person_id", "row_id", "topic", "address_hash", "sent_at", "status", "delayed_at", "returned_at"
from "mail_return"
where ("mail_return"."tenant_id" = $1 and "mail_return"."token" = $2)
for update;

-- noteReturn
update "mail_return"
set "status" = $1, "returned_at" = $2
where ("mail_return"."tenant_id" = $3 and "mail_return"."token" = $4)
returning "token";

-- listReturns
select "word_id", "topic", "sent_at", "status", "delayed_at", "returned_at"
from "mail_return"
where ("mail_return"."tenant_id" = $1 and ("mail_return"."returned_at" is not null or "mail_return"."delayed_at" is not null))
order by "mail_return"."sent_at" desc, "mail_return"."word_id" desc
limit $2;

-- markRefused
insert into "email_verification" ("tenant_id", "id", "person_id", "address_hash", "secret", "asked_at", "expires_at", "verified_at", "refused_at")
values ($1, $2, $3, $4, default, default, default, default, $5)
on conflict ("tenant_id","person_id","address_hash") do update
set "refused_at" = $6
where "email_verification"."refused_at" is null;

-- insertCall
insert into "call_list" ("tenant_id", "id", "person_id", "booking_id", "topic", "because", "listed_at", "settled_at", "settled_by", "outcome", "tries", "tried_at")
values ($1, $2, $3, $4, $5, $6, $7, default, default, default, default, default);

-- listOpenCalls
select "call_list"."tenant_id", "call_list"."id", "call_list"."person_id", "call_list"."booking_id", "call_list"."topic", "call_list"."because", "call_list"."listed_at", "call_list"."settled_at", "call_list"."settled_by", "call_list"."outcome", "call_list"."tries", "call_list"."tried_at", "person"."given_name", "person"."family_name", "person"."phone", "booking"."pool_id", "booking"."starts_at", "booking"."ends_at", "booking"."status"
from "call_list"
inner join "booking" on ("booking"."tenant_id" = "call_list"."tenant_id" and "booking"."id" = "call_list"."booking_id")
inner join "person" on ("person"."tenant_id" = "call_list"."tenant_id" and "person"."id" = "call_list"."person_id")
where ("call_list"."tenant_id" = $1 and "booking"."tenant_id" = $2 and "person"."tenant_id" = $3 and ("call_list"."settled_at" is null and (("call_list"."topic" in ($4, $5) and "booking"."status" = $6 and "booking"."ends_at" > $7) or ("call_list"."topic" not in ($8, $9, $10) and "booking"."status" = $11 and "booking"."starts_at" > $12) or ("booking"."status" = $13 and "booking"."offer_expires_at" > $14) or ("call_list"."topic" = $15 and "booking"."status" = $16 and "booking"."excused_at" is null and "booking"."missed_at" > $17))))
order by case when "booking"."status" = 'offered' then "booking"."offer_expires_at" else "booking"."starts_at" end asc, "call_list"."listed_at" asc, "call_list"."id" asc
limit $18;

-- countOpenCalls
select count(*)
from "call_list"
inner join "booking" on ("booking"."tenant_id" = "call_list"."tenant_id" and "booking"."id" = "call_list"."booking_id")
where ("call_list"."tenant_id" = $1 and "booking"."tenant_id" = $2 and ("call_list"."settled_at" is null and (("call_list"."topic" in ($3, $4) and "booking"."status" = $5 and "booking"."ends_at" > $6) or ("call_list"."topic" not in ($7, $8, $9) and "booking"."status" = $10 and "booking"."starts_at" > $11) or ("booking"."status" = $12 and "booking"."offer_expires_at" > $13) or ("call_list"."topic" = $14 and "booking"."status" = $15 and "booking"."excused_at" is null and "booking"."missed_at" > $16))));

-- noteNoAnswer
update "call_list"
set "tries" = $1, "tried_at" = $2
where (("call_list"."tenant_id" = $3 and "call_list"."id" = $4 and "call_list"."settled_at" is null) and "call_list"."tries" = $5)
returning "tries";
select "tries"
from "call_list"
where ("call_list"."tenant_id" = $1 and "call_list"."id" = $2 and "call_list"."settled_at" is null);

-- findCall
select "call_list"."tenant_id", "call_list"."id", "call_list"."person_id", "call_list"."booking_id", "call_list"."topic", "call_list"."because", "call_list"."listed_at", "call_list"."settled_at", "call_list"."settled_by", "call_list"."outcome", "call_list"."tries", "call_list"."tried_at", "person"."given_name", "person"."family_name", "person"."phone", "booking"."pool_id", "booking"."starts_at", "booking"."ends_at", "booking"."status"
from "call_list"
inner join "booking" on ("booking"."tenant_id" = "call_list"."tenant_id" and "booking"."id" = "call_list"."booking_id")
inner join "person" on ("person"."tenant_id" = "call_list"."tenant_id" and "person"."id" = "call_list"."person_id")
where ("call_list"."tenant_id" = $1 and "booking"."tenant_id" = $2 and "person"."tenant_id" = $3 and "call_list"."id" = $4)
order by case when "booking"."status" = 'offered' then "booking"."offer_expires_at" else "booking"."starts_at" end asc, "call_list"."listed_at" asc, "call_list"."id" asc
limit $5;

-- settleCall
update "call_list"
set "settled_at" = $1, "settled_by" = $2, "outcome" = $3
where ("call_list"."tenant_id" = $4 and "call_list"."id" = $5 and "call_list"."settled_at" is null)
returning "id";
