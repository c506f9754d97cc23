import { useSyncExternalStore } from 'react'
import { todayInRome } from './calendar-days.ts'

/** The day on the town's clock. The desk stays open overnight: at midnight it is another day. */
export function useToday(): string {
  return useSyncExternalStore(everyMinute, () => todayInRome(new Date()))
}

function everyMinute(look: () => void): () => void {
  const timer = setInterval(look, 60_000)
  return () => clearInterval(timer)
}
