import { TRPCError } from '@trpc/server'

/** What tells the screen, beside the error's code, that the record is that of who asks. */
export class OwnRecordError extends Error {
  constructor() {
    super('Nobody serves themselves at the desk: a colleague does, or the portal.')
  }
}

/** The answer of the desk to who would open, excuse or favour themselves: the log is worth something because another wrote in it. */
export function ownRecord(): TRPCError {
  const cause = new OwnRecordError()
  return new TRPCError({ code: 'FORBIDDEN', message: cause.message, cause })
}

/** Throws when the person is the one who works there. `personId` is of the row that stays, never of one that was merged. */
export function assertNotOwn(staffId: string, ...personIds: readonly string[]): void {
  if (personIds.includes(staffId)) throw ownRecord()
}
