import QRCode from 'qrcode'
import { lockPersons } from '@officine/db/pools'
import { findSecondFactor, savePendingSecret } from '@officine/db/second-factors'
import { withTenant } from '@officine/db/with-tenant'
import { factorProcedure } from '../../procedures.ts'
import { assertMayConnect } from './assert-may-connect.ts'
import { keyUri, newSecret } from './totp.ts'

/** How long a secret stays on a screen: asked again within it, the same session is shown the same one, so that a reload does not undo what the phone has read. */
const shownForMilliseconds = 30 * 60_000

/** Shows a secret to connect a phone with. Who has a phone already gives its code first, and it stays good until the new one is confirmed. */
export const beginProcedure = factorProcedure('front-desk', 'operator', 'manager').mutation(
  async ({ ctx: { db, keyring, town, staff, now } }) => {
    const { id: personId, givenName, familyName } = staff.person
    const secret = await withTenant(db, town.id, async (tx) => {
      await lockPersons(tx, [personId])
      const factor = await findSecondFactor(tx, keyring, personId)
      assertMayConnect(factor, staff, now)
      const { pending } = factor ?? {}
      const isShownHere = pending?.sessionId === staff.sessionId
      if (pending && isShownHere && now.getTime() - pending.at.getTime() < shownForMilliseconds)
        return pending.secret
      const made = newSecret()
      await savePendingSecret(tx, keyring, personId, { sessionId: staff.sessionId, secret: made }, now)
      return made
    })
    const uri = keyUri({
      secret,
      issuer: `${town.config.name}, gestione`,
      account: `${givenName} ${familyName}`,
    })
    const qrSvg = await QRCode.toString(uri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
    return { secret, qrSvg }
  },
)
