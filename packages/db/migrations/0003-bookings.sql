-- One booking core: whatever occupies a place for a time is a unit of a pool, booked whole or not at all.
create table booking (
  tenant_id       text        not null references tenant (id),
  id              uuid        not null,
  person_id       uuid        not null,
  pool_id         uuid        not null,
  day             date        not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  -- Cells of the town's grid that the period covers: what weekly caps count.
  slots           integer     not null check (slots > 0),
  status          text        not null check (status in ('confirmed', 'checked-in', 'completed', 'cancelled', 'no-show')),
  channel         text        not null check (channel in ('web', 'desk', 'phone')),
  code            text        not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'), -- Crockford's alphabet: no letter that a phone call confuses
  qr_secret       text        not null check (length(qr_secret) >= 22), -- 128 bits in base64url
  -- The key is the caller's own: two people may pick the same one.
  requested_by    uuid        not null,
  idempotency_key uuid        not null,
  request_hash    text        not null,
  booked_at       timestamptz not null,
  checked_in_at   timestamptz,
  cancelled_at    timestamptz,
  cancel_reason   text        check (length(cancel_reason) <= 500),
  primary key (tenant_id, id),
  unique (tenant_id, code),
  unique (tenant_id, requested_by, idempotency_key),
  unique (tenant_id, id, status), -- what booking_unit.status follows
  check (starts_at < ends_at),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, requested_by) references person (tenant_id, id),
  foreign key (tenant_id, pool_id) references pool (tenant_id, id)
);
alter table booking enable row level security;
alter table booking force row level security;
create policy tenant_only on booking
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (status, checked_in_at, cancelled_at, cancel_reason) on booking to officine_api; -- no delete: what was booked stays told
create index booking_by_person on booking (tenant_id, person_id, starts_at);
create index booking_by_day on booking (tenant_id, day, pool_id);

create table booking_unit (
  tenant_id  text        not null references tenant (id),
  id         uuid        not null,
  booking_id uuid        not null,
  pool_id    uuid        not null,
  unit_id    uuid        not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  during     tstzrange   not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  status     text        not null,
  primary key (tenant_id, id),
  check (not isempty(during)), -- an empty range overlaps nothing, so the exclusion would let it through
  -- The status is the booking's own: checked when the transaction ends, so that a cancelled booking cannot keep its place nor an active
  -- one lose it. Not a cascade: distributed PostgreSQL refuses one on a key that holds the column it distributes by.
  foreign key (tenant_id, booking_id, status) references booking (tenant_id, id, status) deferrable initially deferred,
  foreign key (tenant_id, pool_id, unit_id) references unit (tenant_id, pool_id, id),
  constraint booking_unit_no_overlap
    exclude using gist (tenant_id with =, unit_id with =, during with &&) where (status in ('confirmed', 'checked-in'))
);
alter table booking_unit enable row level security;
alter table booking_unit force row level security;
create policy tenant_only on booking_unit
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (status), delete on booking_unit to officine_api; -- delete and insert: re-assignment until check-in
create index booking_unit_by_start on booking_unit (tenant_id, pool_id, starts_at); -- leakproof operators only: under a policy a range index is a filter
create index booking_unit_by_booking on booking_unit (tenant_id, booking_id);

-- Why a place was given: enough to replay it. Append only.
create table decision (
  tenant_id      text        not null references tenant (id),
  id             uuid        not null,
  booking_id     uuid        not null,
  outcome        text        not null,
  config_version integer     not null,
  rules_hash     text        not null,
  inputs_hash    text        not null,
  facts          jsonb       not null,
  decided_at     timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, booking_id) references booking (tenant_id, id),
  foreign key (tenant_id, config_version) references tenant_config (tenant_id, version)
);
alter table decision enable row level security;
alter table decision force row level security;
create policy tenant_only on decision
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert on decision to officine_api; -- no update, no delete: a decision is a fact

-- What must be told to the world after the commit: ids only, handed on by the worker.
create table outbox (
  tenant_id  text        not null references tenant (id),
  id         uuid        not null,
  topic      text        not null,
  row_id     uuid        not null,
  created_at timestamptz not null,
  run_at     timestamptz not null,
  handed_at  timestamptz,
  primary key (tenant_id, id)
);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant_only on outbox
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert on outbox to officine_api;
grant select, update (handed_at) on outbox to officine_worker;
create index outbox_waiting on outbox (tenant_id, run_at) where handed_at is null;
