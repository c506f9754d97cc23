import { ButtonLink } from '@officine/ui/button'
import { capitalized, dayText } from '@officine/ui/calendar-days'
import { Link } from '@officine/ui/link'
import { Notice } from '@officine/ui/notice'
import { useLanguage } from '../language.tsx'
import { paths } from '../paths.ts'
import { describeRefusal, isAboutPlaces, type Refusal } from './describe-refusal.ts'
import { type Slot, timeOf } from './slot-words.ts'
import type { CompleteChoice } from './summary-page.tsx'
import { useNearbyTogether } from './use-nearby-together.ts'
import { usefulAlternatives } from './useful-alternatives.ts'
import { JoinWait } from './waiting/join-wait.tsx'

/** The answer is no: why, and what is near. Nothing has changed and nothing typed is lost. */
export function BookingRefused(props: {
  readonly refusal: Refusal
  readonly alternatives: readonly Slot[]
  readonly choice: CompleteChoice
  readonly here: string
}) {
  const { language, messages } = useLanguage()
  const { refusals: words, seats, booking } = messages
  const { refusal, choice } = props
  // The API's suggestions are about the place alone; what goes together is looked for together.
  const isTogether =
    (choice.along !== undefined || choice.people !== undefined) &&
    (isAboutPlaces(refusal) || refusal.reason === 'component-closed')
  const together = useNearbyTogether(choice, isTogether)
  const alternatives = isTogether ? together : usefulAlternatives(refusal, choice.day, props.alternatives)
  const withoutIt = choiceWithout(refusal, choice)
  return (
    <Notice title={isAboutPlaces(refusal) ? words.title : words.titleRule} takesFocus>
      <p>{describeRefusal(refusal, words)}</p>
      {refusal.reason === 'already-booked' && (
        <p>
          <ButtonLink href={paths.booking(refusal.bookingId)}>{seats.seeBooking}</ButtonLink>
        </p>
      )}
      {refusal.reason === 'notice-not-accepted' && (
        <p>
          <ButtonLink href={paths.firstAccess(props.here)}>{messages.identity.noticeLink}</ButtonLink>
        </p>
      )}
      {alternatives && (
        <p>
          {alternatives.length > 0 ? words.nothingLost : isTogether ? words.noneTogether : words.noneNear}
        </p>
      )}
      {alternatives && alternatives.length > 0 && (
        <ul className="om-rows">
          {alternatives.map((slot) => {
            const day = capitalized(dayText(slot.day, language))
            const label = booking.when(day, slot.label)
            return (
              <li key={`${slot.day} ${slot.from}`}>
                <span>
                  <strong>{label}</strong>
                  <br />
                  <span className="text-secondary">{seats.placesFree(slot.freeForMe)}</span>
                </span>
                <ButtonLink
                  look="outline"
                  isSmall
                  href={paths.summary({
                    pool: choice.pool,
                    day: slot.day,
                    time: timeOf(slot),
                    people: choice.people,
                    along: choice.along,
                  })}
                >
                  {words.take}
                  <span className="visually-hidden"> {label}</span>
                </ButtonLink>
              </li>
            )
          })}
        </ul>
      )}
      {isAboutPlaces(refusal) && (
        <div className="py-3">
          <JoinWait choice={choice} look={alternatives && alternatives.length > 0 ? 'outline' : 'primary'} />
        </div>
      )}
      <div className="py-2 om-line-top">
        {withoutIt && (
          <Link className="om-tap me-4" href={paths.summary(withoutIt.choice)}>
            {words.tryWithout(withoutIt.name)}
          </Link>
        )}
        <Link className="om-tap me-4" href={paths.seats({ ...choice, time: undefined, unit: undefined })}>
          {words.chooseAgain}
        </Link>
        <Link className="om-tap" href={paths.rules()}>
          {words.readRule}
        </Link>
      </div>
    </Notice>
  )
}

/** The same request less what could not be had with it: the way on for who can do without. */
function choiceWithout(refusal: Refusal, choice: CompleteChoice) {
  if (
    refusal.reason !== 'component-full' &&
    refusal.reason !== 'component-closed' &&
    refusal.reason !== 'component-not-offered' &&
    refusal.reason !== 'child-twice'
  ) {
    return undefined
  }
  const along = choice.along?.filter(({ poolId }) => poolId !== refusal.poolId)
  return { name: refusal.poolName, choice: { ...choice, along } }
}
