import { z } from 'zod'
import { isQuarter } from '@officine/domain/usage/quarter'
import type { Quarter } from '@officine/domain/usage/quarter'

/** A quarter as the addresses of the dashboard write it. */
export const quarterInput = z.custom<Quarter>(
  (given) => typeof given === 'string' && isQuarter(given),
  'is not a quarter (2026-Q3)',
)
