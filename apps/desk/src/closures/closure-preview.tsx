import { Button } from '@officine/ui/button'
import { SelectField } from '@officine/ui/select-field'
import { Tag } from '@officine/ui/tag'
import { useEffect, useRef } from 'react'
import { useMessages } from '../language.tsx'
import {
  answersOf,
  type Choices,
  chosenForAll,
  describeOption,
  optionsOf,
  type TouchedBooking,
  usualChoices,
} from './choices.ts'

/** Whose time goes, with a choice for each and one for all; nothing is done until the last button. */
export function ClosurePreview(props: {
  readonly touched: readonly TouchedBooking[]
  readonly choices: Choices
  readonly workingLabel: string | undefined
  readonly onChoose: (choices: Choices) => void
  readonly onConfirm: () => void
}) {
  const { closures: words } = useMessages()
  const { touched, choices } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isOpen = answersOf(touched, choices) === undefined
  return (
    <section aria-labelledby="chiude-chi" className="mt-5">
      <h2 id="chiude-chi" ref={heading} tabIndex={-1}>
        {words.touched(touched.length)}
      </h2>
      <p className="text-secondary">{touched.length === 0 ? words.nobodyTouched : words.nothingYet}</p>
      {touched.length > 0 && (
        <>
          {touched.length > 1 && (
            <SelectField
              id="per-tutti"
              label={words.forAll}
              value=""
              options={[
                { value: '', label: words.choose },
                { value: 'usual', label: words.usualForAll },
                ...sharedOptions(touched).map((how) => ({ value: how, label: words.allHow[how] })),
              ]}
              onChange={(press) => {
                const how = press.currentTarget.value
                if (how === 'usual') props.onChoose({ ...choices, ...withoutOpen(usualChoices(touched)) })
                else if (how !== '') props.onChoose(chosenForAll(touched, choices, how))
              }}
            />
          )}
          <table className="table om-stack">
            <thead>
              <tr>
                <th scope="col">{words.person}</th>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.place}</th>
                <th scope="col">{words.whatHappens}</th>
              </tr>
            </thead>
            <tbody>
              {touched.map((booking) => (
                <TouchedRow
                  key={booking.bookingId}
                  booking={booking}
                  chosen={choices[booking.bookingId] ?? ''}
                  onChoose={(how) => props.onChoose({ ...choices, [booking.bookingId]: how })}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className="fw-semibold mt-4 mb-2">{isOpen && words.decideFirst}</p>
      <Button
        onClick={isOpen ? undefined : props.onConfirm}
        aria-disabled={isOpen ? true : undefined}
        workingLabel={props.workingLabel}
      >
        {touched.length === 0 ? words.confirm : words.confirmAndTell}
      </Button>
    </section>
  )
}

function TouchedRow(props: {
  readonly booking: TouchedBooking
  readonly chosen: string
  readonly onChoose: (how: string) => void
}) {
  const { closures: words } = useMessages()
  const { booking, chosen } = props
  const id = `sorte-${booking.bookingId}`
  return (
    <tr>
      <th scope="row">
        {booking.personName} {booking.isPresent && <Tag tone="warn">{words.present}</Tag>}
        <span className="d-block small fw-normal text-secondary">{booking.code}</span>
      </th>
      <td>
        {booking.dayLabel}, <span className="om-num">{booking.timeLabel}</span>
      </td>
      <td>
        {booking.poolName}, {booking.unitLabel}
        {booking.companions.map(({ poolName, childName }, at) => (
          <span key={`${poolName} ${childName ?? at}`} className="d-block small text-secondary">
            {words.together(poolName, childName)}
          </span>
        ))}
        {booking.what === 'companion' && (
          <span className="d-block small">{words.onlyLost(booking.lostNames.join(', '))}</span>
        )}
      </td>
      <td>
        <label className="visually-hidden" htmlFor={id}>
          {words.howFor(booking.personName)}
        </label>
        <select
          id={id}
          className="form-select"
          value={chosen}
          onChange={(press) => props.onChoose(press.currentTarget.value)}
        >
          {booking.usual === undefined && <option value="">{words.choose}</option>}
          {optionsOf(booking).map((option) => (
            <option key={option} value={option}>
              {describeOption(option, booking, words)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}

/** Treatments that make sense as one choice for all: those that more than one booking has. */
function sharedOptions(
  touched: readonly TouchedBooking[],
): readonly ('cancel' | 'keep' | 'end' | 'move 0')[] {
  const options = ['cancel', 'move 0', 'keep', 'end'] as const
  return options.filter((how) => touched.filter((booking) => optionsOf(booking).includes(how)).length > 1)
}

function withoutOpen(choices: Choices): Choices {
  return Object.fromEntries(Object.entries(choices).filter(([, how]) => how !== ''))
}
