import { SeatMap } from '@officine/ui/seat-map'
import { useMessages } from '../language.tsx'
import type { Pool } from './pool.ts'
import type { Slot } from './slot-words.ts'

/** The seats of the room at the chosen time. A preference: who leaves it to us gets any free one. */
export function SeatField(props: {
  readonly pool: Pool
  readonly slot: Slot
  readonly unitId: string | undefined
  readonly onChoose: (unitId: string | undefined) => void
}) {
  const { seats: words } = useMessages()
  const { units } = props.pool
  const stepFree = units.filter(({ isAccessible }) => isAccessible).map(({ label }) => label)
  return (
    <fieldset className="mb-4">
      <legend>{words.seat}</legend>
      <p className="text-secondary">
        {words.seatLead} {stepFree.length > 0 && words.accessible(stepFree.join(', '))}
      </p>
      <SeatMap
        name="posto"
        chosen={props.unitId}
        onChoose={props.onChoose}
        seats={units.map((unit) => ({
          id: unit.unitId,
          number: String(unit.number),
          name: unit.label,
          x: unit.x,
          y: unit.y,
          isTaken: props.slot.takenUnitIds.includes(unit.unitId),
        }))}
        words={{
          free: words.mapFree,
          taken: words.mapTaken,
          chosen: words.mapChosen,
          anySeat: words.anySeat,
          legend: words.legend,
          legendFree: words.legendFree,
          legendTaken: words.legendTaken,
          legendChosen: words.legendChosen,
        }}
      />
    </fieldset>
  )
}
