import { z } from 'zod'
import { listRunningOffers } from '@officine/db/offers'
import type { RunningOffer } from '@officine/db/offers'
import { listWaitingNames } from '@officine/db/waiting-people'
import { listWaiting } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { offerView } from '../../booking-view.ts'
import { language } from '../../inputs.ts'
import { dayText, periodText } from '../../local-text.ts'
import { deskProcedure } from '../../procedures.ts'
import { findPool, textIn } from '../../town.ts'
import { reachOf } from './reach.ts'
import { standingOf, waitView } from './wait-view.ts'

/** The whole list as the desk keeps it: offers that run, the first to run out on top, then who waits, by slot and in order. No reserve, no category, no recent use. */
export const waitingListProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ language }).prefault({}))
  .query(({ ctx: { db, town, now }, input }) =>
    withTenant(db, town.id, async (tx) => {
      const nameOf = (poolId: string) => {
        const pool = findPool(town, poolId)
        return pool === undefined ? '' : textIn(pool.presentation.name, input.language)
      }
      const running = await Promise.all((await listRunningOffers(tx)).map((offer) => reached(tx, offer)))
      const standings = await standingOf(tx, town, await listWaiting(tx, now), now)
      const people = await listWaitingNames(
        tx,
        standings.map(({ record }) => record.personId),
      )
      const waiting = standings.map((standing) => {
        const person = people.find(({ id }) => id === standing.record.personId)
        const {
          waitId,
          poolName,
          day,
          dayLabel,
          timeLabel,
          people: howMany,
          along,
          askedAtLabel,
        } = waitView(standing, town, input.language, now)
        return {
          waitId,
          personId: standing.record.personId,
          personName: person === undefined ? '' : `${person.givenName} ${person.familyName}`,
          /** Without an address and a number a place can only be given, never offered. */
          hasContact: person?.hasContact ?? false,
          poolName,
          day,
          dayLabel,
          timeLabel,
          people: howMany,
          along,
          askedAtLabel,
          position: standing.place?.position,
        }
      })
      return {
        offers: running.map(({ offer, reach }) => ({
          bookingId: offer.id,
          personId: offer.personId,
          personName: `${offer.givenName} ${offer.familyName}`,
          reach,
          poolName: nameOf(offer.poolId),
          dayLabel: dayText(offer.day, input.language, localDayOf(now).slice(0, 4)),
          timeLabel: periodText(localTimeOf(offer.startsAt), localTimeOf(offer.endsAt)),
          ...offerView(offer, input.language, now),
        })),
        waiting: waiting.toSorted(
          (a, b) =>
            compare(a.day, b.day) || compare(a.poolName, b.poolName) || (a.position ?? 0) - (b.position ?? 0),
        ),
      }
    }),
  )

async function reached(tx: TenantTransaction, offer: RunningOffer) {
  return { offer, reach: await reachOf(tx, { ...offer, id: offer.personId }) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
