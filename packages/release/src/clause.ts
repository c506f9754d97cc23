/** A condition on a pattern: one of these cells is hidden, or (where there is one) `unless` is published. */
export interface Clause {
  readonly anyOf: readonly number[]
  readonly unless?: number
}

export type Choice =
  | {
      readonly found: true
      readonly hidden: ReadonlySet<number>
      readonly cost: number
      readonly proven: boolean
    }
  | { readonly found: false; readonly proven: boolean }
