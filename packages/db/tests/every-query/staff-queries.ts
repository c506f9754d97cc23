import { listStaffDeeds } from '../../src/audit.ts'
import { keyringOf, newKeyring } from '../../src/keyring.ts'
import type { Keyring } from '../../src/keyring.ts'
import { resetFactor } from '../../src/reset-factor.ts'
import * as factors from '../../src/second-factors.ts'
import { listLastSeen, markSecondFactor } from '../../src/sessions.ts'
import * as staff from '../../src/staff-roles.ts'
import type { TenantTransaction } from '../../src/with-tenant.ts'
import { asked, commanded } from './scene.ts'
import type { QueryCall, Scene } from './scene.ts'

/** The scene's ciphers and seals are texts of its own, so this keyring says what it would have opened and found. */
const keyringAt = ({ now, idOf }: Scene): Keyring => ({
  ...keyringOf(newKeyring(now)),
  decrypt: () => 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  seals: () => [idOf('recovery_code', 'code_hmac')],
})

const newCode = (tx: TenantTransaction, at: Scene) =>
  factors.replaceRecoveryCodes(
    tx,
    { ...keyringAt(at), seal: () => at.idOf('recovery_code', 'code_hmac') },
    at.idOf('person'),
    ['K7QM3XWP2D'],
    at.now,
  )

/** Second factors, and what managers do with roles. */
export const staffQueries: Readonly<Record<string, QueryCall>> = {
  findSecondFactor: asked((tx, at) => factors.findSecondFactor(tx, keyringAt(at), at.idOf('person'))),
  savePendingSecret: asked((tx, at) =>
    factors.savePendingSecret(
      tx,
      keyringAt(at),
      at.idOf('person'),
      { sessionId: at.idOf('session'), secret: 'GEZDGNBVGY3TQOJQ' },
      at.now,
    ),
  ),
  confirmSecret: asked((tx, at) =>
    factors.confirmSecret(tx, keyringAt(at), at.idOf('person'), 'GEZDGNBVGY3TQOJQ', at.now),
  ),
  updateTries: asked((tx, { idOf }) =>
    factors.updateTries(tx, idOf('person'), { wrongTries: 0, blockedUntil: null, lastStep: 1 }),
  ),
  isRecoveryCode: asked((tx, at) =>
    factors.isRecoveryCode(tx, keyringAt(at), at.idOf('person'), 'K7QM3XWP2D'),
  ),
  replaceRecoveryCodes: asked((tx, at) => newCode(tx, at)),
  // The scene's own code has been used: a new one is made to be taken.
  takeRecoveryCode: asked(async (tx, at) => {
    await newCode(tx, at)
    await factors.takeRecoveryCode(tx, keyringAt(at), at.idOf('person'), 'K7QM3XWP2D', at.now)
  }),
  countRecoveryCodes: asked((tx, { idOf }) => factors.countRecoveryCodes(tx, idOf('person'))),
  resealSecondFactors: commanded((tx, at) => factors.resealSecondFactors(tx, keyringAt(at))),
  resetFactor: asked((tx, { idOf, now }) =>
    resetFactor(tx, { personId: idOf('person'), by: 'desk', actorId: idOf('person'), reason: 'lost', now }),
  ),
  removeSecondFactor: asked((tx, { idOf }) => factors.removeSecondFactor(tx, idOf('person'))),
  markSecondFactor: commanded((tx, { idOf, now }) =>
    markSecondFactor(tx, { tokenHash: 'hash', personId: idOf('person'), now }),
  ),
  listLastSeen: asked((tx, { idOf }) => listLastSeen(tx, [idOf('person')])),
  findGrant: asked((tx, { idOf }) => staff.findGrant(tx, idOf('staff_role'))),
  listHoldersOf: asked((tx, { now }) => staff.listHoldersOf(tx, 'manager', now)),
  listGrantsOf: asked((tx, { idOf, now }) => staff.listGrantsOf(tx, idOf('person'), now)),
  listRoleHistory: asked((tx, { idOf }) => staff.listRoleHistory(tx, idOf('person'))),
  listStaffDeeds: asked((tx, { idOf }) =>
    listStaffDeeds(tx, {
      actorId: idOf('person'),
      aboutStaff: true,
      actions: ['staff-role-granted'],
      limit: 50,
    }),
  ),
}
