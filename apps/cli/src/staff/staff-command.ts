import { readClock } from '@officine/db/clock'
import type { Database } from '@officine/db/database'
import { grantRole, revokeRole } from '@officine/db/grant-role'
import type { Keyring } from '@officine/db/keyring'
import { resetFactor } from '@officine/db/reset-factor'
import { listStaff } from '@officine/db/staff-roles'
import { listTowns } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import type { TenantId } from '@officine/domain/tenant-id'
import { findCommandKeyring } from '../keys/command-keyring.ts'
import type { Command } from '../main.ts'
import { onOwner } from '../on-owner.ts'
import { refuse } from '../refuse.ts'
import { readStaffArguments } from './staff-arguments.ts'
import type { ChangeOfRole, FactorReset } from './staff-arguments.ts'
import { findStaffPerson, makeStaffPerson } from './staff-person.ts'

/** `officine staff`: gives a role in one town, takes it back, forgets a lost phone, lists who has a role. Status 2, with a line a fault, when nothing was done. */
export const run: Command = async (args, environment) => {
  const read = await readStaffArguments(args, environment)
  if (!read.read) return refuse(read.faults)
  const { asked } = read
  const keyring = asked.action === 'list' ? undefined : findCommandKeyring(environment)
  if (asked.action !== 'list' && keyring === undefined)
    return refuse([
      'No keyring is known: set OFFICINE_KEYRING, or OFFICINE_DATA_DIR as where the server runs.',
    ])

  return onOwner(environment, async (owner) => {
    const town = (await listTowns(owner)).find(({ id }) => id === asked.town)
    if (town === undefined)
      return refuse([`--town: found ${asked.town}; allowed: a town of officine tenant list`])
    const now = await readClock(owner)
    if (asked.action === 'list' || keyring === undefined) return list(owner, town.id, now)
    return asked.action === 'reset-factor'
      ? forgetPhone(owner, keyring, town.id, asked, now)
      : changeRole(owner, keyring, town.id, asked, now)
  })
}

async function list(owner: Database, tenantId: TenantId, now: Date): Promise<number> {
  const staff = await withTenant(owner, tenantId, (tx) => listStaff(tx, now))
  for (const { givenName, familyName, role, expiresAt, grantedBy } of staff)
    console.log(`${givenName} ${familyName}\t${role}\tuntil ${lastDayOf(expiresAt)}\tgranted by ${grantedBy}`)
  return 0
}

async function changeRole(
  owner: Database,
  keyring: Keyring,
  tenantId: TenantId,
  asked: ChangeOfRole,
  now: Date,
): Promise<number> {
  const { role, whose, by } = asked
  const lastDay = asked.until ?? addDays(localDayOf(now), 365)
  if (lastDay < localDayOf(now)) return refuse([`--until: found ${lastDay}; allowed: a day from today on`])
  return withTenant(owner, tenantId, async (tx) => {
    const known = await findStaffPerson(tx, keyring, whose)
    if (asked.action === 'revoke') {
      const revoked = known !== undefined && (await revokeRole(tx, { personId: known.id, role, by, now }))
      if (!revoked)
        return refuse([`Nobody with this fiscal code is ${role} of ${tenantId}: nothing was changed.`])
      console.log(
        `${known.givenName} ${known.familyName} is no longer ${role} of ${tenantId}, and was signed out.`,
      )
      return 0
    }
    const person = known ?? (await makeStaffPerson(tx, keyring, whose, now))
    if (person === undefined)
      return refuse([
        `Nobody with this fiscal code has signed in at ${tenantId} yet. Have them sign in once, or give --given-name and --family-name.`,
      ])
    // The last day counts whole: the role ends when the day after begins in Rome.
    const expiresAt = instantOf(addDays(lastDay, 1), '00:00')
    const outcome = await grantRole(tx, { personId: person.id, role, expiresAt, by, now })
    console.log(
      `${person.givenName} ${person.familyName}: ${role} of ${tenantId} until ${lastDay} (${outcome}).`,
    )
    return 0
  })
}

async function forgetPhone(
  owner: Database,
  keyring: Keyring,
  tenantId: TenantId,
  { whose, by }: FactorReset,
  now: Date,
): Promise<number> {
  return withTenant(owner, tenantId, async (tx) => {
    const known = await findStaffPerson(tx, keyring, whose)
    if (known === undefined || !(await resetFactor(tx, { personId: known.id, by, now })))
      return refuse([`Nobody with this fiscal code has a second factor at ${tenantId}: nothing was changed.`])
    console.log(
      `${known.givenName} ${known.familyName} has no second factor at ${tenantId} any more, and was signed out. They connect a phone when they next open the desk.`,
    )
    return 0
  })
}

function lastDayOf(expiresAt: Date): string {
  return localDayOf(new Date(expiresAt.getTime() - 1))
}
