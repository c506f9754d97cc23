import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'

export type Present = Outputs['desk']['present']
export type Visit = Present['pools'][number]['visits'][number]

const whileLookedAtMilliseconds = 5_000
const inTheBackgroundMilliseconds = 60_000

/**
 * Who is in the building, asked again by itself; what was last answered is kept for as long as the desk stays open, so that
 * the list is there when the network is not. Not on the disk: names do not stay on a shared computer.
 */
export function usePresent(isLookedAt: boolean) {
  const trpc = useTRPC()
  const { language } = useLanguage()
  return useQuery(
    trpc.desk.present.queryOptions(
      { language },
      {
        refetchInterval: isLookedAt ? whileLookedAtMilliseconds : inTheBackgroundMilliseconds,
        refetchIntervalInBackground: true,
        gcTime: Number.POSITIVE_INFINITY,
        // A page without network asks all the same, and is told so: paused, it would not know how old it is.
        networkMode: 'always',
        staleTime: 0,
        retry: false,
      },
    ),
  )
}
