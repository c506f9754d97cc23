import { alongLines, type Companion, lacksChild } from '@officine/ui/along'
import { ButtonLink } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { SummaryAside, SummaryBar } from '@officine/ui/summary'
import { useMessages } from '../language.tsx'
import { paths, type SeatChoice } from '../paths.ts'
import { useReader, useTown } from '../town.ts'
import type { Pool } from './pool.ts'
import type { DayOfSlots, Slot } from './slot-words.ts'

export type Picked = {
  readonly pool: Pool
  readonly day: DayOfSlots
  readonly slot: Slot
  readonly unit: Pool['units'][number] | undefined
  readonly companions: readonly Companion[]
  readonly choice: SeatChoice
}

/** The choice so far, beside the form. Who is not signed in goes through sign-in and arrives at the summary. */
export function ChoiceAside(props: { readonly picked: Picked | undefined }) {
  const { seats: words, along: alongWords } = useMessages()
  const { site, services } = useTown()
  const { picked } = props
  if (!picked) {
    return <SummaryAside title={words.aside} facts={[]} action={null} note={words.chooseFirst} />
  }
  const { pool, day, slot, unit, choice } = picked
  const alongLinesShown = alongLines(choice.along ?? [], picked.companions, alongWords)
  const cost = services.find(({ poolId }) => poolId === pool.poolId)?.cost
  return (
    <SummaryAside
      title={words.aside}
      facts={[
        {
          term: words.when,
          detail: (
            <>
              {capitalized(day.label)}
              <br />
              {slot.label}
            </>
          ),
        },
        {
          term: words.where,
          detail: (
            <>
              {unit?.label ?? (pool.units.length > 1 ? words.anySeat : pool.name)}
              <br />
              {site?.name}
            </>
          ),
        },
        ...(choice.people === undefined
          ? []
          : [{ term: alongWords.howMany, detail: alongWords.people(choice.people) }]),
        ...(alongLinesShown.length === 0
          ? []
          : [{ term: alongWords.together, detail: <Lines lines={alongLinesShown} /> }]),
        ...(cost === undefined ? [] : [{ term: words.cost, detail: cost }]),
      ]}
      action={<NextStep picked={picked} isWide />}
      note={words.notYours}
    />
  )
}

/** The same on a telephone, at the bottom of the screen. */
export function ChoiceBar(props: { readonly picked: Picked | undefined }) {
  const { seats: words, along: alongWords } = useMessages()
  if (!props.picked) return null
  const { pool, day, slot, unit, companions, choice } = props.picked
  const place = unit?.label ?? (pool.units.length > 1 ? words.anySeat : pool.name)
  const second = [
    place,
    ...(choice.people === undefined ? [] : [alongWords.people(choice.people)]),
    ...alongLines(choice.along ?? [], companions, alongWords),
  ]
  return (
    <SummaryBar
      label={words.aside}
      first={`${capitalized(day.shortLabel)} ${day.dayNumber}, ${slot.label}`}
      second={second.join(', ')}
      action={<NextStep picked={props.picked} />}
    />
  )
}

/** One line under the other. */
export function Lines(props: { readonly lines: readonly string[] }) {
  return props.lines.map((line) => (
    <span className="d-block" key={line}>
      {line}
    </span>
  ))
}

function NextStep(props: { readonly picked: Picked; readonly isWide?: boolean }) {
  const { seats: words, along } = useMessages()
  const reader = useReader()
  const { choice, companions } = props.picked
  const isWide = props.isWide ?? false
  const summary = paths.summary({ ...choice, isWeek: undefined })
  if (lacksChild(choice.along ?? [], companions)) {
    // The button leads to what is still missing, instead of to a summary that would refuse.
    return (
      <ButtonLink href={reader ? '#per-chi' : paths.signIn(paths.seats(choice))} isWide={isWide}>
        {reader ? along.sayWhom : isWide ? along.signIn : words.signInShort}
      </ButtonLink>
    )
  }
  if (reader) {
    return (
      <ButtonLink href={summary} isWide={isWide}>
        {isWide ? words.toSummary : words.toSummaryShort}
      </ButtonLink>
    )
  }
  return (
    <ButtonLink href={paths.signIn(summary)} isWide={isWide}>
      {isWide ? words.signInFirst : words.signInShort}
    </ButtonLink>
  )
}
