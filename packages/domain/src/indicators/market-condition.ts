import type { Status } from './participant-record.ts'

/** The classes of COND_MERCATO_INGRESSO as the regional form words them, and the status that each one means. */
export const STATUS_OF_MARKET_CONDITION = {
  'first-job-seeker': 'UNE',
  unemployed: 'UNE',
  // Also casual work, Cassa integrazione, working students, entrepreneurs, professionals, partita IVA.
  employed: 'EMP',
  student: 'INA',
  'other-inactive': 'INA',
} as const satisfies Readonly<Record<string, Status>>

export type MarketCondition = keyof typeof STATUS_OF_MARKET_CONDITION
