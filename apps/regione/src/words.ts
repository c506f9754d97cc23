/** The first letter large. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The words for one, or those for many with the number in place of `{}`. */
export function counted(howMany: number, one: string, many: string): string {
  return howMany === 1 ? one : many.replace('{}', String(howMany))
}
