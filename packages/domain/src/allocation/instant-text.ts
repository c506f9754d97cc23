import { isLocalDay } from '../calendar/local-day.ts'

/** Whether the text is an instant that exists, ISO 8601 with `Z` or an offset: without one it would mean another instant elsewhere. */
export function isInstant(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text)
  const day = match?.[1]
  return day !== undefined && isLocalDay(day) && !Number.isNaN(Date.parse(text))
}
