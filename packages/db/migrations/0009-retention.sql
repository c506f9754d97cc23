-- How long what is kept, with proof of each time that it was let go; and people who are no longer named.

alter table person add column erased_at timestamptz; -- since when the row names nobody: the facts stay, for the decisions that point here
grant update (erased_at) on person to officine_api;
grant delete on notification_preference to officine_api; -- goes with the person
grant delete on email_verification to officine_api;

-- One row for each kind of thing at each round of the worker, none left out when there was nothing to do: silence would prove nothing. Append only.
create table retention_run (
  tenant_id text        not null references tenant (id),
  id        uuid        not null,
  ran_at    timestamptz not null,
  what      text        not null check (what in ('audit', 'call-list', 'cancel-reasons', 'jobs-done', 'people', 'sessions', 'sign-in-attempts', 'verifications', 'words')),
  kept_days integer     not null check (kept_days > 0),
  before_at timestamptz not null,
  affected  integer     not null check (affected >= 0),
  primary key (tenant_id, id)
);
alter table retention_run enable row level security;
alter table retention_run force row level security;
create policy tenant_only on retention_run
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert on retention_run to officine_worker; -- no update, no delete: a proof stays
grant select on retention_run to officine_api;
create index retention_run_by_time on retention_run (tenant_id, ran_at);

-- What the round deletes, and the columns it tells age by.
grant select (tenant_id, id, person_id, last_seen_at, expires_at), delete on session to officine_worker;
grant select (tenant_id, id, expires_at), delete on sign_in_attempt to officine_worker;
grant select (tenant_id, id, at), delete on audit_event to officine_worker;
grant select (tenant_id, person_id, expires_at, revoked_at) on staff_role to officine_worker;
grant delete on outbox, done, call_list, email_verification, notification_preference to officine_worker;
grant update (cancel_reason) on booking to officine_worker;
grant select (created_at, erased_at),
  update (given_name, family_name, born_on, residence, email, phone, fiscal_code_hmac, fiscal_code_cipher, subject_hmac, erased_at)
  on person to officine_worker; -- it overwrites what it may not read
grant select (tenant_id, id, person_id, second_parent_id, removed_at),
  update (second_parent_id, given_name, born_on, share_hash, share_expires_at, removed_at)
  on dependant to officine_worker;
grant select (tenant_id, dependant_id), delete on dependant_care to officine_worker;
