import type { Database } from '@officine/db/database'
import type { Town } from '../town.ts'
import type { TownDirectory } from '../town-directory.ts'
import type { Mailer } from './mailer.ts'

/** What it takes to tell somebody something. */
export interface PostOffice {
  readonly db: Database
  readonly towns: Pick<TownDirectory, 'current'>
  readonly mailer: Mailer
  /** The one clock. */
  readonly now: () => Date
  /** The address that mails come from; its domain stands in their Message-ID too. */
  readonly mailFrom: string
  /** The address that return paths are made from: what comes back there is piped to `officine word bounce`. */
  readonly mailReturn: string
  /** Where a town's portal answers: `https://…`, no slash at the end. */
  readonly originOf: (town: Town) => string
}

/** All that travels through the queue: which town, which row. */
export interface WordJob {
  readonly tenantId: string
  readonly id: string
}

export type Delivery =
  | { readonly settled: true }
  /** Tried again later; `because` is a code. */
  | { readonly settled: false; readonly because: string }
