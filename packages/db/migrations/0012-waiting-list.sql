-- The waiting list: who was refused for want of a place waits for that very wish, and a place that comes free is given or offered to the next.

-- An offer is a booking that holds its places until it is answered or runs out.
alter table booking drop constraint booking_status_check;
alter table booking
  add constraint booking_status_check
    check (status in ('offered', 'confirmed', 'checked-in', 'completed', 'cancelled', 'no-show')),
  add column offer_expires_at timestamptz,
  add column accepted_at      timestamptz,
  add check (status <> 'offered' or (offer_expires_at is not null and accepted_at is null)),
  -- What was offered stands only if it was accepted, and an answer at the instant of expiry is late.
  add check (offer_expires_at is null or accepted_at is not null or status in ('offered', 'cancelled')),
  add check (accepted_at is null or (offer_expires_at is not null and accepted_at < offer_expires_at));
grant update (accepted_at) on booking to officine_api; -- no offer_expires_at: a deadline that was told stays
create index booking_offered on booking (tenant_id, offer_expires_at) where status = 'offered';

alter table booking_unit drop constraint booking_unit_no_overlap;
alter table booking_unit
  add constraint booking_unit_no_overlap
    exclude using gist (tenant_id with =, unit_id with =, during with &&) where (status in ('offered', 'confirmed', 'checked-in'));

create table wait (
  tenant_id       text        not null references tenant (id),
  id              uuid        not null,
  person_id       uuid        not null,
  pool_id         uuid        not null,
  day             date        not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  during          tstzrange   not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  people          integer     not null check (people > 0),
  -- There when no other place will do.
  unit_id         uuid,
  channel         text        not null check (channel in ('web', 'desk', 'phone')),
  requested_by    uuid        not null,
  idempotency_key uuid        not null,
  asked_at        timestamptz not null,
  status          text        not null check (status in ('given', 'offered', 'waiting', 'declined', 'expired', 'left', 'over')),
  -- The booking that holds the place given or offered; its own key is this wait's id, so that one wait never gets two.
  booking_id      uuid,
  -- When a place was free and this person could not have it (a cap, a booking at the same hour): the place is then anybody's.
  passed_over_at  timestamptz,
  closed_at       timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, requested_by, idempotency_key),
  check (not isempty(during)),
  check ((booking_id is not null) = (status in ('given', 'offered', 'declined', 'expired'))),
  check ((closed_at is null) = (status in ('waiting', 'offered'))),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, requested_by) references person (tenant_id, id),
  foreign key (tenant_id, pool_id) references pool (tenant_id, id),
  foreign key (tenant_id, pool_id, unit_id) references unit (tenant_id, pool_id, id),
  foreign key (tenant_id, booking_id) references booking (tenant_id, id),
  constraint wait_once
    exclude using gist (tenant_id with =, person_id with =, pool_id with =, during with &&) where (status in ('waiting', 'offered'))
);
alter table wait enable row level security;
alter table wait force row level security;
create policy tenant_only on wait
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (status, booking_id, passed_over_at, closed_at) on wait to officine_api; -- no delete: that somebody waited stays told
grant select, update (status, booking_id, passed_over_at, closed_at) on wait to officine_worker; -- no insert: nobody waits unless they ask
create index wait_open on wait (tenant_id, day, pool_id) where status = 'waiting';
create index wait_by_person on wait (tenant_id, person_id, starts_at);
create index wait_by_booking on wait (tenant_id, booking_id);

-- What is to come along, one row a place.
create table wait_companion (
  tenant_id    text    not null references tenant (id),
  id           uuid    not null,
  wait_id      uuid    not null,
  pool_id      uuid    not null,
  dependant_id uuid,
  is_add_on    boolean not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, wait_id) references wait (tenant_id, id),
  foreign key (tenant_id, pool_id) references pool (tenant_id, id),
  foreign key (tenant_id, dependant_id) references dependant (tenant_id, id)
);
alter table wait_companion enable row level security;
alter table wait_companion force row level security;
create policy tenant_only on wait_companion
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert on wait_companion to officine_api; -- no update, no delete: a wish is asked once
grant select on wait_companion to officine_worker;
create index wait_companion_by_wait on wait_companion (tenant_id, wait_id);

-- The round gives places under the same rules as a request does, so it reads what the rules look at: age and residence, no fiscal code, no family name.
grant select (born_on, residence, notice_version) on person to officine_worker;
grant select (born_on) on dependant to officine_worker;
grant select (slots, offer_expires_at, accepted_at), insert, update (status, cancelled_at) on booking to officine_worker;
grant select, insert, update (status), delete on booking_unit to officine_worker;
grant select, insert, update (locked_at) on pool_day to officine_worker;
grant select on unit_outage to officine_worker;
grant insert on decision, outbox, outbox_hint to officine_worker;
