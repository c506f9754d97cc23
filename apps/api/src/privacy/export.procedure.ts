import { citizenProcedure, notFound } from '../procedures.ts'
import { exportMyData } from './export-my-data.ts'

export const exportProcedure = citizenProcedure.query(
  async ({ ctx: { db, town, citizen, keyring, now } }) => {
    const { config } = town
    const mine = await exportMyData(db, { config, personId: citizen.person.id, keyring, now })
    if (mine === undefined) throw notFound('person')
    return mine
  },
)
