const awayCodes = new Set([
  // of the driver
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  // of the network
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  // of a server that is starting, stopping or no longer the one that writes
  '57P01',
  '57P02',
  '57P03',
  '25006',
  // of a process of ours that heard nothing for too long
  'DATABASE_SILENT',
])

/** Whether an error means that the database could not be reached or went away: the outcome of a write is then unknown, and a retry with its key will tell. */
export function isDatabaseAway(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = 'code' in current && typeof current.code === 'string' ? current.code : ''
    if (awayCodes.has(code) || code.startsWith('08')) return true
  }
  return false
}
