import { addDays } from '@officine/ui/calendar-days'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { useToday } from '../use-today.ts'
import { hasEverything, nearestTimes } from './nearby-together.ts'
import type { Slot } from './slot-words.ts'
import type { CompleteChoice } from './summary-page.tsx'

const daysBefore = 3
const daysLooked = 11
const mostOffered = 3

/** The nearest times at which everything asked for is free together; undefined while nobody asks, or until we know. */
export function useNearbyTogether(choice: CompleteChoice, isAsked: boolean): readonly Slot[] | undefined {
  const trpc = useTRPC()
  const { language } = useLanguage()
  const today = useToday()
  const earliest = addDays(choice.day, -daysBefore)
  const { data } = useQuery(
    trpc.bookings.whatIsFree.queryOptions(
      { poolId: choice.pool, from: earliest < today ? today : earliest, days: daysLooked, language },
      { enabled: isAsked },
    ),
  )
  const [from = ''] = choice.time.split('-')
  const times = data ? nearestTimes(data.days, { day: choice.day, from }, choice.people ?? 1) : []
  const answers = useQueries({
    queries: times.map((slot) =>
      trpc.bookings.companions.queryOptions({
        poolId: choice.pool,
        day: slot.day,
        from: slot.from,
        to: slot.to,
        language,
      }),
    ),
  })
  if (!isAsked || !data || answers.some(({ isPending }) => isPending)) return undefined
  return times
    .filter((_, at) => hasEverything(choice.along ?? [], answers[at]?.data ?? []))
    .slice(0, mostOffered)
}
