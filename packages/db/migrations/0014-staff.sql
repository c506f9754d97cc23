-- The second factor of who works at the desk, and what a manager may do with roles from the desk.

-- Since when a session holds the second factor. Written when the session is opened, and never after: who gives the factor gets a new session.
alter table session add column second_factor_at timestamptz;

create table second_factor (
  tenant_id      text        not null references tenant (id),
  person_id      uuid        not null,
  -- The shared secret of RFC 6238 under the keyring; null until a first code showed that the phone has it.
  secret_cipher  text,
  confirmed_at   timestamptz,
  -- A secret on the screen that no code has confirmed yet; the one before stays good until then.
  pending_cipher text,
  pending_at     timestamptz,
  -- The step of the last code that was taken: none of that step or before it is good again.
  last_step      bigint      not null default 0,
  wrong_tries    integer     not null default 0 check (wrong_tries >= 0),
  blocked_until  timestamptz,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check ((secret_cipher is null) = (confirmed_at is null)),
  check ((pending_cipher is null) = (pending_at is null))
);
alter table second_factor enable row level security;
alter table second_factor force row level security;
create policy tenant_only on second_factor
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert,
  update (secret_cipher, confirmed_at, pending_cipher, pending_at, last_step, wrong_tries, blocked_until),
  delete on second_factor to officine_api; -- a reset forgets it whole
grant select (tenant_id, person_id), delete on second_factor to officine_worker; -- goes with the person

create table recovery_code (
  tenant_id text        not null references tenant (id),
  id        uuid        not null,
  person_id uuid        not null,
  -- HMAC under the keyring: ten characters are few for a plain hash.
  code_hmac text        not null,
  made_at   timestamptz not null,
  used_at   timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, code_hmac),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy tenant_only on recovery_code
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (used_at), delete on recovery_code to officine_api;
grant select (tenant_id, person_id), delete on recovery_code to officine_worker;

-- A manager grants, moves the end and revokes; who the role is of and what it is never changes, and no grant is deleted.
grant insert,
  update (expires_at, revoked_at)
  on staff_role to officine_api;

create index audit_event_by_time on audit_event (tenant_id, at);
