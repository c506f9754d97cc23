import { useMessages } from '../language.tsx'
import { togetherWords } from '../deeds/companion-facts.ts'
import type { Messages } from '../messages/it.ts'
import { useTown } from '../town.ts'
import { type Bar, barsOf } from './day-bars.ts'
import { type BookingHere, type Day, type Moment, type PoolOfDay } from './day.ts'

/** The day on paper, for when the power goes: who, where, with which code, and a box to tick. On paper only. */
export function PrintList(props: { readonly day: Day; readonly moment: Moment }) {
  const { print: words, today } = useMessages()
  const town = useTown()
  const { day, moment } = props
  return (
    <div className="om-paper">
      <h1>{words.title(town.portal.officeName, town.name, day.dayLabel)}</h1>
      <p>{words.printedAt(today.time(day.nowLocal))}</p>
      {day.pools.map((pool) => (
        <PoolOnPaper key={pool.poolId} pool={pool} moment={moment} />
      ))}
    </div>
  )
}

function PoolOnPaper(props: { readonly pool: PoolOfDay; readonly moment: Moment }) {
  const { print: words, today, booking, standing } = useMessages()
  const { pool, moment } = props
  const lines = pool.units
    .flatMap((unit) => barsOf(unit, pool.cells, moment).map((bar) => ({ unit, bar })))
    .sort((one, other) => one.bar.from.localeCompare(other.bar.from))
  return (
    <table>
      <caption>
        {pool.name}
        {pool.closedBecause && `: ${today.closed(pool.closedBecause)}`}
        {pool.notice && `. ${today.notice(pool.notice)}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.with}</th>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.in}</th>
          <th scope="col">{words.note}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ unit, bar }) => (
          <tr key={`${unit.unitId} ${bar.from}`}>
            <td>{today.period(bar.from, bar.to)}</td>
            <td>{unit.label}</td>
            <td>{bar.kind === 'booking' ? bar.booking.personName : words[bar.kind]}</td>
            <td>{bar.kind === 'booking' ? withOf(bar.booking, booking) : ''}</td>
            <td>{bar.kind === 'booking' ? bar.booking.code : ''}</td>
            <td>{boxOf(bar, today.time)}</td>
            <td>{isOffered(bar) ? standing.offered : '\u00a0'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** When they came in, or a box to tick; none where nobody may sit yet: a place out of order, or one still waiting for an answer. */
function boxOf(bar: Bar, time: (at: string) => string): string {
  if (bar.kind === 'out' || isOffered(bar)) return ''
  return bar.kind === 'booking' && bar.booking.checkedInAt ? time(bar.booking.checkedInAt) : '☐'
}

function isOffered(bar: Bar): boolean {
  return bar.kind === 'booking' && bar.standing === 'offered'
}

/** What a booking brings along; on the line of a place that only comes along, for whom it is. */
function withOf(booking: BookingHere, words: Messages['booking']): string {
  const { here } = booking
  if (here.isBeside) return here.childName === undefined ? '' : words.for(here.childName)
  return togetherWords(booking, words).join('; ')
}
