import { capitalized } from '@officine/ui/calendar-days'
import { Link } from '@officine/ui/link'
import { SeatDots } from '@officine/ui/seat-dots'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { paths } from '../paths.ts'
import { type Outputs, useTRPC } from '../trpc.ts'
import { useToday } from '../use-today.ts'

type Now = Outputs['town']['now']

/** How many places are free at this moment, drawn and counted, and the next times that still have some. */
export function FreeNow(props: { readonly now: Now; readonly poolId: string | undefined }) {
  const { home: words } = useLanguage().messages
  const { now, poolId } = props
  const pool = now.pools.find((each) => each.poolId === poolId) ?? now.pools[0]
  const shownPool = poolId ?? pool?.poolId
  return (
    <section className="card" aria-labelledby="liberi">
      <div className="card-body">
        <h2 className="om-card-title" id="liberi">
          {now.isOpen ? words.freeNow : words.freeNowShut}
        </h2>
        {now.isOpen && pool ? (
          <>
            <p className="om-figure">
              {pool.free} <span>{words.outOf(pool.capacity)}</span>
              <span>, {words.until(pool.until)}</span>
            </p>
            <SeatDots
              free={pool.free}
              capacity={pool.capacity}
              label={words.dots(pool.free, pool.capacity)}
            />
          </>
        ) : (
          <p className="text-secondary">{words.freeNowShutText}</p>
        )}
        {shownPool && <NextTimes poolId={shownPool} />}
      </div>
    </section>
  )
}

const shownTimes = 3

function NextTimes(props: { readonly poolId: string }) {
  const { poolId } = props
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { home: words, seats } = messages
  const from = useToday()
  const { data } = useQuery(trpc.bookings.whatIsFree.queryOptions({ poolId, from, days: 7, language }))
  const next = data?.days
    .flatMap((day) => day.slots.map((slot) => ({ day, slot })))
    .filter(({ slot }) => slot.state === 'bookable' && slot.mine === undefined)
    .slice(0, shownTimes)
  return (
    <>
      <h3 className="visually-hidden">{words.upcoming}</h3>
      <ul className="om-rows om-next-times">
        {next?.map(({ day, slot }) => (
          <li key={`${slot.day} ${slot.from}`}>
            <Link
              className="om-tap"
              href={paths.seats({ pool: poolId, day: slot.day, time: `${slot.from}-${slot.to}` })}
            >
              {capitalized(day.shortLabel)} {day.dayNumber}, {slot.label}
            </Link>
            <strong>{seats.free(slot.freeForMe)}</strong>
          </li>
        ))}
      </ul>
      {next?.length === 0 && <p className="mb-0">{words.none}</p>}
    </>
  )
}
