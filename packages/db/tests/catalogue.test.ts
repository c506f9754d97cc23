import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { catalogueFaults } from '../src/catalogue/catalogue-faults.ts'
import { faultRules } from '../src/catalogue/fault.ts'
import type { Fault, FaultRule } from '../src/catalogue/fault.ts'
import { migrate } from '../src/migrate.ts'

let database: TestDatabase
let superuser: postgres.Sql

beforeAll(async () => {
  database = await testDatabase()
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await superuser.end()
  await database.drop()
})

test('the migrated schema breaks none of its rules', async () => {
  expect(await catalogueFaults(superuser)).toEqual([])
})

test('whoever asks, the answer is the same', async () => {
  const faults = await afterPlanting(
    'grant truncate on booking to officine_api; set local role officine_regione',
  )
  expect(faults.map(({ rule }) => rule)).toEqual(['grant-beyond-role'])
})

/** A sound table of a town's, for defects that need one of their own. */
const walled = (name: string, columns: string, wall = true) => `
  create table ${name} (tenant_id text not null references tenant (id), id uuid not null, ${columns} primary key (tenant_id, id));
  alter table ${name} enable row level security;
  ${wall ? `alter table ${name} force row level security;` : ''}
  create policy tenant_only on ${name} using (tenant_id = current_setting('app.tenant_id', true));`

/** `besides`: what cannot be absent when the defect is there, such as the global key that a foreign key without the tenant needs. */
type Defect = readonly [what: string, plant: string, rule: FaultRule, object: string, besides?: FaultRule]

const defects: readonly Defect[] = [
  // What has rows
  [
    'a table whose wall does not bind the owner',
    'alter table booking no force row level security',
    'row-security-not-forced',
    'booking',
  ],
  [
    'a table whose wall is off',
    'alter table booking disable row level security',
    'row-security-off',
    'booking',
  ],
  ['a new table made without FORCE', walled('pram', '', false), 'row-security-not-forced', 'pram'],
  [
    'a table of no town, for no reason',
    'create table note (id uuid primary key)',
    'table-without-tenant',
    'note',
  ],
  [
    'a partition that is walled only through its parent',
    `create table trace (tenant_id text not null, id uuid not null, day date not null, primary key (tenant_id, id, day)) partition by range (day);
     alter table trace enable row level security; alter table trace force row level security;
     create policy tenant_only on trace using (tenant_id = current_setting('app.tenant_id', true));
     create table trace_2026 partition of trace for values from ('2026-01-01') to ('2027-01-01');
     create policy tenant_only on trace_2026 using (tenant_id = current_setting('app.tenant_id', true));
     alter table trace_2026 force row level security`,
    'row-security-off',
    'trace_2026',
  ],
  [
    'a table that inherits',
    `create table pool_of_old () inherits (pool); ${wallOf('pool_of_old')}; alter table pool_of_old add primary key (tenant_id, id)`,
    'table-inherited',
    'pool_of_old',
  ],
  ['a table that a crash empties', 'alter table outbox set unlogged', 'table-not-kept', 'outbox'],
  ['a schema that nobody walks', 'create schema archive', 'unknown-schema', 'archive'],
  [
    'a table in public',
    `create table public.tenant_copy (tenant_id text not null, id uuid not null, primary key (tenant_id, id)); ${wallOf('public.tenant_copy')}`,
    'unknown-schema',
    'public.tenant_copy',
  ],
  [
    'a table on another server',
    '@superuser create foreign data wrapper nowhere; create server afar foreign data wrapper nowhere; create foreign table far (tenant_id text not null, id uuid) server afar; alter foreign table far owner to officine_owner',
    'unknown-kind-of-relation',
    'far',
  ],
  [
    'a view that reads as its owner',
    'create view every_booking as select * from booking; grant select on every_booking to officine_api',
    'view-as-owner',
    'every_booking',
  ],
  [
    'a view that was turned back to reading as its owner',
    'create view own_booking with (security_invoker = true) as select * from booking; alter view own_booking set (security_invoker = false)',
    'view-as-owner',
    'own_booking',
  ],
  [
    'a materialised view that requests read',
    'create materialized view day_count as select tenant_id, day, count(*) from booking group by 1, 2; grant select on day_count to officine_api',
    'grant-beyond-role',
    'day_count',
  ],

  // Policies
  [
    'a policy that lets everything through',
    'drop policy tenant_only on booking; create policy tenant_only on booking using (true)',
    'policy-not-canonical',
    'booking.tenant_only',
  ],
  [
    'a policy that writes more than it reads',
    "drop policy tenant_only on booking; create policy tenant_only on booking using (tenant_id = current_setting('app.tenant_id', true)) with check (true)",
    'policy-not-canonical',
    'booking.tenant_only',
  ],
  [
    'a policy for reading only',
    "drop policy tenant_only on booking; create policy tenant_only on booking for select using (tenant_id = current_setting('app.tenant_id', true))",
    'policy-not-canonical',
    'booking.tenant_only',
  ],
  [
    'a policy for one role',
    "drop policy tenant_only on booking; create policy tenant_only on booking to officine_api using (tenant_id = current_setting('app.tenant_id', true))",
    'policy-not-canonical',
    'booking.tenant_only',
  ],
  [
    'a second permissive policy',
    "create policy also_web on booking using (channel = 'web')",
    'policy-permits-more',
    'booking',
  ],
  ['no policy at all', 'drop policy tenant_only on booking', 'policy-missing', 'booking'],
  [
    'a restriction that asks another table',
    'create policy open_pool on booking as restrictive using (pool_id in (select id from pool))',
    'policy-with-query',
    'booking.open_pool',
  ],

  // Keys
  [
    'a table without a key',
    `create table crumb (tenant_id text not null); ${wallOf('crumb')}`,
    'primary-key',
    'crumb',
  ],
  [
    'a primary key of the whole installation',
    `create table crumb (tenant_id text not null, id uuid primary key); ${wallOf('crumb')}`,
    'primary-key',
    'crumb.crumb_pkey',
  ],
  [
    'a primary key that ends with the tenant',
    `create table crumb (tenant_id text not null, id uuid, primary key (id, tenant_id)); ${wallOf('crumb')}`,
    'primary-key',
    'crumb.crumb_pkey',
  ],
  [
    'an e-mail unique in the whole installation',
    'alter table person add unique (email)',
    'unique-without-tenant',
    'person.person_email_key',
  ],
  [
    'a unique index over an expression',
    'create unique index person_by_email on person (lower(email), tenant_id)',
    'unique-without-tenant',
    'person.person_by_email',
  ],
  [
    'an exclusion across towns',
    'alter table booking_unit add constraint everywhere exclude using gist (unit_id with =, during with &&)',
    'exclusion-without-tenant',
    'booking_unit.everywhere',
  ],
  [
    'an exclusion between different towns',
    'alter table booking_unit add constraint apart exclude using gist (tenant_id with <>, unit_id with =)',
    'exclusion-without-tenant',
    'booking_unit.apart',
  ],
  [
    'an index not led by the tenant',
    'create index booking_by_code on booking (code)',
    'index-without-tenant',
    'booking.booking_by_code',
  ],
  [
    'an index that was never finished',
    "@superuser update pg_index set indisvalid = false where indexrelid = 'officine.booking_by_day'::regclass",
    'index-invalid',
    'booking.booking_by_day',
  ],
  [
    'a foreign key without the tenant',
    `${walled('pram', 'unit_id uuid, site_id uuid,')} create table tool (id uuid primary key, tenant_id text not null, unique (tenant_id, id)); ${wallOf('tool')}; alter table pram add constraint pram_tool foreign key (unit_id) references tool (id)`,
    'foreign-key-without-tenant',
    'pram.pram_tool',
    'primary-key',
  ],
  [
    'a foreign key with the tenant on the wrong side',
    `${walled('pram', 'town text, pool_id uuid,')} alter table pram add constraint pram_pool foreign key (town, pool_id) references pool (tenant_id, id)`,
    'foreign-key-without-tenant',
    'pram.pram_pool',
  ],
  [
    'a global table that points into a town',
    'alter table tenant_host add column site_id uuid, add constraint host_site foreign key (tenant_id, site_id) references site (tenant_id, id)',
    'foreign-key-into-town',
    'tenant_host.host_site',
  ],
  [
    'a foreign key that forgets on delete',
    'alter table staff_role add constraint forgetful foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null',
    'foreign-key-action',
    'staff_role.forgetful',
  ],
  [
    'a foreign key that forgets one column on delete',
    'alter table audit_event add constraint forgetful foreign key (tenant_id, actor_id) references person (tenant_id, id) on delete set null (actor_id)',
    'foreign-key-action',
    'audit_event.forgetful',
  ],
  [
    'a foreign key that falls back to a default',
    'alter table staff_role add constraint falling foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set default',
    'foreign-key-action',
    'staff_role.falling',
  ],
  [
    'a foreign key that follows updates, for no listed reason',
    'alter table staff_role add constraint following foreign key (tenant_id, person_id) references person (tenant_id, id) on update cascade',
    'foreign-key-action',
    'staff_role.following',
  ],
  [
    'a foreign key nobody validated',
    'alter table staff_role add constraint unproved foreign key (tenant_id, person_id) references person (tenant_id, id) not valid',
    'constraint-not-enforced',
    'staff_role.unproved',
  ],
  [
    'a check nobody validated',
    'alter table booking add constraint unproved check (slots < 100) not valid',
    'constraint-not-enforced',
    'booking.unproved',
  ],
  [
    'a check nobody enforces',
    'alter table booking add constraint idle check (slots < 100) not enforced',
    'constraint-not-enforced',
    'booking.idle',
  ],

  // Columns
  [
    'a tenant of another type',
    `create table pram (tenant_id varchar(40) not null, id uuid not null, primary key (tenant_id, id)); ${wallOf('pram', "((tenant_id)::text = current_setting('app.tenant_id', true))")}`,
    'tenant-column',
    'pram.tenant_id',
    'policy-not-canonical',
  ],
  [
    'a tenant that has a default',
    "alter table site alter column tenant_id set default 'allumiere'",
    'tenant-column',
    'site.tenant_id',
  ],
  [
    'an id that counts in 32 bits',
    `create table pram (tenant_id text not null, id integer generated always as identity, primary key (tenant_id, id)); ${wallOf('pram')}`,
    'id-column',
    'pram.id',
  ],
  [
    'a number that counts in 32 bits',
    'alter table outbox add column position integer generated always as identity',
    'id-column',
    'outbox.position',
  ],
  [
    'an id that means something',
    'alter table person add column citizen_id text',
    'id-column',
    'person.citizen_id',
  ],
  ['an enum type', "create type mood as enum ('good', 'bad')", 'enum-type', 'mood'],
  [
    'a column of an enum',
    "create type mood as enum ('good', 'bad'); alter table person add column mood mood",
    'enum-type',
    'person.mood',
  ],
  [
    'an instant without its zone',
    'alter table person add column seen_at timestamp',
    'column-type',
    'person.seen_at',
  ],
  [
    'a default read from the clock',
    'alter table booking alter column booked_at set default now()',
    'column-default',
    'booking.booked_at',
  ],
  [
    'an id made by the database',
    'alter table booking alter column id set default gen_random_uuid()',
    'column-default',
    'booking.id',
  ],
  [
    'a serial number',
    `create sequence ticket; alter table outbox add column ticket bigint default nextval('ticket')`,
    'column-default',
    'outbox.ticket',
  ],
  [
    'a range with no instants beside it',
    'alter table pool add column season daterange',
    'range-without-instants',
    'pool.season',
  ],

  // Rights
  ['TRUNCATE for requests', 'grant truncate on booking to officine_api', 'grant-beyond-role', 'booking'],
  ['REFERENCES for requests', 'grant references on booking to officine_api', 'grant-beyond-role', 'booking'],
  [
    'REFERENCES on a column for requests',
    'grant references (id) on booking to officine_api',
    'grant-beyond-role',
    'booking.id',
  ],
  ['TRIGGER for requests', 'grant trigger on booking to officine_api', 'grant-beyond-role', 'booking'],
  ['MAINTAIN for requests', 'grant maintain on booking to officine_api', 'grant-beyond-role', 'booking'],
  ['UPDATE of whole rows', 'grant update on booking to officine_api', 'grant-table-wide', 'booking'],
  [
    'UPDATE of the tenant',
    'grant update (tenant_id) on booking to officine_api',
    'grant-on-key',
    'booking.tenant_id',
  ],
  [
    'DELETE of what must stay told',
    'grant delete on audit_event to officine_api',
    'grant-beyond-role',
    'audit_event',
  ],
  ['a request that may make towns', 'grant insert on tenant to officine_api', 'grant-beyond-role', 'tenant'],
  ['a worker that reads people', 'grant select on person to officine_worker', 'grant-beyond-role', 'person'],
  [
    'a worker that reads one more column of people',
    'grant select (family_name) on person to officine_worker',
    'grant-beyond-role',
    'person.family_name',
  ],
  [
    'a publisher that reads bookings',
    'grant select on booking to officine_publisher',
    'grant-beyond-role',
    'booking',
  ],
  [
    'the Region in a table of a town',
    'grant select on booking to officine_regione',
    'grant-beyond-role',
    'booking',
  ],
  [
    "the Region's office in the towns' schema",
    'grant usage on schema officine to officine_regione_app',
    'grant-beyond-role',
    'officine',
  ],
  ['a right for everybody', 'grant select on pool to public', 'grant-to-public', 'pool'],
  [
    'a right on a column for everybody',
    'grant select (name) on pool to public',
    'grant-to-public',
    'pool.name',
  ],
  ['a schema for everybody', 'grant usage on schema officine to public', 'grant-to-public', 'officine'],
  [
    'a schema in which requests make tables',
    'grant create on schema officine to officine_api',
    'grant-beyond-role',
    'officine',
  ],
  [
    'a database in which requests make temporary tables',
    `@superuser do $$ begin execute 'grant temporary on database "' || current_database() || '" to officine_api'; end $$`,
    'grant-beyond-role',
    'this database',
  ],
  [
    'a database to which everybody connects',
    `@superuser do $$ begin execute 'grant connect on database "' || current_database() || '" to public'; end $$`,
    'grant-to-public',
    'this database',
  ],
  [
    'a right that may be passed on',
    'grant select on booking to officine_api with grant option',
    'grant-passed-on',
    'booking',
  ],
  [
    'a right for a role that is none of ours',
    '@superuser create role auditor; grant select on person to auditor',
    'grant-to-stranger',
    'person',
  ],
  [
    'rights on every table to come',
    'alter default privileges grant select on tables to officine_api',
    'default-privilege',
    'objects to come',
  ],
  [
    'a parameter that switches foreign keys off',
    '@superuser grant set on parameter session_replication_role to officine_api',
    'grant-beyond-role',
    'session_replication_role',
  ],
  [
    'a sequence that tells how much the others do',
    'create sequence ticket; grant usage on sequence ticket to officine_api',
    'sequence-grant',
    'ticket',
  ],

  // Code
  [
    'a trigger',
    'create function stamp() returns trigger language plpgsql as $$ begin return new; end $$; create trigger stamped before insert on booking for each row execute function stamp()',
    'trigger',
    'booking.stamped',
  ],
  [
    'a rewrite rule',
    'create rule silent as on delete to outbox do instead nothing',
    'rewrite-rule',
    'outbox',
  ],
  [
    'a function that reads as its owner',
    "create function count_all() returns bigint language sql security definer set search_path = officine, pg_temp as 'select count(*) from officine.booking'",
    'function-as-owner',
    'count_all',
  ],
  [
    'a function that reads below the policy',
    '@superuser create function peek(text) returns boolean language sql leakproof as $$ select true $$; alter function peek(text) owner to officine_owner; revoke all on function peek(text) from public',
    'function-leakproof',
    'peek',
  ],
  [
    'a function that everybody may call',
    'create function one() returns int language sql as $$ select 1 $$; grant execute on function one() to public',
    'grant-to-public',
    'one',
  ],

  // Roles
  [
    'a role that walks past every wall',
    '@superuser alter role officine_api bypassrls',
    'role-attribute',
    'officine_api',
  ],
  ['a superuser', '@superuser alter role officine_worker superuser', 'role-attribute', 'officine_worker'],
  [
    'a role that makes roles',
    '@superuser alter role officine_api createrole',
    'role-attribute',
    'officine_api',
  ],
  [
    'a request that may become the owner',
    '@superuser grant officine_owner to officine_api',
    'role-membership',
    'officine_api',
  ],
  [
    'the Region reading all data through a role of the server',
    '@superuser grant pg_read_all_data to officine_regione',
    'role-membership',
    'officine_regione',
  ],
  [
    'a role born in a town',
    "@superuser alter role officine_api set app.tenant_id = 'allumiere'",
    'role-setting',
    'officine_api',
  ],
  [
    'a role of the owner for requests',
    '@superuser alter role officine_api set role = officine_owner',
    'role-setting',
    'officine_api',
  ],
  [
    'a table that belongs to requests',
    '@superuser alter table outbox owner to officine_api',
    'foreign-owner',
    'outbox',
  ],
  [
    'a view that belongs to the superuser',
    '@superuser create view mine with (security_invoker = true) as select 1 as one',
    'foreign-owner',
    'mine',
  ],
  [
    'a table of the queue that the owner made',
    'create table pgboss.job (id uuid primary key)',
    'foreign-owner',
    'pgboss.job',
  ],
  [
    'requests that look into the queue',
    '@superuser create table pgboss.job (id uuid); alter table pgboss.job owner to officine_worker; grant select (id) on pgboss.job to officine_api',
    'grant-beyond-role',
    'pgboss.job.id',
  ],
  [
    'requests that may enter the queue',
    'grant usage on schema pgboss to officine_api',
    'grant-beyond-role',
    'pgboss',
  ],
]

describe('a planted defect is found', () => {
  test.for(defects)('%s', async ([, plant, rule, object, besides]) => {
    const faults = await afterPlanting(plant)
    expect(faults).toContainEqual({ rule, object, found: expect.any(String) })
    expect(new Set(faults.map((fault) => fault.rule))).toEqual(
      new Set(besides === undefined ? [rule] : [rule, besides]),
    )
  })

  test('and each rule has a defect that it alone finds', () => {
    expect(new Set(defects.map(([, , rule]) => rule))).toEqual(new Set(faultRules))
  })

  test('and nothing is left of it', async () => {
    expect(await catalogueFaults(superuser)).toEqual([])
  })

  test('and the migration command fails, naming it, also when there was nothing left to migrate', async () => {
    await expect(migrate(database.url('owner'))).resolves.toEqual([])
    await superuser`alter table officine.booking no force row level security`
    await expect(migrate(database.url('owner'))).rejects.toThrow('row-security-not-forced: booking')
    await superuser`alter table officine.booking force row level security`
  })
})

test('a sound table of a town is found sound', async () => {
  expect(await afterPlanting(walled('pram', 'note text, is_blue boolean not null default false,'))).toEqual(
    [],
  )
})

test('a new function is nobody’s to call until the migration says whose', async () => {
  expect(await afterPlanting("create function one() returns int language sql as 'select 1'")).toEqual([])
})

function wallOf(table: string, condition = "tenant_id = current_setting('app.tenant_id', true)"): string {
  return `alter table ${table} enable row level security; alter table ${table} force row level security; create policy tenant_only on ${table} using (${condition})`
}

/** The faults of the schema with a defect in it, planted as the owner who migrates unless it takes a superuser; rolled back. */
async function afterPlanting(plant: string): Promise<readonly Fault[]> {
  const asSuperuser = plant.startsWith('@superuser ')
  let faults: readonly Fault[] = []
  const undo = new Error('undo')
  await superuser
    .begin(async (tx) => {
      await tx.unsafe('set local search_path = officine')
      if (!asSuperuser) await tx.unsafe('set local role officine_owner')
      await tx.unsafe(plant.replace('@superuser ', ''))
      faults = await catalogueFaults(tx)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return faults
}
