import { expect, test } from 'vitest'
import { statementFaults } from './statement-rules.ts'

const tables = new Set(['booking', 'person', 'pool'])
const faultsOf = (statement: string, ...parameters: readonly unknown[]) =>
  statementFaults(statement, parameters, 'allumiere', tables)

test.each([
  ['one table', 'select "id" from "booking" where "booking"."tenant_id" = $1', ['allumiere']],
  [
    'a join that names the town for both',
    'select 1 from "booking" inner join "person" on ("person"."tenant_id" = "booking"."tenant_id" and "person"."id" = "booking"."person_id") where ("booking"."tenant_id" = $1 and "person"."tenant_id" = $2 and ("booking"."day" = $3 or "booking"."day" is null))',
    ['allumiere', 'allumiere', '2026-10-05'],
  ],
  [
    'a left join that names the town in its condition',
    'select 1 from "booking" left join "person" on ("person"."tenant_id" = $1 and "person"."id" = "booking"."person_id") where "booking"."tenant_id" = $2',
    ['allumiere', 'allumiere'],
  ],
  ['another name for a table', 'select 1 from "booking" "b" where "b"."tenant_id" = $1', ['allumiere']],
  [
    'an update',
    'update "booking" set "status" = $1 where ("booking"."tenant_id" = $2 and "booking"."id" = $3)',
    ['cancelled', 'allumiere', 'x'],
  ],
  ['a delete', 'delete from "booking" where ("booking"."tenant_id" = $1)', ['allumiere']],
  [
    'an insert of two rows',
    'insert into "booking" ("tenant_id", "id") values ($1, $2), ($3, default) on conflict do nothing',
    ['allumiere', 'x', 'allumiere'],
  ],
  [
    'an insert that names the tenant last',
    'insert into "booking" ("id", "tenant_id") values ($1, $2)',
    ['x', 'allumiere'],
  ],
  ['a table of no town', 'select "id" from "tenant" where "tenant"."suspended_at" is null', []],
  ['the town itself', "SET LOCAL app.tenant_id = 'allumiere'", []],
])('%s is in order', (_what, statement, parameters) => {
  expect(faultsOf(statement, ...parameters)).toEqual([])
})

test.each([
  [
    'no town',
    'select "id" from "booking" where "booking"."id" = $1',
    ['x'],
    'booking without its tenant_id = $n',
  ],
  [
    'a lock without the town',
    'select "id" from "booking" where "booking"."id" = $1 for update',
    ['x'],
    'booking without its tenant_id = $n',
  ],
  [
    'a join that trusts the other side',
    'select 1 from "booking" inner join "person" on "person"."tenant_id" = "booking"."tenant_id" where "booking"."tenant_id" = $1',
    ['allumiere'],
    'person without its tenant_id = $n',
  ],
  [
    'a town that is one of two choices',
    'select 1 from "booking" where ("booking"."tenant_id" = $1 or "booking"."id" = $2)',
    ['allumiere', 'x'],
    'booking without its tenant_id = $n',
  ],
  [
    'a choice around the town',
    'select 1 from "booking" where (("booking"."tenant_id" = $1 and "booking"."day" = $2) or "booking"."id" = $3)',
    ['allumiere', 'd', 'x'],
    'booking without its tenant_id = $n',
  ],
  [
    'every town but one',
    'select 1 from "booking" where not ("booking"."tenant_id" = $1)',
    ['allumiere'],
    'booking without its tenant_id = $n',
  ],
  [
    'another town',
    'select 1 from "booking" where "booking"."tenant_id" = $1',
    ['cassino'],
    'booking without its tenant_id = $n',
  ],
  [
    'a town read from the setting',
    'select 1 from "booking" where "booking"."tenant_id" = current_setting(\'app.tenant_id\')',
    [],
    'booking without its tenant_id = $n',
  ],
  [
    'a second table after a comma',
    'select 1 from "booking", "person" where "booking"."tenant_id" = $1',
    ['allumiere'],
    'person without its tenant_id = $n',
  ],
  [
    'a table in a sub-select',
    'select 1 from "booking" where "booking"."tenant_id" = $1 and exists (select from officine.person where person.id = "booking"."person_id")',
    ['allumiere'],
    'person without its tenant_id = $n',
  ],
  [
    'an update without the town',
    'update "booking" set "status" = $1 where "booking"."id" = $2',
    ['x', 'y'],
    'booking without its tenant_id = $n',
  ],
  [
    'an insert without the town',
    'insert into "booking" ("id") values ($1)',
    ['x'],
    'booking is inserted without tenant_id',
  ],
  [
    'an insert whose second row is of another',
    'insert into "booking" ("tenant_id", "id") values ($1, $2), ($3, $4)',
    ['allumiere', 'x', 'cassino', 'y'],
    'booking is inserted for another town than the parameter names',
  ],
  [
    'an insert of what was selected',
    'insert into "booking" ("tenant_id", "id") select "tenant_id", "id" from "pool" where "pool"."tenant_id" = $1',
    ['allumiere'],
    'inserts what it selects',
  ],
  [
    'a sub-select inside VALUES',
    'insert into "booking" ("tenant_id", "id") values ($1, (select $2))',
    ['allumiere', 'x'],
    'selects inside VALUES',
  ],
  [
    'a town that is assigned',
    'update "booking" set "status" = $1, "tenant_id" = $2 where "booking"."tenant_id" = $3',
    ['x', 'allumiere', 'allumiere'],
    'assigns the tenant',
  ],
  [
    'a setting that outlives the transaction',
    "set app.tenant_id = 'allumiere'",
    [],
    'sets something for longer than its transaction',
  ],
  [
    'a setting by function',
    "select set_config('app.tenant_id', 'allumiere', true)",
    [],
    'sets something for longer than its transaction',
  ],
  ['a lock by number', 'select pg_advisory_xact_lock($1)', [1], 'locks by number: locks are rows'],
] as const)('%s is found', (_what, statement, parameters, fault) => {
  expect(faultsOf(statement, ...parameters)).toContain(fault)
})
