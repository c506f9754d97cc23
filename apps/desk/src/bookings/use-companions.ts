import type { Companion } from '@officine/ui/along'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { Picked } from './use-picked.ts'

/** What may come along at the chosen time, with the children of whom the desk is serving; nothing while no time is chosen. */
export function useCompanions(
  { pool, day, slot }: Picked,
  personId: string | undefined,
): readonly Companion[] {
  const trpc = useTRPC()
  const { language } = useLanguage()
  const isAsked = day !== undefined && slot !== undefined
  const { data } = useQuery(
    trpc.desk.companions.queryOptions(
      {
        poolId: pool.poolId,
        day: day?.day ?? '',
        from: slot?.from ?? '',
        to: slot?.to ?? '',
        ...(personId === undefined ? {} : { personId }),
        language,
      },
      { enabled: isAsked, refetchInterval: 30_000, placeholderData: keepPreviousData },
    ),
  )
  return isAsked ? (data ?? []) : []
}
