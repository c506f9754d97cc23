/** How old an answer may be before it is said: two rounds that got none. */
const freshMilliseconds = 15_000

/** Whole minutes and seconds since an answer came; undefined while it is fresh. */
export function ageOf(
  answeredAt: number,
  now: number,
): { readonly minutes: number; readonly seconds: number } | undefined {
  const passed = Math.max(0, now - answeredAt)
  if (passed < freshMilliseconds) return undefined
  const seconds = Math.floor(passed / 1000)
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }
}
