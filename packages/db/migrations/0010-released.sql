-- What the Region sees: daily counts of public places in each town, written by the publisher one town at a time, and out of them the
-- released tables, which are all that the Region can read. Seats and rooms only, what a portal shows to anyone: nothing of desks, care
-- and activities, where a count is about people.

create table usage_day (
  tenant_id       text    not null references tenant (id),
  day             date    not null,
  kind            text    not null check (kind in ('seats', 'room')),
  places          integer not null check (places >= 0),
  -- All that were made for the day, the cancelled ones too: what is left when those who came are taken away tells no absence.
  bookings        integer not null check (bookings >= 0),
  people_present  integer not null check (people_present >= 0),
  minutes_offered integer not null check (minutes_offered >= 0),
  minutes_booked  integer not null check (minutes_booked >= 0),
  primary key (tenant_id, day, kind)
);
alter table usage_day enable row level security;
alter table usage_day force row level security;
create policy tenant_only on usage_day
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, delete on usage_day to officine_publisher;

create table usage_hour (
  tenant_id       text    not null references tenant (id),
  day             date    not null,
  kind            text    not null check (kind in ('seats', 'room')),
  hour            integer not null check (hour between 0 and 23),
  minutes_offered integer not null check (minutes_offered >= 0),
  minutes_booked  integer not null check (minutes_booked >= 0),
  primary key (tenant_id, day, kind, hour)
);
alter table usage_hour enable row level security;
alter table usage_hour force row level security;
create policy tenant_only on usage_hour
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, delete on usage_hour to officine_publisher;

-- What the roll-up reads of a town: which places there are, when they are open, for when they are taken. No id of a booking and nobody's name.
grant usage on schema officine to officine_publisher;
grant select on tenant, installation_fact, clock_offset to officine_publisher;
grant select (tenant_id, version, config) on tenant_config to officine_publisher;
grant select (tenant_id, id, slug, kind, retired_at) on pool to officine_publisher;
grant select (tenant_id, pool_id, retired_at) on unit to officine_publisher;
grant select (tenant_id, pool_id, day, status) on booking to officine_publisher;
grant select (tenant_id, pool_id, starts_at, ends_at, status) on booking_unit to officine_publisher;

-- The released tables. Aggregates only, by town: `town` is a name here and not a tenant, whose rows these are not.
create schema released;
revoke all on schema released from public;
grant usage on schema released to officine_publisher, officine_regione;

-- One row or none: what was released last, and whether it is about invented people.
create table released.edition (
  name         text        not null primary key check (name = 'usage'),
  published_at timestamptz not null,
  last_day     date        not null,
  is_sample    boolean     not null
);
grant select on released.edition to officine_regione;
grant select, insert, delete on released.edition to officine_publisher;

create table released.town (
  town      text             not null primary key,
  name      text             not null,
  kind      text             not null check (kind in ('municipality', 'municipio', 'city')),
  -- Of Rome's municipi, 1 to 15.
  municipio integer          check (municipio between 1 and 15),
  latitude  double precision,
  longitude double precision,
  seats     integer          not null,
  rooms     integer          not null,
  first_day date
);
grant select on released.town to officine_regione;
grant select, insert, delete on released.town to officine_publisher;

create table released.town_quarter (
  quarter         text    not null check (quarter ~ '^20[0-9]{2}-Q[1-4]$'),
  kind            text    not null check (kind in ('seats', 'room')),
  town            text    not null references released.town (town),
  places          integer not null,
  bookings        integer not null,
  people_present  integer not null,
  minutes_offered bigint  not null,
  minutes_booked  bigint  not null,
  primary key (quarter, kind, town)
);
grant select on released.town_quarter to officine_regione;
grant select, insert, delete on released.town_quarter to officine_publisher;
create index town_quarter_by_town on released.town_quarter (town, kind, quarter);

-- `week` is its Monday.
create table released.town_week (
  town            text    not null references released.town (town),
  kind            text    not null check (kind in ('seats', 'room')),
  week            date    not null,
  bookings        integer not null,
  people_present  integer not null,
  minutes_offered bigint  not null,
  minutes_booked  bigint  not null,
  primary key (town, kind, week)
);
grant select on released.town_week to officine_regione;
grant select, insert, delete on released.town_week to officine_publisher;

-- `weekday` is ISO: Monday 1 … Sunday 7.
create table released.town_hour (
  town            text    not null references released.town (town),
  kind            text    not null check (kind in ('seats', 'room')),
  quarter         text    not null,
  weekday         integer not null check (weekday between 1 and 7),
  hour            integer not null check (hour between 0 and 23),
  minutes_offered bigint  not null,
  minutes_booked  bigint  not null,
  primary key (town, kind, quarter, weekday, hour)
);
grant select on released.town_hour to officine_regione;
grant select, insert, delete on released.town_hour to officine_publisher;

-- Sums over the towns, made from the released tables and nothing else: what the overview opens with.
create table released.region_quarter (
  kind            text    not null check (kind in ('seats', 'room')),
  quarter         text    not null,
  towns           integer not null,
  places          integer not null,
  bookings        bigint  not null,
  people_present  bigint  not null,
  minutes_offered bigint  not null,
  minutes_booked  bigint  not null,
  primary key (kind, quarter)
);
grant select on released.region_quarter to officine_regione;
grant select, insert, delete on released.region_quarter to officine_publisher;

create table released.region_week (
  kind            text   not null check (kind in ('seats', 'room')),
  week            date   not null,
  bookings        bigint not null,
  people_present  bigint not null,
  minutes_offered bigint not null,
  minutes_booked  bigint not null,
  primary key (kind, week)
);
grant select on released.region_week to officine_regione;
grant select, insert, delete on released.region_week to officine_publisher;

create table released.region_hour (
  kind            text    not null check (kind in ('seats', 'room')),
  quarter         text    not null,
  weekday         integer not null check (weekday between 1 and 7),
  hour            integer not null check (hour between 0 and 23),
  minutes_offered bigint  not null,
  minutes_booked  bigint  not null,
  primary key (kind, quarter, weekday, hour)
);
grant select on released.region_hour to officine_regione;
grant select, insert, delete on released.region_hour to officine_publisher;

-- Everybody who holds a right here reads every town's aggregates; a town's are written only by a transaction that stands in it.
alter table released.town enable row level security;
alter table released.town force row level security;
create policy all_read on released.town for select using (true);
create policy own_in on released.town for insert with check (town = current_setting('app.tenant_id', true));
create policy own_out on released.town for delete using (town = current_setting('app.tenant_id', true));
alter table released.town_quarter enable row level security;
alter table released.town_quarter force row level security;
create policy all_read on released.town_quarter for select using (true);
create policy own_in on released.town_quarter for insert with check (town = current_setting('app.tenant_id', true));
create policy own_out on released.town_quarter for delete using (town = current_setting('app.tenant_id', true));
alter table released.town_week enable row level security;
alter table released.town_week force row level security;
create policy all_read on released.town_week for select using (true);
create policy own_in on released.town_week for insert with check (town = current_setting('app.tenant_id', true));
create policy own_out on released.town_week for delete using (town = current_setting('app.tenant_id', true));
alter table released.town_hour enable row level security;
alter table released.town_hour force row level security;
create policy all_read on released.town_hour for select using (true);
create policy own_in on released.town_hour for insert with check (town = current_setting('app.tenant_id', true));
create policy own_out on released.town_hour for delete using (town = current_setting('app.tenant_id', true));

-- The Region's own office: who may look, who is looking, what was taken away. It shares nothing with the towns.
create schema regione_app;
revoke all on schema regione_app from public;
grant usage on schema regione_app to officine_regione_app;

create table regione_app.officer (
  id               uuid        not null primary key,
  fiscal_code_hmac text        not null unique,
  given_name       text        not null check (length(given_name) between 1 and 200),
  family_name      text        not null check (length(family_name) between 1 and 200),
  created_at       timestamptz not null
);
grant select, update (fiscal_code_hmac, given_name, family_name) on regione_app.officer to officine_regione_app; -- no insert: a command makes them

create table regione_app.officer_role (
  id         uuid        not null primary key,
  officer_id uuid        not null references regione_app.officer (id),
  role       text        not null check (role in ('officer')),
  granted_at timestamptz not null,
  granted_by text        not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
grant select on regione_app.officer_role to officine_regione_app; -- granted by command
create index officer_role_by_officer on regione_app.officer_role (officer_id);

create table regione_app.officer_sign_in (
  id            uuid        not null primary key,
  state_hash    text        not null unique,
  nonce         text        not null,
  code_verifier text        not null,
  return_to     text        not null,
  started_at    timestamptz not null,
  expires_at    timestamptz not null
);
grant select, insert, delete on regione_app.officer_sign_in to officine_regione_app; -- used once, then gone

create table regione_app.officer_session (
  id         uuid        not null primary key,
  token_hash text        not null unique,
  officer_id uuid        not null references regione_app.officer (id),
  device     text        not null check (length(device) <= 120),
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz
);
grant select, insert, update (ended_at), delete on regione_app.officer_session to officine_regione_app;
create index officer_session_by_officer on regione_app.officer_session (officer_id);

-- What left the dashboard as a file, and with whom. Append only.
create table regione_app.export_log (
  id          uuid        not null primary key,
  officer_id  uuid        not null references regione_app.officer (id),
  at          timestamptz not null,
  what        text        not null check (length(what) <= 200),
  row_count   integer     not null
);
grant select, insert on regione_app.export_log to officine_regione_app;
