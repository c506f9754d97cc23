import { definerFunctions } from './allowances.ts'
import { named, ours } from './fault.ts'
import type { Catalogue, Fault } from './fault.ts'

interface FunctionFacts {
  readonly name: string
  readonly is_definer: boolean
  readonly is_leakproof: boolean
  readonly settings: readonly string[]
}

/** A path that nobody can put a table of his own in front of: known schemas only, and the temporary one last. */
const pinned = /^search_path=(pg_catalog|officine)(, ?(pg_catalog|officine))*, ?pg_temp$/

/** What runs inside the database: no triggers, no enums, no function with its owner's eyes unless it is listed and its search path pinned. */
export async function codeFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const [functions, triggers, enums] = await Promise.all([
    sql.unsafe<FunctionFacts[]>(`
      select ${named('n.nspname', 'p.proname')} as name, p.prosecdef as is_definer, p.proleakproof as is_leakproof,
        coalesce(to_json(p.proconfig), '[]') as settings
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours('n.nspname', 'p.oid', 'pg_proc')}`),
    sql.unsafe<{ name: string }[]>(`
      select ${named('n.nspname', "c.relname || '.' || g.tgname")} as name
      from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not g.tgisinternal and ${ours('n.nspname', 'c.oid', 'pg_class')}
      union all select evtname::text from pg_event_trigger`),
    sql.unsafe<{ name: string }[]>(`
      select ${named('n.nspname', 't.typname')} as name from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where t.typtype = 'e' and ${ours('n.nspname', 't.oid', 'pg_type')}`),
  ])
  return [
    ...functions.flatMap(functionFaults),
    ...triggers.map(
      ({ name }): Fault => ({
        rule: 'trigger',
        object: name,
        found: 'distributed tables have none; the application writes what it would write',
      }),
    ),
    ...enums.map(
      ({ name }): Fault => ({ rule: 'enum-type', object: name, found: 'states are text with a check' }),
    ),
  ]
}

function functionFaults({ name, is_definer, is_leakproof, settings }: FunctionFacts): readonly Fault[] {
  const faults: Fault[] = []
  if (is_definer && !(name in definerFunctions))
    faults.push({ rule: 'function-as-owner', object: name, found: 'SECURITY DEFINER, and not listed' })
  if (is_definer && !settings.some((setting) => pinned.test(setting))) {
    faults.push({
      rule: 'function-as-owner',
      object: name,
      found: `SECURITY DEFINER with the path ${settings.join(', ') || 'of its caller'}`,
    })
  }
  if (is_leakproof)
    faults.push({
      rule: 'function-leakproof',
      object: name,
      found: 'runs below the policy, on rows of other towns',
    })
  return faults
}
