/** The SQLSTATE of a database error, wherever drizzle wrapped it; undefined for anything that is not one. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string' && /^[0-9A-Z]{5}$/.test(current.code))
      return current.code
  }
  return undefined
}

/** The violated constraint's own name: a distributed server leaves the field out and appends a shard number in the message. */
export function constraintOf(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const named = 'constraint_name' in current ? current.constraint_name : undefined
    if (typeof named === 'string') return named.replace(/_\d{6,}$/, '')
    const quoted = /constraint "(.+?)(?:_\d{6,})?"/.exec(current.message)?.[1]
    if (quoted !== undefined) return quoted
  }
  return undefined
}

/** Turns the violation of one named constraint into a refusal; anything else goes on as the fault it is. */
export async function onConstraint<Result, Refusal>(
  work: Promise<Result>,
  constraint: string,
  refusal: Refusal,
): Promise<Result | Refusal> {
  try {
    return await work
  } catch (error) {
    if (constraintOf(error) === constraint) return refusal
    throw error
  }
}
