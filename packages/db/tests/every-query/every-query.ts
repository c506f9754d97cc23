import { attendanceQueries } from './attendance-queries.ts'
import { bookingQueries } from './booking-queries.ts'
import { closureQueries } from './closure-queries.ts'
import { identityQueries } from './identity-queries.ts'
import { installationQueries } from './installation-queries.ts'
import { privacyQueries } from './privacy-queries.ts'
import { regioneQueries } from './regione-queries.ts'
import type { QueryCall } from './scene.ts'
import { staffQueries } from './staff-queries.ts'
import { togetherQueries } from './together-queries.ts'
import { waitingQueries } from './waiting-queries.ts'
import { wordQueries } from './word-queries.ts'

/** One call of every query that the package exports, by its name: a test refuses one that is missing. */
export const everyQuery: Readonly<Record<string, QueryCall>> = {
  ...regioneQueries, // first: publishing wants towns as they ship, and applying a town below leaves one without places
  ...installationQueries,
  ...bookingQueries,
  ...attendanceQueries,
  ...closureQueries,
  ...identityQueries,
  ...privacyQueries,
  ...staffQueries,
  ...togetherQueries,
  ...waitingQueries,
  ...wordQueries,
}
