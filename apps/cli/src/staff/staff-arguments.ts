import { userInfo } from 'node:os'
import type { StaffRole } from '@officine/db/sessions'
import { isLocalDay } from '@officine/domain/calendar/local-day'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import type { FiscalCode } from '@officine/domain/identity/fiscal-code'
import { isTenantId } from '@officine/domain/tenant-id'
import type { TenantId } from '@officine/domain/tenant-id'
import type { CliEnvironment } from '../env.ts'
import { readArguments } from '../read-arguments.ts'

const usage = [
  'Usage: officine staff grant  --town SLUG --fiscal-code CF|--persona SLUG --role ROLE [--until YYYY-MM-DD]',
  '                             [--given-name NAME --family-name NAME]   for who never signed in',
  '       officine staff revoke --town SLUG --fiscal-code CF|--persona SLUG --role ROLE',
  '       officine staff reset-factor --town SLUG --fiscal-code CF|--persona SLUG',
  '       officine staff list   --town SLUG',
  'Roles: front-desk, operator, manager. Without --until a role lasts a year. Personas exist in development only.',
]

/** Whose role: their fiscal code, with the name to write down for who never signed in. */
export interface NamedCode {
  readonly fiscalCode: FiscalCode
  readonly givenName: string | undefined
  readonly familyName: string | undefined
}

export interface ChangeOfRole {
  readonly action: 'grant' | 'revoke'
  readonly town: TenantId
  readonly role: StaffRole
  readonly whose: NamedCode
  /** The last day of the role. */
  readonly until: string | undefined
  readonly by: string
}

/** Whose phone is to be forgotten, when no other manager of the town can do it at the desk. */
export interface FactorReset {
  readonly action: 'reset-factor'
  readonly town: TenantId
  readonly whose: NamedCode
  readonly by: string
}

export type StaffReading =
  | {
      readonly read: true
      readonly asked: ChangeOfRole | FactorReset | { readonly action: 'list'; readonly town: TenantId }
    }
  | { readonly read: false; readonly faults: readonly string[] }

const actions = ['grant', 'revoke', 'reset-factor', 'list'] as const
const roles: readonly StaffRole[] = ['front-desk', 'operator', 'manager']
const text = { type: 'string' } as const
const options = {
  town: text,
  role: text,
  until: text,
  persona: text,
  'fiscal-code': text,
  'given-name': text,
  'family-name': text,
}

/** Reads the arguments of `officine staff`; every fault is told by its option, what was found and what is allowed. */
export async function readStaffArguments(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<StaffReading> {
  const reading = readArguments(args, options)
  if (!reading.read) return { read: false, faults: [reading.fault, ...usage] }
  const { values, positionals } = reading
  const [word, ...others] = positionals
  const action = actions.find((known) => known === word)
  if (others.length > 0 || action === undefined) return { read: false, faults: usage }

  const faults: string[] = []
  const town = findTown(values.town)
  if (town === undefined) faults.push(`--town: found ${values.town ?? 'nothing'}; allowed: a town's slug`)
  if (action === 'list')
    return town === undefined ? { read: false, faults } : { read: true, asked: { action, town } }

  const whose = await namedCode(values['fiscal-code'], values.persona, environment)
  if (typeof whose === 'string') faults.push(whose)
  const by = `officine staff (${userInfo().username})`
  if (action === 'reset-factor')
    return town === undefined || typeof whose === 'string'
      ? { read: false, faults }
      : { read: true, asked: { action, town, whose, by } }

  const role = roles.find((known) => known === values.role)
  if (role === undefined)
    faults.push(`--role: found ${values.role ?? 'nothing'}; allowed: ${roles.join(', ')}`)
  const { until } = values
  if (until !== undefined && !isLocalDay(until))
    faults.push(`--until: found ${values.until}; allowed: a day, YYYY-MM-DD`)
  if (faults.length > 0 || role === undefined || typeof whose === 'string' || town === undefined)
    return { read: false, faults }

  const named = {
    ...whose,
    givenName: values['given-name'] ?? whose.givenName,
    familyName: values['family-name'] ?? whose.familyName,
  }
  return { read: true, asked: { action, town, role, whose: named, until, by } }
}

function findTown(slug: string | undefined): TenantId | undefined {
  return slug !== undefined && isTenantId(slug) ? slug : undefined
}

/** Whose code it is, or the fault. */
async function namedCode(
  code: string | undefined,
  slug: string | undefined,
  environment: CliEnvironment,
): Promise<NamedCode | string> {
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
