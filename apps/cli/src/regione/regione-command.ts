import { userInfo } from 'node:os'
import { readClock } from '@officine/db/clock'
import { grantOfficer, listOfficers, revokeOfficer } from '@officine/db/regione-officers'
import { addDays, isLocalDay } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import type { FiscalCode } from '@officine/domain/identity/fiscal-code'
import { findCommandKeyring } from '../keys/command-keyring.ts'
import type { CliEnvironment } from '../env.ts'
import type { Command } from '../main.ts'
import { onOwner } from '../on-owner.ts'
import { readArguments } from '../read-arguments.ts'
import { refuse } from '../refuse.ts'

const usage = [
  'Usage: officine regione grant  --fiscal-code CF --given-name NAME --family-name NAME [--until YYYY-MM-DD]',
  '       officine regione grant  --persona SLUG [--until YYYY-MM-DD]      invented people, in development only',
  '       officine regione revoke --fiscal-code CF | --persona SLUG',
  '       officine regione list',
  'Without --until a role lasts a year.',
]
const text = { type: 'string' } as const
const options = {
  persona: text,
  until: text,
  'fiscal-code': text,
  'given-name': text,
  'family-name': text,
}

interface Named {
  readonly fiscalCode: FiscalCode
  readonly givenName: string | undefined
  readonly familyName: string | undefined
}

/** `officine regione`: says who may look at the Region's dashboard. Status 2, with a line a fault, when nothing was done. */
export const run: Command = async (args, environment) => {
  const reading = readArguments(args, options)
  if (!reading.read) return refuse([reading.fault, ...usage])
  const { values, positionals } = reading
  const [action, ...others] = positionals
  if (others.length > 0 || (action !== 'grant' && action !== 'revoke' && action !== 'list'))
    return refuse(usage)
  if (action === 'list') return list(environment)

  const keyring = findCommandKeyring(environment)
  if (keyring === undefined)
    return refuse([
      'No keyring is known: set OFFICINE_KEYRING, or OFFICINE_DATA_DIR as where the server runs.',
    ])
  const { until } = values
  if (until !== undefined && !isLocalDay(until))
    return refuse([`--until: found ${values.until}; allowed: a day, YYYY-MM-DD`])
  const named = await namedBy(values['fiscal-code'], values.persona, environment)
  if (typeof named === 'string') return refuse([named])
  const { fiscalCode } = named
  const givenName = values['given-name'] ?? named.givenName
  const familyName = values['family-name'] ?? named.familyName

  return onOwner(environment, async (owner) => {
    const now = await readClock(owner)
    if (action === 'revoke') {
      if (!(await revokeOfficer(owner, keyring, fiscalCode, now)))
        return refuse(['Nobody with this fiscal code holds a role at the Region: nothing was changed.'])
      console.log('The role at the Region was taken back: the next request finds no door.')
      return 0
    }
    if (givenName === undefined || familyName === undefined)
      return refuse(['--given-name, --family-name: found nothing; allowed: the name of who gets the role'])
    const lastDay = until ?? addDays(localDayOf(now), 365)
    if (lastDay < localDayOf(now)) return refuse([`--until: found ${lastDay}; allowed: a day from today on`])
    const outcome = await grantOfficer(owner, keyring, {
      fiscalCode,
      givenName,
      familyName,
      // The last day counts whole: the role ends when the day after begins in Rome.
      expiresAt: instantOf(addDays(lastDay, 1), '00:00'),
      by: `officine regione (${userInfo().username})`,
      now,
    })
    console.log(`${givenName} ${familyName}: officer of the Region until ${lastDay} (${outcome}).`)
    return 0
  })
}

function list(environment: CliEnvironment): Promise<number> {
  return onOwner(environment, async (owner) => {
    for (const officer of await listOfficers(owner, await readClock(owner))) {
      const lastDay = localDayOf(new Date(officer.expiresAt.getTime() - 1))
      console.log(
        `${officer.givenName} ${officer.familyName}\t${officer.role}\tuntil ${lastDay}\tgranted by ${officer.grantedBy}`,
      )
    }
    return 0
  })
}

/** Whose code it is, or the fault. */
async function namedBy(
  code: string | undefined,
  slug: string | undefined,
  environment: CliEnvironment,
): Promise<Named | string> {
  if (code !== undefined && slug !== undefined)
    return '--persona: found beside --fiscal-code; allowed: one of the two'
  if (code !== undefined) {
    const fiscalCode = findCheckedFiscalCode(code)
    return fiscalCode === undefined
      ? '--fiscal-code: its shape or its check character is wrong; allowed: sixteen characters as printed'
      : { fiscalCode, givenName: undefined, familyName: undefined }
  }
  if (slug === undefined) return '--fiscal-code: found nothing; allowed: the code of who signs in'
  if (environment.inherited['NODE_ENV'] === 'production')
    return '--persona: invented people exist in development only; allowed: --fiscal-code'
  const { findPersona } = await import('@officine/tenants/personas')
  const persona = findPersona(slug)
  const fiscalCode = findCheckedFiscalCode(persona?.fiscalCode ?? '')
  return persona === undefined || fiscalCode === undefined
    ? `--persona: found ${slug}; allowed: an invented person with a fiscal code, see GET /dev/personas`
    : { fiscalCode, givenName: persona.givenName, familyName: persona.familyName }
}
