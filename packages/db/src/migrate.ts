import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { assertSoundCatalogue } from './catalogue/catalogue-faults.ts'

const folder = fileURLToPath(new URL('../migrations/', import.meta.url))

export interface Migration {
  readonly name: string
  readonly hash: string
  readonly text: string
}

/** The reviewed SQL files, in their order. */
export function migrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(`${folder}${file}`, 'utf8')
      return { name: file, hash: createHash('sha256').update(text).digest('hex'), text }
    })
}

/**
 * Brings a database to the present schema as its owner: each file in one transaction, each once, refusing when a file that has run was changed since.
 * Returns the names of those that ran now. Throws when the schema that results breaks one of its rules: what was migrated stays, and must not be served.
 */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const client = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    // Questions to the catalogue are quicker asked than compiled.
    connection: { search_path: 'officine', jit: 'off' },
  })
  try {
    await client`create schema if not exists officine`
    await client`create table if not exists schema_migration (name text not null primary key, hash text not null, applied_at timestamptz not null default now())`
    const ran: string[] = []
    for (const migration of migrations()) {
      const isNew = await client.begin(async (tx) => {
        await tx`lock table schema_migration in exclusive mode` // two migrators: the second waits and finds nothing to do
        const [known] = await tx<
          { hash: string }[]
        >`select hash from schema_migration where name = ${migration.name}`
        if (known !== undefined && known.hash !== migration.hash) {
          throw new Error(
            `Migration ${migration.name} was changed after it had run; write a new one instead.`,
          )
        }
        if (known !== undefined) return false
        await tx.unsafe(migration.text)
        await tx`insert into schema_migration (name, hash) values (${migration.name}, ${migration.hash})`
        return true
      })
      if (isNew) ran.push(migration.name)
    }
    await assertSoundCatalogue(client)
    return ran
  } finally {
    await client.end({ timeout: 5 })
  }
}
