-- People of a town, how they sign in, and what they may do.
create table person (
  tenant_id               text        not null references tenant (id),
  id                      uuid        not null,
  -- HMAC of the fiscal code, prefixed by the key's version; null for who has none (an EU citizen) or gave none at the counter.
  fiscal_code_hmac        text,
  fiscal_code_cipher      text,
  -- HMAC of the identity provider's subject for who has no fiscal code.
  subject_hmac            text,
  given_name              text        not null check (length(given_name) between 1 and 200),
  family_name             text        not null check (length(family_name) between 1 and 200),
  born_on                 date,
  residence               text,
  email                   text        check (length(email) <= 254),
  phone                   text        check (length(phone) <= 32),
  made_at_counter         boolean     not null,
  notice_version          text,
  notice_accepted_at      timestamptz,
  created_at              timestamptz not null,
  -- Touched by nobody's data: the column whose update right lets a booking lock the person's row.
  locked_at               timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, fiscal_code_hmac),
  unique (tenant_id, subject_hmac)
);
alter table person enable row level security;
alter table person force row level security;
create policy tenant_only on person
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert,
  update (given_name, family_name, born_on, residence, email, phone, fiscal_code_hmac, fiscal_code_cipher, subject_hmac,
          notice_version, notice_accepted_at, locked_at)
  on person to officine_api; -- no delete: erasure replaces the facts and keeps the row that decisions point to
create index person_by_family_name on person (tenant_id, family_name, given_name);

create table staff_role (
  tenant_id  text        not null references tenant (id),
  id         uuid        not null,
  person_id  uuid        not null,
  role       text        not null check (role in ('front-desk', 'operator', 'manager')),
  granted_at timestamptz not null,
  granted_by text        not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
alter table staff_role enable row level security;
alter table staff_role force row level security;
create policy tenant_only on staff_role
  using (tenant_id = current_setting('app.tenant_id', true));
grant select on staff_role to officine_api; -- the first is granted by command; granting from the desk comes with its own right
create index staff_role_by_person on staff_role (tenant_id, person_id);

create table sign_in_attempt (
  tenant_id     text        not null references tenant (id),
  id            uuid        not null,
  state_hash    text        not null,
  nonce         text        not null,
  code_verifier text        not null,
  return_to     text        not null,
  started_at    timestamptz not null,
  expires_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, state_hash)
);
alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
create policy tenant_only on sign_in_attempt
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, delete on sign_in_attempt to officine_api; -- used once, then gone

create table session (
  tenant_id    text        not null references tenant (id),
  id           uuid        not null,
  token_hash   text        not null,
  person_id    uuid        not null,
  device       text        not null check (length(device) <= 120),
  started_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
alter table session enable row level security;
alter table session force row level security;
create policy tenant_only on session
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (last_seen_at, ended_at), delete on session to officine_api;
create index session_by_person on session (tenant_id, person_id);

-- Every write by staff and every opening of a person's record. Append only.
create table audit_event (
  tenant_id  text        not null references tenant (id),
  id         uuid        not null,
  at         timestamptz not null,
  actor_id   uuid,
  action     text        not null,
  subject_id uuid,
  reason     text,
  details    jsonb       not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, actor_id) references person (tenant_id, id)
);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy tenant_only on audit_event
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert on audit_event to officine_api; -- no update, no delete: what was done stays told
create index audit_event_by_subject on audit_event (tenant_id, subject_id, at);
