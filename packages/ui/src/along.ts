/** Something that may come along with a place at a given time: a childcare place, a pet place, a laptop. */
export type Companion = {
  readonly poolId: string
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly state: 'free' | 'full' | 'closed'
  readonly free: number
  /** Booked with the place or not at all; nobody may take it only if it is free. */
  readonly isRequiredOnly: boolean
  readonly needsChild: boolean
  /** In years. */
  readonly ageAtLeast?: number | undefined
  readonly ageBelow?: number | undefined
  readonly children: readonly {
    readonly dependantId: string
    readonly givenName: string
    readonly age: number
    readonly isOfAge: boolean
  }[]
}

/** One place that is to come along: for which child, and whether the booking may do without it. */
export type AlongPlace = {
  readonly poolId: string
  readonly dependantId?: string
  readonly isExtra: boolean
}

/** Whether any place of it is wanted. */
export function isAlong(along: readonly AlongPlace[], { poolId }: Companion): boolean {
  return along.some((place) => place.poolId === poolId)
}

/**
 * Wants it, or no longer. What the town lists as an extra is wanted only if it is free; the only child who may have the
 * place is the one it is for.
 */
export function withCompanion(
  along: readonly AlongPlace[],
  companion: Companion,
  isWanted: boolean,
): readonly AlongPlace[] {
  const others = along.filter(({ poolId }) => poolId !== companion.poolId)
  if (!isWanted) return others
  const suited = companion.children.filter(({ isOfAge }) => isOfAge)
  const only = suited.length === 1 ? suited[0] : undefined
  return [
    ...others,
    {
      poolId: companion.poolId,
      ...(companion.needsChild && only ? { dependantId: only.dependantId } : {}),
      isExtra: !companion.isRequiredOnly,
    },
  ]
}

/** Wants a place of it for this child, or no longer; without any child it stays wanted, and asks who it is for. */
export function withChild(
  along: readonly AlongPlace[],
  { poolId, isRequiredOnly }: Companion,
  dependantId: string,
  isWanted: boolean,
): readonly AlongPlace[] {
  const isExtra = along.find((place) => place.poolId === poolId)?.isExtra ?? !isRequiredOnly
  const others = along.filter((place) => place.poolId !== poolId)
  const kept = along.filter(
    (place) =>
      place.poolId === poolId && place.dependantId !== undefined && place.dependantId !== dependantId,
  )
  const chosen = isWanted ? [...kept, { poolId, dependantId, isExtra }] : kept
  return [...others, ...(chosen.length > 0 ? chosen : [{ poolId, isExtra }])]
}

/** Takes it if there is one, or nothing at all without it. */
export function asExtra(
  along: readonly AlongPlace[],
  { poolId }: Companion,
  isExtra: boolean,
): readonly AlongPlace[] {
  return along.map((place) => (place.poolId === poolId ? { ...place, isExtra } : place))
}

/** What is wanted for a child without saying which. */
export function lacksChild(
  along: readonly AlongPlace[],
  companions: readonly Companion[],
): Companion | undefined {
  return companions.find(
    ({ poolId, needsChild }) =>
      needsChild && along.some((place) => place.poolId === poolId && place.dependantId === undefined),
  )
}

/** A line for each thing that comes along: `Spazio bimbi per Sara`. */
export function alongLines(
  along: readonly AlongPlace[],
  companions: readonly Companion[],
  words: {
    readonly forWhom: (name: string, people: readonly string[]) => string
    readonly ifFree: (what: string) => string
  },
): readonly string[] {
  return companions.flatMap((companion) => {
    const places = along.filter(({ poolId }) => poolId === companion.poolId)
    const [first] = places
    if (!first) return []
    const names = places.flatMap(({ dependantId }) =>
      companion.children.filter((child) => child.dependantId === dependantId).map((child) => child.givenName),
    )
    const what = names.length > 0 ? words.forWhom(companion.name, names) : companion.name
    return [first.isExtra ? words.ifFree(what) : what]
  })
}

/** What comes along, as the booking is asked for. */
export function alongInput(along: readonly AlongPlace[]) {
  const asked = (isExtra: boolean) =>
    along
      .filter((place) => place.isExtra === isExtra)
      .map(({ poolId, dependantId }) => ({ poolId, ...(dependantId === undefined ? {} : { dependantId }) }))
  return { withCompanions: asked(false), addOns: asked(true) }
}
