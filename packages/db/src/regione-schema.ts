/** The tables of the Region's own office as TypeScript sees them. */
import { integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const regioneApp = pgSchema('regione_app')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const id = () => uuid('id').primaryKey()

export const officer = regioneApp.table('officer', {
  id: id(),
  fiscalCodeHmac: text('fiscal_code_hmac').notNull(),
  givenName: text('given_name').notNull(),
  familyName: text('family_name').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const officerRole = regioneApp.table('officer_role', {
  id: id(),
  officerId: uuid('officer_id').notNull(),
  role: text('role').$type<'officer'>().notNull(),
  grantedAt: instant('granted_at').notNull(),
  grantedBy: text('granted_by').notNull(),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
})

export const officerSignIn = regioneApp.table('officer_sign_in', {
  id: id(),
  stateHash: text('state_hash').notNull(),
  nonce: text('nonce').notNull(),
  codeVerifier: text('code_verifier').notNull(),
  returnTo: text('return_to').notNull(),
  startedAt: instant('started_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

export const officerSession = regioneApp.table('officer_session', {
  id: id(),
  tokenHash: text('token_hash').notNull(),
  officerId: uuid('officer_id').notNull(),
  device: text('device').notNull(),
  startedAt: instant('started_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  endedAt: instant('ended_at'),
})

export const exportLog = regioneApp.table('export_log', {
  id: id(),
  officerId: uuid('officer_id').notNull(),
  at: instant('at').notNull(),
  what: text('what').notNull(),
  rowCount: integer('row_count').notNull(),
})
