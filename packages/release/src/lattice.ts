import type { Sum } from './linked-tables.ts'

/** The breakdowns of a town's participants; the age and the status are those at entry, so they never change. */
export const dimensions = {
  age: ['0-17', '18-29', '30-54', '55+'],
  sex: ['F', 'not-F'],
  status: ['UNE', 'INA', 'EMP'],
} as const

export type Dimension = keyof typeof dimensions

/** Which people a figure counts: those with these values, all of them where a dimension is not named. */
export type Where = { readonly [D in Dimension]?: (typeof dimensions)[D][number] }

/** Participants of one town who share sex, age band and status, counted from the first day to the end of a quarter. */
export interface People extends Required<Where> {
  readonly town: string
  readonly count: number
}

/** The tables that exist, by kind of place; nothing else is ever offered, so that every attack can be tried beforehand. */
export const tablesOf: Readonly<Record<'town' | 'province' | 'region', readonly (readonly Dimension[])[]>> = {
  town: [[], ['age'], ['sex'], ['status']],
  province: [[], ['age'], ['sex'], ['status'], ['age', 'sex'], ['sex', 'status']],
  region: [
    [],
    ['age'],
    ['sex'],
    ['status'],
    ['age', 'sex'],
    ['sex', 'status'],
    ['age', 'status'],
    ['age', 'sex', 'status'],
  ],
}

export const everyDimension: readonly Dimension[] = ['age', 'sex', 'status']

/** Every combination of values of these dimensions; of none of them, the one that counts everybody. */
export function combinations(table: readonly Dimension[]): readonly Where[] {
  let all: readonly Where[] = [{}]
  for (const dimension of table) {
    all = all.flatMap((where) => dimensions[dimension].map((value) => ({ ...where, [dimension]: value })))
  }
  return all
}

/** The name of a figure: its place, then its values in alphabetical order of dimension. */
export function figureName(place: string, where: Where): string {
  const values = everyDimension.flatMap((dimension) =>
    where[dimension] === undefined ? [] : [`${dimension}=${where[dimension]}`],
  )
  return [place, ...values].join(' ')
}

/** How many of these people are counted there. */
export function countWhere(people: readonly Omit<People, 'town'>[], where: Where): number {
  return people.reduce((sum, each) => {
    const isCounted = everyDimension.every(
      (dimension) => where[dimension] === undefined || where[dimension] === each[dimension],
    )
    return isCounted ? sum + each.count : sum
  }, 0)
}

/** The sums inside one place: each figure of a table is the sum of any finer table's figures. */
export function sumsWithin(place: string, tables: readonly (readonly Dimension[])[]): readonly Sum[] {
  return tables.flatMap((table) =>
    tables
      .filter(
        (finer) => finer.length === table.length + 1 && table.every((dimension) => finer.includes(dimension)),
      )
      .flatMap((finer) => {
        const [added] = finer.filter((dimension) => !table.includes(dimension))
        return combinations(table).map((where) => ({
          total: figureName(place, where),
          parts:
            added === undefined
              ? []
              : dimensions[added].map((value) => figureName(place, { ...where, [added]: value })),
        }))
      }),
  )
}
