import { ButtonLink } from '@officine/ui/button'
import { SummaryAside, SummaryBar } from '@officine/ui/summary'
import { capitalized } from '../calendar-days.ts'
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
  readonly choice: SeatChoice
}

/** The choice so far, beside the form. Who is not signed in goes through sign-in and arrives at the summary. */
export function ChoiceAside(props: { readonly picked: Picked | undefined }) {
  const { seats: words } = useMessages()
  const { site, services } = useTown()
  const { picked } = props
  if (!picked) {
    return <SummaryAside title={words.aside} facts={[]} action={null} note={words.chooseFirst} />
  }
  const { pool, day, slot, unit } = picked
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
        ...(cost === undefined ? [] : [{ term: words.cost, detail: cost }]),
      ]}
      action={<NextStep choice={picked.choice} isWide />}
      note={words.notYours}
    />
  )
}

/** The same on a telephone, at the bottom of the screen. */
export function ChoiceBar(props: { readonly picked: Picked | undefined }) {
  const { seats: words } = useMessages()
  if (!props.picked) return null
  const { pool, day, slot, unit, choice } = props.picked
  return (
    <SummaryBar
      label={words.aside}
      first={`${capitalized(day.shortLabel)} ${day.dayNumber}, ${slot.label}`}
      second={unit?.label ?? (pool.units.length > 1 ? words.anySeat : pool.name)}
      action={<NextStep choice={choice} />}
    />
  )
}

function NextStep(props: { readonly choice: SeatChoice; readonly isWide?: boolean }) {
  const { seats: words } = useMessages()
  const reader = useReader()
  const isWide = props.isWide ?? false
  const summary = paths.summary({ ...props.choice, isWeek: undefined })
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
