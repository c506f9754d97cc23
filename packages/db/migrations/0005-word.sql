-- The word that goes out about a booking: what became of each, how a person wants it, which addresses are theirs, whom the desk calls instead.

alter table outbox no force row level security; -- the new key is validated by a query, which a forced policy would hide the rows from
alter table outbox
  add column attempts   integer     not null default 0 check (attempts >= 0),
  add column tried_at   timestamptz,
  -- A code (`ECONNREFUSED`, `451`), never the mail server's own words: they may hold an address.
  add column fault      text        check (length(fault) <= 60),
  add column settled_at timestamptz,
  add column outcome    text        check (outcome in ('sent', 'call', 'dropped', 'failed')),
  add column because    text        check (length(because) <= 60),
  -- The word that somebody asked to be sent again: it keeps its own story.
  add column retry_of   uuid,
  add check ((settled_at is null) = (outcome is null)),
  add foreign key (tenant_id, retry_of) references outbox (tenant_id, id);
alter table outbox force row level security;
grant update (attempts, tried_at, fault, settled_at, outcome, because) on outbox to officine_worker;
drop index outbox_waiting;
create index outbox_unsettled on outbox (tenant_id, run_at) where settled_at is null;
create index outbox_by_row on outbox (tenant_id, row_id);

-- Which towns have something waiting: ids and nothing else, so that the worker need not knock at every town. A hint, written after the
-- commit: what it misses, a walk over all towns finds a minute later.
create table outbox_hint (
  tenant_id text not null primary key references tenant (id)
);
grant insert on outbox_hint to officine_api;
grant select, delete on outbox_hint to officine_worker;

-- What a job has done, written with its effect: a job that comes twice finds it and does nothing.
create table done (
  tenant_id text        not null references tenant (id),
  job_key   text        not null check (length(job_key) <= 200),
  done_at   timestamptz not null,
  primary key (tenant_id, job_key)
);
alter table done enable row level security;
alter table done force row level security;
create policy tenant_only on done
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert on done to officine_worker; -- no update, no delete: what was done stays done

-- How a person wants to be told; without a row, as the town tells everybody.
create table notification_preference (
  tenant_id        text        not null references tenant (id),
  person_id        uuid        not null,
  language         text        not null check (language in ('it', 'en')),
  day_before       boolean     not null,
  two_hours_before boolean     not null,
  calendar_file    boolean     not null,
  prefers_phone    boolean     not null,
  changed_at       timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
alter table notification_preference enable row level security;
alter table notification_preference force row level security;
create policy tenant_only on notification_preference
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (language, day_before, two_hours_before, calendar_file, prefers_phone, changed_at)
  on notification_preference to officine_api;
grant select on notification_preference to officine_worker;

-- What is known of a person's address: whether its owner answered, whether it refuses mail. A hash of person and address, so that
-- another address starts anew, the old one comes back as it was, and the address itself stands in one place only.
create table email_verification (
  tenant_id    text        not null references tenant (id),
  id           uuid        not null,
  person_id    uuid        not null,
  address_hash text        not null,
  -- As it stands in the link, not hashed: the mail is written after the commit, perhaps twice, and both copies must work. It proves that
  -- an address is read and opens nothing.
  secret       text        check (length(secret) >= 22), -- 128 bits in base64url
  asked_at     timestamptz,
  expires_at   timestamptz,
  verified_at  timestamptz,
  refused_at   timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, address_hash),
  unique (tenant_id, secret),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
alter table email_verification enable row level security;
alter table email_verification force row level security;
create policy tenant_only on email_verification
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (secret, asked_at, expires_at, verified_at, refused_at) on email_verification to officine_api;
grant select, insert, update (secret, asked_at, expires_at, refused_at) on email_verification to officine_worker; -- no verified_at: only who opens the link says so

-- Whom the desk calls, because no mail reaches them.
create table call_list (
  tenant_id  text        not null references tenant (id),
  id         uuid        not null,
  person_id  uuid        not null,
  booking_id uuid        not null,
  topic      text        not null,
  because    text        not null check (because in ('no-email', 'prefers-phone', 'address-refused', 'mail-failed')),
  listed_at  timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  outcome    text        check (outcome in ('reached', 'given-up')),
  primary key (tenant_id, id),
  check ((settled_at is null) = (outcome is null) and (settled_at is null) = (settled_by is null)),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, booking_id) references booking (tenant_id, id),
  foreign key (tenant_id, settled_by) references person (tenant_id, id)
);
alter table call_list enable row level security;
alter table call_list force row level security;
create policy tenant_only on call_list
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, update (settled_at, settled_by, outcome) on call_list to officine_api; -- no insert: the worker lists, the desk settles
grant select, insert on call_list to officine_worker;
create index call_list_open on call_list (tenant_id, listed_at) where settled_at is null;

-- What the worker reads to write a mail: which town, which booking, whose, where; no fiscal code, no birth date, no secret of the door.
grant select on tenant_host to officine_worker;
grant select (tenant_id, version, config) on tenant_config to officine_worker;
grant select (tenant_id, id, slug, kind, retired_at) on pool to officine_worker;
grant select (tenant_id, id, pool_id, number, label, is_accessible, retired_at) on unit to officine_worker;
grant select (tenant_id, id, given_name, email, phone) on person to officine_worker;
grant select (tenant_id, id, person_id, pool_id, day, starts_at, ends_at, status, channel, code, request_hash, booked_at, cancel_reason)
  on booking to officine_worker;
grant select (tenant_id, booking_id, unit_id, starts_at, ends_at) on booking_unit to officine_worker;

-- The queue's own tables. The worker makes and owns them, and nobody else may enter: they hold no more than tenant and row ids.
create schema pgboss;
grant usage, create on schema pgboss to officine_worker;
