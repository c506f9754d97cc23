import { TRPCError } from '@trpc/server'
import type { MissingFactor } from '@officine/domain/identity/second-factor'

const sentences: Readonly<Record<MissingFactor, string>> = {
  'second-factor-needed': 'This needs the code of your phone, given lately.',
  'second-factor-not-enrolled': 'Connect a phone that gives codes first.',
}

/** What a session lacks, told to the screen beside the error's code so that it can ask for it. */
export class MissingSecondFactor extends Error {
  readonly missing: MissingFactor
  constructor(missing: MissingFactor) {
    super(sentences[missing])
    this.missing = missing
  }
}

/** The answer of a door to staff whose session lacks the second factor. */
export function missingSecondFactor(missing: MissingFactor): TRPCError {
  const cause = new MissingSecondFactor(missing)
  return new TRPCError({ code: 'FORBIDDEN', message: cause.message, cause })
}
