import type { LocalDay } from '@officine/domain/rules/tenant-rules'

/** What every body of the city shares: a municipio has the codes of Rome. */
export const romeCodes = { istat: '058091', ipa: 'c_h501', cadastral: 'H501' }

export const romePatron = {
  day: '06-29',
  name: { it: 'Santi Pietro e Paolo, patroni', en: 'Saints Peter and Paul, patron saints' },
}

/** The patron saints, for as long as the workshops are funded to run. */
export const romeHolidays: readonly LocalDay[] = ['2026-06-29', '2027-06-29', '2028-06-29', '2029-06-29']
