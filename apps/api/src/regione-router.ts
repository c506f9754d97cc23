import { regioneMeProcedure } from './identity/regione-me.procedure.ts'
import { regioneSignOutProcedure } from './identity/regione-sign-out.procedure.ts'
import { regionOverviewProcedure } from './indicators/region-overview.procedure.ts'
import { townUsageProcedure } from './indicators/town-usage.procedure.ts'
import { regioneRouterOf } from './regione-procedures.ts'

/** Every door at the Region's host, by the name it is called by. */
export const regioneRouter = regioneRouterOf({
  identity: regioneRouterOf({ me: regioneMeProcedure, signOut: regioneSignOutProcedure }),
  usage: regioneRouterOf({ overview: regionOverviewProcedure, ofTown: townUsageProcedure }),
})

export type RegioneRouter = typeof regioneRouter
