import { z } from 'zod'
import { readInTenant } from '@officine/db/read-in-tenant'
import { listOpenSessions } from '@officine/db/sessions'
import { language } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { citizenProcedure } from '../procedures.ts'

const unknownDevice = { it: 'Dispositivo sconosciuto', en: 'Unknown device' } as const

/** Where the citizen is signed in at this town, the latest used first. */
export const sessionsProcedure = citizenProcedure
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town, citizen, now }, input }) => {
    const open = await readInTenant(db, town.id, (tx) => listOpenSessions(tx, citizen.person.id, now))
    return open.map(({ sessionId, startedAt, lastSeenAt, device }) => ({
      sessionId,
      isCurrent: sessionId === citizen.sessionId,
      startedAtLabel: instantText(startedAt, input.language),
      lastSeenAtLabel: instantText(lastSeenAt, input.language),
      device: device === '' ? unknownDevice[input.language] : device,
    }))
  })
