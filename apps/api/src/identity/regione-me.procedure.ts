import { regioneOpenProcedure } from '../regione-procedures.ts'

/** Who the dashboard is being shown to. */
export const regioneMeProcedure = regioneOpenProcedure.query(({ ctx: { officer, isDevelopment } }) =>
  officer === undefined
    ? ({ signedIn: false, isDevelopment } as const)
    : ({
        signedIn: true,
        isDevelopment,
        givenName: officer.givenName,
        familyName: officer.familyName,
      } as const),
)
