import { insertAuditEvent } from '@officine/db/audit'
import { newId } from '@officine/db/new-id'
import { lockPersons } from '@officine/db/pools'
import { findSecondFactor, replaceRecoveryCodes } from '@officine/db/second-factors'
import { withTenant } from '@officine/db/with-tenant'
import { missingSecondFactor } from '../../missing-second-factor.ts'
import { freshDeskProcedure } from '../../procedures.ts'
import { newRecoveryCodes, shownCode } from './recovery-codes.ts'

/** Makes ten new recovery codes; those before are worth nothing from then on. */
export const renewCodesProcedure = freshDeskProcedure('front-desk', 'operator', 'manager').mutation(
  async ({ ctx: { db, keyring, town, staff, now } }) => {
    const { id: personId } = staff.person
    const codes = newRecoveryCodes()
    await withTenant(db, town.id, async (tx) => {
      await lockPersons(tx, [personId])
      const factor = await findSecondFactor(tx, keyring, personId)
      if (factor?.secret === undefined) throw missingSecondFactor('second-factor-not-enrolled')
      await replaceRecoveryCodes(tx, keyring, personId, codes, now)
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: personId,
        action: 'staff-recovery-codes-renewed',
        subjectId: personId,
      })
    })
    return { recoveryCodes: codes.map(shownCode) }
  },
)
