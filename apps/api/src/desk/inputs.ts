import { z } from 'zod'

/** A reason that somebody will read in the log: a word is not one. */
export const why = z
  .string()
  .trim()
  .min(5, 'needs a reason of at least five characters')
  .max(500, 'is longer than 500 characters')
