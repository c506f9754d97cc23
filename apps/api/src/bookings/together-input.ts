import { z } from 'zod'
import { bookingInput, uuid } from '../inputs.ts'

const companion = z.object({ poolId: uuid, dependantId: uuid.optional() })

/** A booking with who comes together and what comes along. */
export const togetherInput = bookingInput.extend({
  needsUnit: z.boolean().default(false),
  units: z.int().min(1).max(50).default(1),
  withCompanions: z.array(companion).max(12).default([]),
  addOns: z.array(companion).max(12).default([]),
})

/** One place of what is to come along, as asked for. */
export interface CompanionInput {
  readonly poolId: string
  readonly dependantId: string | undefined
  readonly isAddOn: boolean
}

type TogetherInput = Omit<z.output<typeof togetherInput>, 'poolId'>

/** The part of a booking that the input says. */
export function wantedOf(input: TogetherInput) {
  const { day, from, to, unitId, needsUnit, units, withCompanions, addOns, idempotencyKey, language } = input
  const companions: readonly CompanionInput[] = [
    ...withCompanions.map(({ poolId, dependantId }) => ({ poolId, dependantId, isAddOn: false })),
    ...addOns.map(({ poolId, dependantId }) => ({ poolId, dependantId, isAddOn: true })),
  ]
  return {
    asked: { day, from, to },
    wantedUnitId: unitId,
    needsUnit: needsUnit && unitId !== undefined,
    people: units,
    companions,
    idempotencyKey,
    language,
  }
}
