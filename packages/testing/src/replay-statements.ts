import { randomUUID } from 'node:crypto'
import postgres from 'postgres'

export interface RecordedStatement {
  readonly text: string
  readonly parameters: readonly unknown[]
}

/** What changes from one replay to the next: recorded value → value of this time. */
export type Substitution = ReadonlyMap<string, unknown>

/**
 * Sends recorded statements again straight through the driver, `clients` at a time, one round for each substitution: the floor that a server is measured against.
 * Identifiers that no substitution names are made anew, so that inserts do not collide. Answers rounds a second.
 */
export async function replayStatements(
  url: string,
  recorded: readonly RecordedStatement[],
  rounds: readonly Substitution[],
  clients: number,
  connections: number,
): Promise<number> {
  const client = postgres(url, { max: connections, fetch_types: false, onnotice: () => {} })
  const queue = rounds.values()
  await Promise.all(Array.from({ length: connections }, () => client`select 1`))
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const round of queue) await replayOnce(client, recorded, round)
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  await client.end()
  return rounds.length / seconds
}

async function replayOnce(
  client: postgres.Sql,
  recorded: readonly RecordedStatement[],
  round: Substitution,
): Promise<void> {
  const fresh = new Map<string, unknown>()
  for (const transaction of transactionsOf(recorded)) {
    await client.begin(async (tx) => {
      for (const { text, parameters } of transaction) {
        const said = [...round].reduce(
          (statement, [from, to]) =>
            text.startsWith('SET') ? statement.replace(from, String(to)) : statement,
          text,
        )
        await tx.unsafe(
          said,
          parameters.map((value) => substituted(value, round, fresh)) as postgres.ParameterOrJSON<never>[],
          { prepare: parameters.length > 0 },
        )
      }
    })
  }
}

function substituted(value: unknown, round: Substitution, fresh: Map<string, unknown>): unknown {
  const key = value instanceof Date ? value.toISOString() : String(value)
  if (round.has(key)) return round.get(key)
  if (typeof value !== 'string' || !/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value)) return value
  const known = fresh.get(key) ?? randomUUID()
  fresh.set(key, known)
  return known
}

function transactionsOf(recorded: readonly RecordedStatement[]): readonly RecordedStatement[][] {
  const transactions: RecordedStatement[][] = []
  for (const statement of recorded) {
    const text = statement.text.trim().toLowerCase()
    if (text.startsWith('begin')) transactions.push([])
    else if (text !== 'commit') transactions.at(-1)?.push(statement)
  }
  return transactions
}
