import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from './language.tsx'
import { useTRPC } from './trpc.ts'

/** Which day it is where the town is: the API's answer, never the device's. The desk stays open overnight. */
export function useToday(): string {
  const trpc = useTRPC()
  const { language } = useLanguage()
  const kept = { staleTime: 60_000, refetchInterval: 60_000 }
  return useSuspenseQuery(trpc.desk.today.queryOptions({ language }, kept)).data.day
}
