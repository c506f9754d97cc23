/** Takes in one mail that came back, as a mail system pipes it: reads standard input, says what it did, ends. Works as the worker's role. */
import { buffer } from 'node:stream/consumers'
import type { FollowedClock } from '@officine/db/clock'
import { findConnectedRole } from '@officine/db/connected-role'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { isDatabaseAway } from '@officine/db/database-away'
import { findDevelopmentFact } from '@officine/db/installation-facts'
import { processClock } from './clock.ts'
import { readBounceEnvironment } from './env.ts'
import { describeBounce } from './notifications/describe-bounce.ts'
import { receiveBounce } from './notifications/receive-bounce.ts'
import { startOrSayWhy } from './say-why.ts'

/** EX_TEMPFAIL of sysexits.h: the mail system keeps the mail and pipes it again. */
const tryAgain = 75

await startOrSayWhy('word bounce', async () => {
  const raw = await buffer(process.stdin)
  let clock: FollowedClock | undefined
  const db = openDatabase(readBounceEnvironment().DATABASE_URL_WORKER, { connections: 1 })
  try {
    const role = await findConnectedRole(db)
    if (role.name !== 'worker')
      throw new Error(
        `DATABASE_URL_WORKER signs in as ${role.databaseRole}: returned mails are taken in as officine_worker alone.`,
      )
    clock = await processClock(db, (await findDevelopmentFact(db)) !== undefined)
    const outcome = await receiveBounce({ db, now: clock.now }, raw)
    process.stdout.write(`${describeBounce(outcome)}\n`)
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    process.stderr.write('word bounce: the database does not answer, pipe it again later\n')
    process.exitCode = tryAgain
  } finally {
    clock?.stop()
    await closeDatabase(db, 0)
  }
})
