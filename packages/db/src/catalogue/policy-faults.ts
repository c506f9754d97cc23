import { globalTables } from './allowances.ts'
import { named, ofTown, ours } from './fault.ts'
import type { Catalogue, Fault } from './fault.ts'

/** The one permissive policy of a town's table, as PostgreSQL prints it. No sub-select: distributed PostgreSQL refuses it. */
const canonical = "(tenant_id = current_setting('app.tenant_id'::text, true))"

interface Policy {
  readonly policy: string
  readonly permissive: boolean
  readonly command: string
  readonly everybody: boolean
  readonly using: string | null
  readonly check: string | null
}

interface Guarded {
  readonly name: string
  readonly policies: readonly Policy[]
}

/** Each town's table and partition: exactly one permissive policy, for every command and role, in its canonical text; any other only restricts. */
export async function policyFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const tables = await sql.unsafe<Guarded[]>(`
    select ${named('n.nspname', 'c.relname')} as name, coalesce(json_agg(json_build_object(
        'policy', p.polname, 'permissive', p.polpermissive, 'command', p.polcmd, 'everybody', p.polroles = '{0}',
        'using', pg_get_expr(p.polqual, c.oid), 'check', pg_get_expr(p.polwithcheck, c.oid)) order by p.polname)
        filter (where p.oid is not null), '[]') as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_policy p on p.polrelid = c.oid
    where c.relkind in ('r', 'p') and ${ofTown('c.oid')} and ${ours('n.nspname', 'c.oid', 'pg_class')}
    group by 1`)
  return tables.filter(({ name }) => !(name in globalTables)).flatMap(tablePolicyFaults)
}

function tablePolicyFaults({ name, policies }: Guarded): readonly Fault[] {
  const permissive = policies.filter((policy) => policy.permissive)
  if (permissive.length === 0)
    return [{ rule: 'policy-missing', object: name, found: 'no permissive policy: every row is hidden' }]
  const many: Fault[] =
    permissive.length === 1
      ? []
      : [
          {
            rule: 'policy-permits-more',
            object: name,
            found: `${permissive.map(({ policy }) => policy).join(', ')}: permissive policies are ORed`,
          },
        ]
  const odd = permissive.length === 1 ? permissive.filter((policy) => !isCanonical(policy)) : []
  const querying = policies.filter(({ using, check }) => /\bselect\b/i.test(`${using} ${check}`))
  return [
    ...many,
    ...odd.map(
      (policy): Fault => ({
        rule: 'policy-not-canonical',
        object: `${name}.${policy.policy}`,
        found: describe(policy),
      }),
    ),
    ...querying.map(
      (policy): Fault => ({
        rule: 'policy-with-query',
        object: `${name}.${policy.policy}`,
        found: describe(policy),
      }),
    ),
  ]
}

function isCanonical({ command, everybody, using, check }: Policy): boolean {
  return command === '*' && everybody && using === canonical && (check === null || check === canonical)
}

function describe({ command, everybody, using, check }: Policy): string {
  return `for ${command === '*' ? 'all' : command}${everybody ? '' : ' to some roles'} using ${using} with check ${check}`
}
