-- Days on which a town, one of its sites or one pool is shut or keeps other hours than usual, as the desk decides them. The town's own file has others.
create table opening_change (
  tenant_id       text        not null references tenant (id),
  id              uuid        not null,
  kind            text        not null check (kind in ('closed', 'hours')),
  -- Neither: the whole town. A pool stands with its site.
  site            text        check (length(site) between 1 and 100),
  pool_id         uuid,
  from_day        date        not null,
  to_day          date        not null,
  -- Wall clock of Rome, half-open; a closure without them is of whole days.
  from_time       text        check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time         text        check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  opens_shut_days boolean     not null,
  -- In Italian, as citizens read it; in other languages where the desk wrote them, by language.
  because         text        not null check (length(because) between 3 and 300),
  because_in      jsonb       not null,
  decided_by      uuid        not null,
  request_key     uuid        not null,
  decided_at      timestamptz not null,
  -- What became of each booking that it took time from: ids and one word each, so that asking twice answers the same.
  settled         jsonb       not null,
  ended_at        timestamptz,
  ended_by        uuid,
  primary key (tenant_id, id),
  unique (tenant_id, decided_by, request_key),
  check (from_day <= to_day),
  check ((from_time is null) = (to_time is null)),
  check (from_time < to_time),
  check (kind = 'closed' or from_time is not null),
  check (pool_id is null or site is not null),
  check ((ended_at is null) = (ended_by is null)),
  foreign key (tenant_id, pool_id) references pool (tenant_id, id),
  foreign key (tenant_id, decided_by) references person (tenant_id, id),
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
alter table opening_change enable row level security;
alter table opening_change force row level security;
create policy tenant_only on opening_change
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (ended_at, ended_by) on opening_change to officine_api; -- no delete: that it was shut stays told
-- When places may be given and what was offered: never who decided.
grant select (tenant_id, id, kind, site, pool_id, from_day, to_day, from_time, to_time, opens_shut_days, because, because_in, decided_at, ended_at)
  on opening_change to officine_worker, officine_publisher;
create index opening_change_in_force on opening_change (tenant_id, to_day) where ended_at is null;

-- A booking whose place is shut may go to another pool of the same kind.
grant update (pool_id) on booking to officine_api;

-- A place that was broken was not offered; what was broken is nobody's business there.
grant select (tenant_id, pool_id, unit_id, starts_at, ends_at, ended_at) on unit_outage to officine_publisher;
