// Calendar days are text (`YYYY-MM-DD`) and are counted at noon in UTC, where no day is 23 or 25 hours long.

export function addDays(day: string, count: number): string {
  const date = noon(day)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((noon(day).getUTCDay() + 6) % 7))
}

export function isWeekend(day: string): boolean {
  return noon(day).getUTCDay() % 6 === 0
}

/** `mercoledì 25 novembre`, where the API gives the day and not its words. */
export function dayText(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(noon(day))
}

/** First letter large, for a day that opens a line. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}
