import type { Companion } from '@officine/ui/along'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'

/** What may come along at a time, asked again while the page is open; nothing until we know, and while nothing is chosen. */
export function useCompanions(
  asked:
    | { readonly poolId: string; readonly day: string; readonly from: string; readonly to: string }
    | undefined,
): readonly Companion[] {
  const trpc = useTRPC()
  const { language } = useLanguage()
  const { poolId = '', day = '', from = '', to = '' } = asked ?? {}
  const { data } = useQuery(
    trpc.bookings.companions.queryOptions(
      { poolId, day, from, to, language },
      { enabled: asked !== undefined, refetchInterval: 60_000, placeholderData: keepPreviousData },
    ),
  )
  return asked === undefined ? [] : (data ?? [])
}
