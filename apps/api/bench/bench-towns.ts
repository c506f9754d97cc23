import { randomBytes, randomUUID } from 'node:crypto'
import { applyTenant } from '@officine/db/apply-tenant'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { nobodyStranded } from '@officine/db/settle-bookings'
import { person, session } from '@officine/db/schema'
import { listPlaces } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import { closedOn } from '@officine/domain/booking/booking-period'
import { tenantId } from '@officine/domain/tenant-id'
import { allumiere } from '@officine/tenants/allumiere'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { tenantToApply } from '@officine/tenants/tenant-to-apply'
import { hashOfTokens } from '../src/identity/secret-token.ts'

/** Somebody signed in who will book one place: town, session and the place nobody else of the bench takes. */
export interface BenchCitizen {
  readonly town: string
  readonly host: string
  readonly personId: string
  readonly token: string
  readonly tokenHash: string
  readonly poolId: string
  readonly unitId: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Towns like Allumiere under other names. */
export function benchTowns(howMany: number, prefix: string): readonly TenantConfig[] {
  return Array.from({ length: howMany }, (_, at) => {
    const id = tenantId(`${prefix}${at}`)
    return { ...allumiere, id, name: `Prova ${at}`, hosts: [], rules: { ...allumiere.rules, tenant: id } }
  })
}

/** Applies the towns and makes so many citizens, spread evenly over towns, days and halves of days, never more than a cell has seats. */
export async function fillBenchTowns(
  ownerUrl: string,
  configs: readonly TenantConfig[],
  howMany: number,
): Promise<readonly BenchCitizen[]> {
  const owner = openDatabase(ownerUrl, { connections: 8 })
  const now = new Date()
  const perTown = Math.ceil(howMany / configs.length)
  const citizens: BenchCitizen[][] = []
  const queue = configs.values()
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const config of queue) {
        await applyTenant(
          owner,
          tenantToApply(config, true),
          now,
          () => newId(now),
          () => nobodyStranded,
        )
        citizens.push(await fillTown(config))
      }
    }),
  )
  await closeDatabase(owner)
  // Round and round the towns, so that clients at work at the same moment stand in different ones.
  return Array.from({ length: perTown }, (_, round) =>
    citizens.flatMap((ofTown) => ofTown[round] ?? []),
  ).flat()

  async function fillTown(config: TenantConfig): Promise<BenchCitizen[]> {
    return withTenant(owner, config.id, async (tx) => {
      const seats = (await listPlaces(tx)).filter(({ slug }) => slug === 'seats')
      const cells = openCells(config, now)
      const made = Array.from({ length: perTown }, (_, at): BenchCitizen => {
        const cell = cells[at % cells.length]
        const seat = seats[Math.floor(at / cells.length)]
        if (cell === undefined || seat === undefined) throw new Error('More citizens than places')
        const token = randomBytes(32).toString('base64url')
        return {
          town: config.id,
          host: `${config.id}.localhost`,
          personId: randomUUID(),
          token,
          tokenHash: hashOfTokens(token),
          poolId: seat.poolId,
          unitId: seat.unitId,
          ...cell,
        }
      })
      await tx.insert(person).values(
        made.map(({ personId }, at) => ({
          tenantId: config.id,
          id: personId,
          givenName: 'Prova',
          familyName: `Numero ${at}`,
          bornOn: '1990-01-01',
          madeAtCounter: true,
          noticeVersion: config.privacyNotice.version,
          noticeAcceptedAt: now,
          createdAt: now,
        })),
      )
      await tx.insert(session).values(
        made.map(({ personId, tokenHash }) => ({
          tenantId: config.id,
          id: newId(now),
          tokenHash,
          personId,
          device: 'bench',
          startedAt: now,
          lastSeenAt: now,
          expiresAt: new Date(now.getTime() + 3_600_000),
        })),
      )
      return made
    })
  }
}

function openCells(config: TenantConfig, now: Date) {
  const pool = config.rules.pools['seats']
  if (pool === undefined) throw new Error('No seats')
  const today = localDayOf(now)
  return Array.from({ length: 12 }, (_, ahead) => addDays(today, ahead + 1))
    .filter((day) => closedOn({ rules: config.rules, pool, changes: [] }, day) === undefined)
    .flatMap((day) =>
      pool.open.slots.map(([from, to]) => ({
        day,
        from,
        to,
        startsAt: instantOf(day, from),
        endsAt: instantOf(day, to),
      })),
    )
}
