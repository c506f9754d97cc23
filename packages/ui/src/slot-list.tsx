import { Meter } from './meter.tsx'

export type SlotRow = {
  readonly id: string
  readonly label: string
  /** A second line, in small: what this time is, or why it cannot be chosen. */
  readonly note?: string | undefined
  /** Free places in words: "5 liberi", "completo". */
  readonly availability: string
  readonly free: number
  readonly capacity: number
  readonly isDisabled: boolean
}

export type SlotGroup = { readonly title: string; readonly slots: readonly SlotRow[] }

/** The times of a day as radios, in groups. A time that cannot be chosen stays in the list and says why. */
export function SlotList(props: {
  readonly name: string
  readonly groups: readonly SlotGroup[]
  readonly chosen: string | undefined
  readonly onChoose: (slotId: string) => void
}) {
  return props.groups.map((group) => (
    <fieldset key={group.title}>
      <legend className="om-group-title mt-3">{group.title}</legend>
      <div className="om-slots mb-3">
        {group.slots.map((slot) => (
          <div
            className={slot.isDisabled ? 'form-check om-slot om-slot-off' : 'form-check om-slot'}
            key={slot.id}
          >
            <input
              type="radio"
              name={props.name}
              id={`${props.name}-${slot.id}`}
              value={slot.id}
              checked={slot.id === props.chosen}
              disabled={slot.isDisabled}
              onChange={() => props.onChoose(slot.id)}
            />
            <label htmlFor={`${props.name}-${slot.id}`}>
              {slot.label}
              {slot.note && <small>{slot.note}</small>}
              <span className="om-av">
                {slot.capacity > 1 && <Meter free={slot.free} capacity={slot.capacity} />}
                <span className="om-av-words">{slot.availability}</span>
              </span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  ))
}
