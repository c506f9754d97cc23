import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from './language.tsx'
import { useTRPC } from './trpc.ts'

/** The town's day, by the town's own clock: the browser's may be wrong, or the installation's moved to try another day. */
export function useToday(): string {
  const trpc = useTRPC()
  const { language } = useLanguage()
  return useSuspenseQuery(trpc.town.now.queryOptions({ language }, { staleTime: 60_000 })).data.today
}
