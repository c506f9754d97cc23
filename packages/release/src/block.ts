import { byName } from './linked-tables.ts'
import type { LinkedTables } from './linked-tables.ts'

/** One equation of a block, by cell index. */
export interface BlockSum {
  readonly total: number
  readonly parts: readonly number[]
  /** Whether some part is latent: then its hidden parts are never released as a group. */
  readonly latent: boolean
  /** Whether every member was published before, so that its increments form a table too. */
  readonly dated: boolean
}

/**
 * Cells tied together by sums, in canonical order: names sorted, sums sorted and without repetition, so that the order in which
 * a file lists them changes nothing.
 */
export interface Block {
  readonly threshold: number
  readonly guardSingletons: boolean
  readonly names: readonly string[]
  /** `undefined` only in an audit, for a hidden cell whose count was not given. */
  readonly values: readonly (number | undefined)[]
  /** What the attacker knows each hidden cell to be at least: 0, or the last published value of a count that only grows. */
  readonly floors: readonly number[]
  /** How much each cell moved since it was last published, its whole count if it never was. */
  readonly moved: readonly number[]
  readonly sums: readonly BlockSum[]
  readonly primary: ReadonlySet<number>
  readonly kept: ReadonlySet<number>
  readonly reluctant: ReadonlySet<number>
  readonly known: ReadonlySet<number>
  readonly latent: ReadonlySet<number>
}

/** The members of a sum, total first. */
export function members(sum: BlockSum): readonly number[] {
  return [sum.total, ...sum.parts]
}

/** Splits linked tables into blocks that share no sum: each can be attacked and protected by itself, exactly. */
export function splitBlocks(
  tables: Omit<LinkedTables, 'cells'> & { readonly cells: ReadonlyMap<string, number | undefined> },
  primary: ReadonlySet<string>,
): readonly Block[] {
  const names = [...tables.cells.keys()].sort(byName)
  const root = unite(names, tables.sums)
  const groups = Map.groupBy(names, (name) => root(name))
  const sums = Map.groupBy(canonicalSums(tables), (sum) => root(sum.total))
  // A published correction downwards tells the attacker that counts do not only grow.
  const onlyGrows = [...tables.previous].every(
    ([name, before]) => (tables.cells.get(name) ?? before) >= before,
  )
  return [...groups].map(([key, group]) => {
    const index = new Map(group.map((name, position) => [name, position]))
    const at = (name: string): number => {
      const position = index.get(name)
      if (position === undefined) throw new Error(`The sums name "${name}", which is no cell.`)
      return position
    }
    const among = (chosen: ReadonlySet<string>) =>
      new Set(group.flatMap((name, position) => (chosen.has(name) ? [position] : [])))
    return {
      threshold: tables.threshold,
      guardSingletons: tables.guardSingletons,
      names: group,
      values: group.map((name) => tables.cells.get(name)),
      floors: group.map((name) => (onlyGrows ? (tables.previous.get(name) ?? 0) : 0)),
      moved: group.map((name) => (tables.cells.get(name) ?? 0) - (tables.previous.get(name) ?? 0)),
      sums: (sums.get(key) ?? []).map((sum) => ({
        total: at(sum.total),
        parts: sum.parts.map(at),
        latent: sum.parts.some((part) => tables.latent.has(part)),
        dated: [sum.total, ...sum.parts].every((name) => tables.previous.has(name)),
      })),
      primary: among(primary),
      kept: among(tables.keep),
      reluctant: among(tables.reluctant),
      known: among(tables.known),
      latent: among(tables.latent),
    }
  })
}

function canonicalSums(tables: Pick<LinkedTables, 'sums'>): readonly LinkedTables['sums'][number][] {
  const distinct = new Map<string, LinkedTables['sums'][number]>()
  for (const { total, parts } of tables.sums) {
    const sorted = [...parts].sort(byName)
    distinct.set(JSON.stringify([total, ...sorted]), { total, parts: sorted })
  }
  return [...distinct].sort(([one], [other]) => byName(one, other)).map(([, sum]) => sum)
}

function unite(names: readonly string[], sums: LinkedTables['sums']): (name: string) => string {
  const parent = new Map(names.map((name) => [name, name]))
  const root = (name: string): string => {
    let at = name
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up)
      at = up
    }
    return at
  }
  for (const { total, parts } of sums) {
    for (const part of parts) {
      const [one, other] = [root(total), root(part)].sort(byName)
      if (one !== undefined && other !== undefined) parent.set(other, one)
    }
  }
  return root
}
