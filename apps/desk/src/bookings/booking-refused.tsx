import { Button } from '@officine/ui/button'
import { capitalized, dayText } from '@officine/ui/calendar-days'
import { Notice } from '@officine/ui/notice'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import type { BookingChoice } from '../paths.ts'
import { describeRefusal, describeWayOn, isAboutPlaces, type Refusal } from './describe-refusal.ts'
import { type Slot, timeOf } from './slot-words.ts'

/** The answer is no: the sentence of the portal, to be read out as it is, and what is near. */
export function BookingRefused(props: {
  readonly refusal: Refusal
  readonly alternatives: readonly Slot[]
  readonly onChoose: (change: BookingChoice) => void
  /** The waiting list of that very wish, where it was refused for want of a place. */
  readonly wait?: ReactNode
  /** Shown under the way on: an exception, where one can be made. */
  readonly exception?: ReactNode
}) {
  const { language, messages } = useLanguage()
  const { refusals, refused: words, slots } = messages
  const { refusal, alternatives } = props
  const wayOn = alternatives.length > 0 ? words.near : describeWayOn(refusal, words)
  return (
    <Notice title={isAboutPlaces(refusal) ? refusals.title : refusals.titleRule} takesFocus>
      <p className="small text-secondary mb-1">{words.readOut}</p>
      <blockquote className="om-say">
        <p>{describeRefusal(refusal, refusals)}</p>
      </blockquote>
      {wayOn !== undefined && <p>{wayOn}</p>}
      {alternatives.length > 0 && (
        <ul className="om-rows">
          {alternatives.map((slot) => {
            const label = `${capitalized(dayText(slot.day, language))}, ${slot.label}`
            return (
              <li key={`${slot.day} ${slot.from}`}>
                <span>
                  <strong>{label}</strong>
                  <br />
                  <span className="text-secondary">{slots.placesFree(slot.free)}</span>
                </span>
                <Button
                  look="outline"
                  isSmall
                  onClick={() => props.onChoose({ day: slot.day, time: timeOf(slot), unit: undefined })}
                >
                  {words.take}
                  <span className="visually-hidden"> {label}</span>
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {props.wait}
      {props.exception}
    </Notice>
  )
}
