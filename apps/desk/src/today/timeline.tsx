import { Link } from '@officine/ui/link'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { togetherWords } from '../deeds/companion-facts.ts'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import { minutesOf } from '../minutes-of.ts'
import type { Day, DeskBooking, Moment, PoolOfDay } from './day.ts'
import {
  type Axis,
  axisOf,
  type Bar,
  barsOf,
  columnCount,
  columnsOf,
  type Density,
  densityOf,
  hoursOf,
  shareOf,
} from './day-bars.ts'
import { moveInRows } from './move-in-rows.ts'
import { describeStanding, type Standing } from './standing.ts'

type Variables = CSSProperties & Record<`--${string}`, string | number>

/** A pool's day: a row a place, a bar a booking, over the hours of the pool. On a telephone the same rows are lists. */
export function Timeline(props: {
  readonly day: Day
  readonly pool: PoolOfDay
  readonly moment: Moment
  readonly onOpen: (booking: DeskBooking) => void
}) {
  const { today: words } = useMessages()
  const { day, pool, moment } = props
  const axis = axisOf(pool)
  if (!axis) return <p>{pool.closedBecause ? words.closed(pool.closedBecause) : words.nothingHere}</p>
  const density = densityOf(axis, pool)
  const now = moment.isToday ? shareOf(axis, day.nowLocal) : undefined
  const hours = hoursOf(axis, now === undefined ? undefined : day.nowLocal)
  const drawing: Variables = { '--columns': columnCount(axis), '--hours': hours.length, '--now': now ?? 0 }
  return (
    <>
      {pool.closedBecause && <p>{words.closed(pool.closedBecause)}</p>}
      {pool.notice && <p>{words.notice(pool.notice)}</p>}
      <div className={widths[density]} style={drawing}>
        {now !== undefined && (
          <div className="om-now" aria-hidden="true">
            <span>{words.time(day.nowLocal)}</span>
          </div>
        )}
        <table className="om-tl">
          <caption className="visually-hidden">{words.tableOf(pool.name, day.dayLabel)}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{words.place}</span>
              </th>
              {hours.map(({ hour, isHidden }) => (
                <th scope="col" key={hour}>
                  <span className={isHidden ? 'vh' : undefined}>{hour}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pool.units.map((unit) => (
              <tr key={unit.unitId}>
                <th scope="row">
                  {unit.label}
                  {unit.isAccessible && <small>{words.accessible}</small>}
                </th>
                <td colSpan={hours.length}>
                  <ul className="om-track">
                    {barsOf(unit, pool.cells, moment).map((bar) => (
                      <BarItem key={`${bar.kind} ${bar.from}`} bar={bar} axis={axis}>
                        <BarFace
                          bar={bar}
                          moment={moment}
                          freeHref={
                            isBookable(pool)
                              ? paths.newBooking({
                                  pool: pool.poolId,
                                  day: day.day,
                                  time: `${bar.from}-${bar.to}`,
                                  unit: unit.unitId,
                                })
                              : undefined
                          }
                          onOpen={props.onOpen}
                        />
                      </BarItem>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const widths: Record<Density, string> = {
  wide: 'om-nowwrap',
  narrow: 'om-nowwrap om-tl-narrow',
  list: 'om-nowwrap om-tl-list',
}

/** What the desk can book by itself; rooms and activities have doors of their own. */
function isBookable(pool: PoolOfDay): boolean {
  return pool.kind === 'seats' || pool.kind === 'desk'
}

function BarItem(props: { readonly bar: Bar; readonly axis: Axis; readonly children: ReactNode }) {
  const place: Variables = { '--c': columnsOf(props.axis, props.bar) }
  return <li style={place}>{props.children}</li>
}

function BarFace(props: {
  readonly bar: Bar
  readonly moment: Moment
  readonly freeHref: string | undefined
  readonly onOpen: (booking: DeskBooking) => void
}) {
  const { standing: standings, today: words, booking: bookingWords } = useMessages()
  const { bar, moment, freeHref } = props
  const period = words.period(bar.from, bar.to)
  const reach = {
    onKeyDown: moveWithArrows,
    'data-from': minutesOf(bar.from),
    'data-to': minutesOf(bar.to),
  }
  if (bar.kind === 'booking') {
    const { booking, standing } = bar
    return (
      <button type="button" className={looks[standing]} {...reach} onClick={() => props.onOpen(booking)}>
        <span>{booking.personName}</span>{' '}
        <small>
          {describeStanding(booking, standing, moment, standings)}, {period}
          {booking.here.isBeside
            ? booking.here.childName && `, ${bookingWords.for(booking.here.childName)}`
            : togetherWords(booking, bookingWords).map((word) => `, ${word}`)}
        </small>
      </button>
    )
  }
  if (bar.kind === 'out') return <Still look="om-b room" word={words.outOfOrder} period={period} />
  if (bar.when === 'over') return <Still look="om-b unused" word={words.unused} period={period} />
  const face = (
    <>
      <span>{bar.when === 'now' ? words.freeNowBar : words.free}</span>{' '}
      <small>{bar.when === 'now' ? words.until(bar.to) : period}</small>
    </>
  )
  if (freeHref === undefined) return <div className="om-b free">{face}</div>
  return (
    <Link href={freeHref} className="om-b free" {...reach}>
      {face}
      <span className="visually-hidden">, {words.bookThis}</span>
    </Link>
  )
}

/** A stretch that nobody can press: it is only told. */
function Still(props: { readonly look: string; readonly word: string; readonly period: string }) {
  return (
    <div className={props.look}>
      <span>{props.word}</span> <small>{props.period}</small>
    </div>
  )
}

const looks: Record<Standing, string> = {
  offered: 'om-b offer',
  present: 'om-b in',
  late: 'om-b late',
  expected: 'om-b',
  missed: 'om-b missed',
  over: 'om-b room',
  absent: 'om-b missed',
  cancelled: 'om-b unused',
}

/** Arrows go from bar to bar as the eye does; Tab still reaches each of them. */
function moveWithArrows(press: KeyboardEvent<HTMLElement>) {
  const rows = [...(press.currentTarget.closest('table')?.querySelectorAll('.om-track') ?? [])].map(
    (track) => [...track.querySelectorAll<HTMLElement>('[data-from]')],
  )
  const row = rows.findIndex((bars) => bars.some((bar) => bar === press.currentTarget))
  const index = rows[row]?.findIndex((bar) => bar === press.currentTarget) ?? -1
  if (index < 0) return
  const stretches = rows.map((bars) =>
    bars.map(({ dataset }) => ({ from: Number(dataset['from']), to: Number(dataset['to']) })),
  )
  const next = moveInRows(stretches, { row, index }, press.key)
  if (!next) return
  press.preventDefault()
  rows[next.row]?.[next.index]?.focus()
}
