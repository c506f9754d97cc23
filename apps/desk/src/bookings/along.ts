import { type AlongPlace, alongInput } from '@officine/ui/along'

/** Who comes together and what comes along, as far as it was chosen. */
export type Together = {
  readonly along: readonly AlongPlace[]
  /** How many they are, when they are more than one. */
  readonly people: number | undefined
  /** The chosen place and no other. */
  readonly needsUnit: boolean
}

export const alone: Together = { along: [], people: undefined, needsUnit: false }

/** Who comes together and what comes along, as the booking is asked for; what this person or this time cannot have is left out. */
export function togetherInput({ along, people, needsUnit }: Together, hasUnit: boolean) {
  const { withCompanions, addOns } = alongInput(along)
  return {
    ...(people === undefined ? {} : { units: people }),
    ...(needsUnit && hasUnit ? { needsUnit } : {}),
    ...(withCompanions.length > 0 ? { withCompanions } : {}),
    ...(addOns.length > 0 ? { addOns } : {}),
  }
}
