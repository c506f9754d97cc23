-- Towns, their configuration, and the places they give out.
create schema if not exists officine;
create extension if not exists btree_gist with schema officine;

revoke all on schema officine from public;
grant usage on schema officine to officine_api, officine_worker;
revoke all on schema public from public; -- stays empty
-- New functions would be executable by everyone: ours are none, and a later one must say who may call it.
-- Not `in schema officine`: what is given to everyone by default can only be taken back for all schemas.
alter default privileges revoke execute on functions from public;

-- Reference table: which towns exist and at which host. It holds no person, so every town's request may read it.
create table tenant (
  id             text        not null primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
  kind           text        not null check (kind in ('municipality', 'municipio', 'city')),
  name           text        not null,
  -- The configuration in force: here, where one read of a small table tells every process that a town changed.
  config_version integer     not null default 0 check (config_version >= 0),
  created_at     timestamptz not null,
  suspended_at   timestamptz
);
grant select on tenant to officine_api, officine_worker;

-- A host belongs to one town in the whole installation, hence a key without the tenant.
create table tenant_host (
  host      text not null primary key check (host = lower(host)),
  tenant_id text not null references tenant (id)
);
grant select on tenant_host to officine_api;

create table tenant_config (
  tenant_id      text        not null references tenant (id),
  version        integer     not null check (version > 0),
  hash           text        not null,
  rules_hash     text        not null,
  effective_from date        not null,
  config         jsonb       not null,
  applied_at     timestamptz not null,
  primary key (tenant_id, version)
);
alter table tenant_config enable row level security;
alter table tenant_config force row level security;
create policy tenant_only on tenant_config
  using (tenant_id = current_setting('app.tenant_id', true));
grant select on tenant_config to officine_api; -- no insert: a configuration is applied by the owner's command, never by a request

create table site (
  tenant_id  text    not null references tenant (id),
  id         uuid    not null,
  slug       text    not null,
  name       text    not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
alter table site enable row level security;
alter table site force row level security;
create policy tenant_only on site
  using (tenant_id = current_setting('app.tenant_id', true));
grant select on site to officine_api;

create table pool (
  tenant_id  text    not null references tenant (id),
  id         uuid    not null,
  site_id    uuid    not null,
  slug       text    not null,
  kind       text    not null check (kind in ('seats', 'room', 'care', 'pet', 'workshop', 'desk')),
  name       text    not null,
  retired_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, site_id) references site (tenant_id, id)
);
alter table pool enable row level security;
alter table pool force row level security;
create policy tenant_only on pool
  using (tenant_id = current_setting('app.tenant_id', true));
grant select on pool to officine_api;

-- A numbered place of a pool: a seat, a room, a childcare place.
create table unit (
  tenant_id     text    not null references tenant (id),
  id            uuid    not null,
  pool_id       uuid    not null,
  number        integer not null check (number > 0),
  label         text    not null,
  is_accessible boolean not null default false,
  retired_at    timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, pool_id, number),
  unique (tenant_id, pool_id, id), -- lets a booked place prove that its unit is of its pool
  foreign key (tenant_id, pool_id) references pool (tenant_id, id)
);
alter table unit enable row level security;
alter table unit force row level security;
create policy tenant_only on unit
  using (tenant_id = current_setting('app.tenant_id', true));
grant select on unit to officine_api;

-- The lock of a pool on a day: whoever decides about that day's places holds this row.
create table pool_day (
  tenant_id text    not null references tenant (id),
  pool_id   uuid    not null,
  day       date    not null,
  locked_at timestamptz,
  primary key (tenant_id, pool_id, day),
  foreign key (tenant_id, pool_id) references pool (tenant_id, id)
);
alter table pool_day enable row level security;
alter table pool_day force row level security;
create policy tenant_only on pool_day
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (locked_at) on pool_day to officine_api; -- the update right is what `for update` asks for
