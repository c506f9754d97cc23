import { useState } from 'react'
import { todayInRome } from './calendar-days.ts'

/** The town's day when the page was opened. Which times have passed is the API's word, not this one's. */
export function useToday(): string {
  const [today] = useState(() => todayInRome(new Date()))
  return today
}
