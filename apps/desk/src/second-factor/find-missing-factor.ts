import { TRPCClientError } from '@trpc/client'

export type MissingFactor = 'second-factor-needed' | 'second-factor-not-enrolled'

/** What the door found missing in this session, when that is why it refused. */
export function findMissingFactor(error: unknown): MissingFactor | undefined {
  const data: unknown = error instanceof TRPCClientError ? error.data : undefined
  const missing = typeof data === 'object' && data !== null && 'missing' in data ? data.missing : undefined
  return missing === 'second-factor-needed' || missing === 'second-factor-not-enrolled' ? missing : undefined
}
