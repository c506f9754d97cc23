import postgres from 'postgres'
import type { TestDatabase } from './test-database.ts'

/** Every row of a town in every table, read past the policies, as one text: equal before and after is untouched. */
export async function dumpTown(database: TestDatabase, town: string): Promise<string> {
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
  const tables = await superuser<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'officine' and column_name = 'tenant_id'
      and table_name <> 'outbox_hint' -- comes and goes by itself, a moment after the deed
    order by 1`
  const lines: string[] = []
  for (const { name } of tables) {
    const rows = await superuser<{ row: string }[]>`
      select t::text as row from officine.${superuser(name)} t where tenant_id = ${town} order by 1`
    lines.push(...rows.map(({ row }) => `${name} ${row}`))
  }
  await superuser.end()
  return lines.join('\n')
}
