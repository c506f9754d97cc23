import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { globalTables } from '../src/catalogue/allowances.ts'
import { pathsOfRole, speakAs } from './paths-of-role.ts'
import { attempt, twoTowns } from './two-towns.ts'
import type { TwoTowns } from './two-towns.ts'

let towns: TwoTowns
const refused = '42501'

beforeAll(async () => {
  towns = await twoTowns('as granted')
  await towns.superuser`analyze`
}, 60_000)
afterAll(() => towns.end())

const tablesOf = (schema: string) =>
  Object.keys(globalTables)
    .filter((name) => name.startsWith(`${schema}.`))
    .sort()

describe.each([
  ['The Region, as officine_regione', 'regione', 'released'],
  ["The Region's office, as officine_regione_app", 'regioneApp', 'regione_app'],
] as const)('%s in a database client', (_who, role, schema) => {
  const nothingElse = {
    relations: tablesOf(schema),
    schemas: [schema],
    functions: [],
    standing: [],
    elsewhere: [],
    largeObjects: [],
    toCome: [],
    told: [],
  }

  test('finds no path to a row of a town: its own tables are all there is, in every catalogue', async () => {
    // Somebody of a town is asking something at this very moment.
    await towns.as('api').begin(async (api) => {
      await api.unsafe("set local app.tenant_id = 'allumiere'")
      await api.unsafe('select given_name from officine.person')
      expect(await pathsOfRole(towns.as(role))).toEqual(nothingElse)
    })
  })

  // Each statement opens one path; the walk must see every one of them, or it proves nothing.
  test.each([
    ['a table', 'grant usage on schema officine to ROLE; grant select on officine.booking to ROLE'],
    ['one column', 'grant usage on schema officine to ROLE; grant select (day) on officine.booking to ROLE'],
    [
      'a table opened to everybody',
      'grant usage on schema officine to public; grant select on officine.person to public',
    ],
    [
      'a view made by the owner',
      `create view ${schema}.peek as select * from officine.booking; grant select on ${schema}.peek to ROLE`,
    ],
    [
      'a materialised view',
      `create materialized view ${schema}.peek as select 1; grant select on ${schema}.peek to ROLE`,
    ],
    ['a sequence', `create sequence ${schema}.peek; grant usage on sequence ${schema}.peek to ROLE`],
    [
      'a reference to a table',
      'grant usage on schema officine to ROLE; grant references (id) on officine.booking to ROLE',
    ],
    [
      'a function that runs as its owner',
      `create function ${schema}.peek() returns bigint language sql security definer as 'select count(*) from officine.booking'; grant execute on function ${schema}.peek() to ROLE`,
    ],
    [
      'a function of PostgreSQL’s that runs as its owner',
      "create function pg_catalog.peek() returns int language sql security definer as 'select 1'",
    ],
    ['a schema to enter', 'grant usage on schema officine to ROLE'],
    ['a schema to build in', `grant create on schema ${schema} to ROLE`],
    [
      'temporary tables',
      "do $$ begin execute format('grant temporary on database %I to ROLE', current_database()); end $$",
    ],
    ['membership in another role', 'grant officine_api to ROLE'],
    [
      'membership that passes through a third',
      'create role between_us; grant officine_worker to between_us; grant between_us to ROLE',
    ],
    ['a built-in role that reads all', 'grant pg_read_all_data to ROLE'],
    ['a role that may speak for it', 'create role another; grant ROLE to another'],
    ['an attribute', 'alter role ROLE bypassrls'],
    ['replication', 'alter role ROLE replication'],
    ['a parameter', 'grant set on parameter session_replication_role to ROLE'],
    [
      'rights on what is to come',
      'alter default privileges for role officine_owner grant select on tables to ROLE',
    ],
    [
      'rights for everybody on what is to come',
      'alter default privileges for role officine_owner grant select on tables to public',
    ],
    ['a large object', "select lo_from_bytea(0, 'a name')"],
    [
      'a wrapper of other databases',
      'create foreign data wrapper elsewhere; grant usage on foreign data wrapper elsewhere to ROLE',
    ],
    [
      'a server elsewhere',
      'create foreign data wrapper elsewhere; create server there foreign data wrapper elsewhere; grant usage on foreign server there to ROLE',
    ],
    ['a publication', 'create publication everything for all tables'],
    ['statistics of what it cannot read', `grant pg_read_all_stats to ROLE`],
    ['an extension', 'create extension if not exists pg_stat_statements'],
  ])('would find %s', async (_what, change) => {
    const undo = new Error('undo')
    const walked = towns.superuser.begin(async (tx) => {
      await tx.unsafe(
        change.replaceAll('ROLE', role === 'regione' ? 'officine_regione' : 'officine_regione_app'),
      )
      await tx.unsafe(speakAs(role))
      expect(await pathsOfRole(tx)).not.toEqual(nothingElse)
      throw undo
    })
    await expect(walked).rejects.toBe(undo)
  })

  test.each([
    ['becomes another role', 'set local role officine_api'],
    ['signs in as another', 'set session authorization officine_api'],
    ['switches keys and triggers off', "set local session_replication_role = 'replica'"],
    [
      'reads through a function that takes a query',
      "select query_to_xml('select * from officine.booking', true, true, '')",
    ],
    ['reads a table as a document', "select table_to_xml('officine.person', true, true, '')"],
    ['counts words of a query', "select * from ts_stat('select given_name::tsvector from officine.person')"],
    ['copies a table out', 'copy officine.person to stdout'],
    ['explains a query', 'explain select * from officine.person'],
    ['reads a file of the server', "select pg_read_file('postgresql.conf')"],
    ['reads a file as bytes', "select pg_read_binary_file('PG_VERSION')"],
    ['lists the server’s folder', "select pg_ls_dir('.')"],
    ['lists its log', 'select * from pg_ls_waldir()'],
    ['copies a file into a table', "copy released.town from '/etc/passwd'"],
    ['copies to a program', "copy (select 1) to program 'cat'"],
    ['copies to a file', "copy (select 1) to '/tmp/never'"],
    ['brings a file in as a large object', "select lo_import('/etc/passwd')"],
    ['takes a large object out as a file', "select lo_export(1, '/tmp/never')"],
    ['reads large objects past their owners', 'select * from pg_largeobject'],
    ['reads passwords', 'select rolpassword from pg_authid'],
    ['reads who may connect from where', 'select * from pg_hba_file_rules'],
    ['reads the settings files', 'select * from pg_file_settings'],
    ['reads raw statistics', 'select * from pg_statistic'],
    ['reads how others’ mappings sign in', 'select umoptions from pg_user_mapping'],
    ['reads how subscriptions sign in', 'select subconninfo from pg_subscription'],
    ['reads the log as a stream', "select pg_create_logical_replication_slot('peek', 'pgoutput')"],
    ['installs a way to other databases', `create extension dblink schema ${schema}`],
    ['installs a reader of files', `create extension file_fdw schema ${schema}`],
    ['installs a reader of pages', `create extension pageinspect schema ${schema}`],
    ['makes a schema', 'create schema mine'],
    ['makes a temporary table', 'create temporary table booking (id int)'],
    ['makes a function', `create function ${schema}.mine() returns int language sql as 'select 1'`],
    ['makes a server', 'create server there foreign data wrapper elsewhere'],
    [
      'subscribes to another database',
      "create subscription mine connection 'host=127.0.0.1' publication p with (connect = false)",
    ],
    [
      'ends the session of a town',
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'officine_api'",
    ],
  ])('never %s', async (_what, text) => {
    const api = towns.as('api')
    await api`select 1`
    const { state } = await attempt(towns.as(role), undefined, text)
    expect(['42704', refused]).toContain(state) // 42704: there is no such wrapper to begin with
  })

  test('a document of the whole database holds its own tables and no name of a person', async () => {
    const [row] = await towns.as(role)<
      { found: string }[]
    >`select database_to_xml(true, true, '')::text as found`
    const [person] = await towns.superuser<
      { id: string }[]
    >`select id::text as id from officine.person limit 1`
    expect(row?.found).not.toContain(person?.id)
    expect(row?.found).not.toContain('<officine>')
    expect(row?.found).toContain(`<${schema}>`)
  })
})
