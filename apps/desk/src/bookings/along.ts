import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

/** Something that may come along with a place at a given time: a childcare place, a pet place, a laptop. */
export type Companion = Outputs['desk']['companions'][number]

/** A place of something that comes along: for which child, and whether the rest holds without it. */
export type AlongPlace = {
  readonly poolId: string
  readonly dependantId?: string
  readonly isExtra: boolean
}

/** Who comes together and what comes along, as far as it was chosen. */
export type Together = {
  readonly along: readonly AlongPlace[]
  /** How many they are, when they are more than one. */
  readonly people: number | undefined
  /** The chosen place and no other. */
  readonly needsUnit: boolean
}

export const alone: Together = { along: [], people: undefined, needsUnit: false }

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
  words: Messages['along'],
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

/** Who comes together and what comes along, as the booking is asked for; what this person or this time cannot have is left out. */
export function togetherInput({ along, people, needsUnit }: Together, hasUnit: boolean) {
  const asked = (isExtra: boolean) =>
    along
      .filter((place) => place.isExtra === isExtra)
      .map(({ poolId, dependantId }) => ({ poolId, ...(dependantId === undefined ? {} : { dependantId }) }))
  const [withCompanions, addOns] = [asked(false), asked(true)]
  return {
    ...(people === undefined ? {} : { units: people }),
    ...(needsUnit && hasUnit ? { needsUnit } : {}),
    ...(withCompanions.length > 0 ? { withCompanions } : {}),
    ...(addOns.length > 0 ? { addOns } : {}),
  }
}
