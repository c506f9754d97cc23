import type postgres from 'postgres'
import { queueSchema } from './allowances.ts'

/** What the check needs of a connection or a transaction: it only reads the catalogue. */
export type Catalogue = postgres.ISql

/** The rules in their order: tables and rows, keys, columns, rights, code, roles. */
export const faultRules = [
  'unknown-schema',
  'unknown-kind-of-relation',
  'table-without-tenant',
  'row-security-off',
  'row-security-not-forced',
  'policy-missing',
  'policy-not-canonical',
  'policy-permits-more',
  'policy-with-query',
  'table-inherited',
  'table-not-kept',
  'primary-key',
  'unique-without-tenant',
  'exclusion-without-tenant',
  'index-without-tenant',
  'index-invalid',
  'foreign-key-without-tenant',
  'foreign-key-into-town',
  'foreign-key-action',
  'constraint-not-enforced',
  'tenant-column',
  'id-column',
  'column-type',
  'column-default',
  'range-without-instants',
  'grant-beyond-role',
  'grant-table-wide',
  'grant-on-key',
  'grant-passed-on',
  'grant-to-public',
  'grant-to-stranger',
  'default-privilege',
  'trigger',
  'rewrite-rule',
  'enum-type',
  'view-as-owner',
  'function-as-owner',
  'function-leakproof',
  'sequence-grant',
  'role-attribute',
  'role-membership',
  'role-setting',
  'foreign-owner',
] as const

export type FaultRule = (typeof faultRules)[number]

/** One thing in the catalogue that breaks a rule of the schema: which rule, which object, and what was found there. */
export interface Fault {
  readonly rule: FaultRule
  readonly object: string
  readonly found: string
}

/** A SQL condition: the object is ours to judge, not the server's own, not an extension's, not the queue's. `schema` and `object` are SQL expressions. */
export function ours(
  schema: string,
  object: string,
  kind: 'pg_namespace' | 'pg_class' | 'pg_proc' | 'pg_type',
): string {
  const others = kind === 'pg_namespace' ? ['information_schema'] : ['information_schema', queueSchema]
  return `${schema} !~ '^pg_' and ${schema} not in (${others.map((name) => `'${name}'`).join(', ')}) and not exists (
    select from pg_depend d where d.classid = '${kind}'::regclass and d.objid = ${object} and d.deptype = 'e')`
}

/** A SQL expression: the name as the migrations write it, with the schema only when it is not the common one. */
export function named(schema: string, name: string): string {
  return `case when ${schema} = 'officine' then ${name}::text else ${schema} || '.' || ${name} end`
}

/** A SQL condition: the table carries the tenant. One that does not and has no reason to is a fault of its own, and is not measured as a town's. */
export function ofTown(table: string): string {
  return `exists (select from pg_attribute t where t.attrelid = ${table} and t.attname = 'tenant_id' and not t.attisdropped)`
}
