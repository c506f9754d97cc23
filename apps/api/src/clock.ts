/** The one clock of the process. */
export function systemClock(): Date {
  return new Date()
}
