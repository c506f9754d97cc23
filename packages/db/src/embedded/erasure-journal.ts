import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'

/** Somebody who was erased: an id that names nobody any more, unless an older copy of the database comes back. */
export interface Erasure {
  readonly town: string
  readonly person: string
  /** On the installation's clock, ISO 8601. */
  readonly at: string
}

/** The journal beside the log of a cluster: kept outside the database, so that no restore takes an erasure back. Append only, one JSON line a person. */
export function journalIn(logFolder: string): string {
  return join(logFolder, 'erasures.jsonl')
}

/** Who was erased, by the journals in these folders; a line that was cut off in the middle is left out. */
export function readErasures(logFolders: readonly string[]): readonly Erasure[] {
  const found = new Map<string, Erasure>()
  for (const file of logFolders.map(journalIn).filter((path) => existsSync(path)))
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const erasure = readLine(line)
      if (erasure !== undefined) found.set(keyOf(erasure), erasure)
    }
  return [...found.values()]
}

/** Appends who was erased since the last call to the journal in the folder; `client` is the superuser's, in the installation's database. */
export function erasureJournal(
  client: postgres.Sql,
  logFolder: string,
): { readonly keepUp: () => Promise<void> } {
  let known: Set<string> | undefined
  let lastCounted = -1
  return {
    keepUp: async () => {
      const [table] = await client`select to_regclass('officine.person') is not null as exists`
      if (table?.['exists'] !== true) return // before the first migration
      known ??= new Set(readErasures([logFolder]).map(keyOf))
      // Few among many, by an index of their own: counted, because neither clocks nor ids say what was committed last.
      const [counted] = await client<{ erased: number }[]>`
        select count(*)::int as erased from officine.person where erased_at is not null`
      // Against the last count and not the journal: after a restore that may name people whom this copy never knew.
      if (counted === undefined || counted.erased === lastCounted) return
      const rows = await client<Erasure[]>`
        select tenant_id as town, id::text as person, to_json(erased_at)#>>'{}' as at from officine.person
        where erased_at is not null`
      const news = rows.filter((row) => known?.has(keyOf(row)) === false)
      if (news.length > 0)
        appendFileSync(journalIn(logFolder), news.map((row) => `${JSON.stringify(row)}\n`).join(''), {
          mode: 0o600,
        })
      for (const row of news) known.add(keyOf(row))
      lastCounted = rows.length
    },
  }
}

const keyOf = ({ town, person }: Erasure) => `${town}/${person}`

function readLine(line: string): Erasure | undefined {
  const [, town, person, at] =
    /^\{"town":"([a-z0-9-]+)","person":"([0-9a-f-]{36})","at":"([0-9T:.+Z-]+)"\}$/.exec(line) ?? []
  return town === undefined || person === undefined || at === undefined ? undefined : { town, person, at }
}
