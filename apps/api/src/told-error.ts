/** What a log line may say of an error, in the shape that log readers expect. */
export type ToldError = {
  readonly type: string
  /** The code, if there is one: never the message. */
  readonly message: string
  /** Frames alone. */
  readonly stack: string
  readonly constraint?: string
  readonly cause?: ToldError
}

/**
 * An error without its message: a failed statement's text and parameters, a duplicate key's detail, an address that a mail server
 * refuses all name people. Frames, SQLSTATE and the constraint's name are ours and tell a defect as well.
 */
export function toldError(error: unknown): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const frames = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) ?? []
  const constraint = nameIn(error, 'constraint_name')
  return {
    type: error.name,
    message: nameIn(error, 'code') ?? '',
    stack: frames.join('\n'),
    ...(constraint !== undefined && { constraint }),
    ...(error.cause !== undefined && { cause: toldError(error.cause) }),
  }
}

/** Codes and names as PostgreSQL, Node and we write them; what does not look like one is left out. */
function nameIn(error: Error, key: string): string | undefined {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' && /^[\w-]{1,80}$/.test(value) ? value : undefined
}
