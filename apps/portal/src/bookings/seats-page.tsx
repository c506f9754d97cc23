import { ButtonLink } from '@officine/ui/button'
import { EmptyState } from '@officine/ui/empty-state'
import { daysAsked, firstDayAsked, whichWeek } from '@officine/ui/which-week'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths, readChoice, type SeatChoice } from '../paths.ts'
import { useTRPC } from '../trpc.ts'
import { useToday } from '../use-today.ts'
import { ChoiceAside, ChoiceBar } from './choice-summary.tsx'
import { CompanionsField } from './companions-field.tsx'
import { DayFields } from './day-fields.tsx'
import type { Pool } from './pool.ts'
import { PoolField } from './pool-field.tsx'
import { SeatField } from './seat-field.tsx'
import { isBookable, timeOf } from './slot-words.ts'
import { useCompanions } from './use-companions.ts'
import { WeekTable } from './week-table.tsx'

/** Day, time and seat of a booking. The address holds the choice, so that sign-in, reload and links keep it. */
export function SeatsPage() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const words = messages.seats
  const choice = readChoice(useSearch({ strict: false }))
  const { data: pools } = useSuspenseQuery(trpc.bookings.pools.queryOptions({ language }))
  const isAsked = choice.pool !== undefined
  const asked = pools.find(({ poolId, slug }) => choice.pool === poolId || choice.pool === slug)
  const pool = isAsked ? asked : pools[0]

  if (!pool) {
    return (
      <Page title={words.title}>
        <PageHeading title={words.title} />
        <EmptyState title={isAsked ? words.notHere : words.noPools}>
          <p>{isAsked ? words.notHereText : words.noPoolsText}</p>
          {isAsked && <ButtonLink href={paths.seats()}>{words.seeOthers}</ButtonLink>}
        </EmptyState>
      </Page>
    )
  }
  return <PoolPage pool={pool} pools={pools} choice={choice} />
}

function PoolPage(props: {
  readonly pool: Pool
  readonly pools: readonly Pool[]
  readonly choice: SeatChoice
}) {
  const { pool, pools, choice } = props
  const trpc = useTRPC()
  const router = useRouter()
  const { language, messages } = useLanguage()
  const words = messages.seats
  const today = useToday()
  const { data } = useSuspenseQuery(
    trpc.bookings.whatIsFree.queryOptions(
      { poolId: pool.poolId, from: firstDayAsked(choice.day, today), days: daysAsked, language },
      { refetchInterval: 60_000 },
    ),
  )
  const { day, week, earlier, later } = whichWeek(data.days, choice.day, today, isBookable)
  const bookable = day?.slots.filter(isBookable) ?? []
  const slot = bookable.find((each) => timeOf(each) === choice.time) ?? bookable[0]
  const unit = pool.units.find(({ unitId }) => unitId === choice.unit && !slot?.takenUnitIds.includes(unitId))
  const chosen: SeatChoice = {
    pool: pool.poolId,
    day: day?.day,
    time: slot && timeOf(slot),
    unit: unit?.unitId,
    people: pool.groupMax > 1 ? choice.people : undefined,
    along: choice.along,
    isWeek: choice.isWeek,
  }
  const companions = useCompanions(
    day && slot ? { poolId: pool.poolId, day: day.day, from: slot.from, to: slot.to } : undefined,
  )
  const choose = (change: SeatChoice) =>
    void router.navigate({ href: paths.seats({ ...chosen, ...change }), replace: true, resetScroll: false })
  const title = pool.kind === 'seats' ? words.title : words.titleOf(pool.name)
  const picked = day && slot ? { pool, day, slot, unit, companions, choice: chosen } : undefined

  return (
    <Page title={title}>
      <div className="row pb-lg-4">
        <div className="col-lg-8 pe-lg-5">
          <PageHeading title={title} />
          <p className="lead mb-5">{pool.units.length > 1 ? words.lead : words.leadAlone}</p>
          <PoolField pools={pools} pool={pool} />
          {choice.isWeek ? (
            <WeekTable week={week} choice={chosen} earlier={earlier} later={later} />
          ) : (
            <DayFields
              week={week}
              day={day}
              choice={chosen}
              earlier={earlier}
              later={later}
              onChoose={choose}
            />
          )}
          {slot && pool.units.length > 1 && !choice.isWeek && (
            <SeatField
              pool={pool}
              slot={slot}
              unitId={unit?.unitId}
              onChoose={(unitId) => choose({ unit: unitId })}
            />
          )}
          {slot && !choice.isWeek && (
            <CompanionsField
              pool={pool}
              slot={slot}
              companions={companions}
              choice={chosen}
              onChoose={choose}
            />
          )}
        </div>
        <div className="col-lg-4">
          <ChoiceAside picked={picked} />
        </div>
      </div>
      <ChoiceBar picked={picked} />
    </Page>
  )
}
