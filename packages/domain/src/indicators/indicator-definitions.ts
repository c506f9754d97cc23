import { addMonths } from './civil-day.ts'
import { isUnionMember } from './country-codes.ts'
import type { Participation } from './participation.ts'

/** One common indicator on persons: whether a participation counts towards it. */
export interface IndicatorDefinition<Code extends string = string> {
  readonly code: Code
  readonly name: string
  readonly counts: (participation: Participation) => boolean
}

/** Regulation (EU) 2021/1057, Annex I, points 1.1 and 1.2: persons, recorded at first entry. EECO18 and EECO19 count entities. */
export const OUTPUT_INDICATORS = [
  { code: 'EECO01', name: 'Total number of participants', counts: () => true },
  { code: 'EECO02', name: 'Unemployed, long-term included', counts: (p) => p.statusAtEntry === 'UNE' },
  { code: 'EECO03', name: 'Long-term unemployed', counts: isLongTermUnemployed },
  { code: 'EECO04', name: 'Inactive', counts: (p) => p.statusAtEntry === 'INA' },
  { code: 'EECO05', name: 'Employed, self-employed included', counts: (p) => p.statusAtEntry === 'EMP' },
  { code: 'EECO06', name: 'Children below 18 years', counts: (p) => p.ageAtEntry < 18 },
  {
    code: 'EECO07',
    name: 'Young people between 18 and 29 years',
    counts: (p) => p.ageAtEntry >= 18 && p.ageAtEntry <= 29,
  },
  { code: 'EECO08', name: 'Participants of 55 years and above', counts: (p) => p.ageAtEntry >= 55 },
  { code: 'EECO09', name: 'Lower secondary education or less', counts: (p) => p.isced <= 2 },
  {
    code: 'EECO10',
    name: 'Upper secondary or post-secondary education',
    counts: (p) => p.isced === 3 || p.isced === 4,
  },
  { code: 'EECO11', name: 'Tertiary education', counts: (p) => p.isced >= 5 },
  { code: 'EECO12', name: 'Participants with disabilities', counts: (p) => p.record.disability === 'Y' },
  { code: 'EECO13', name: 'Third-country nationals', counts: isThirdCountryNational },
  {
    code: 'EECO14',
    name: 'Participants with a foreign background',
    counts: (p) => p.record.foreignBackground === 'Y',
  },
  { code: 'EECO15', name: 'Minorities', counts: (p) => p.record.minority === 'Y' },
  {
    code: 'EECO16',
    name: 'Homeless or affected by housing exclusion',
    counts: (p) => p.record.homeless === 'Y',
  },
  { code: 'EECO17', name: 'Participants from rural areas', counts: (p) => p.record.degurba === 3 },
] as const satisfies readonly IndicatorDefinition[]

/** Regulation (EU) 2021/1057, Annex I, points 3 and 4: changes since entry; `afterExit` and `afterSixMonths` are already inside their windows. */
export const RESULT_INDICATORS = [
  {
    code: 'EECR01',
    name: 'Engaged in job searching upon leaving',
    counts: (p) => p.statusAtEntry === 'INA' && p.afterExit?.searching === true,
  },
  {
    code: 'EECR02',
    name: 'In education or training upon leaving',
    counts: (p) => p.record.inEducationAtEntry === false && p.afterExit?.inEducation === true,
  },
  {
    code: 'EECR03',
    name: 'Gaining a qualification upon leaving',
    counts: (p) => p.afterExit?.qualification === true,
  },
  {
    code: 'EECR04',
    name: 'In employment upon leaving',
    counts: (p) => p.statusAtEntry !== 'EMP' && p.afterExit?.status === 'EMP',
  },
  {
    code: 'EECR05',
    name: 'In employment six months after leaving',
    counts: (p) => p.statusAtEntry !== 'EMP' && p.afterSixMonths?.status === 'EMP',
  },
  {
    code: 'EECR06',
    name: 'Improved labour market situation six months after leaving',
    counts: (p) => p.statusAtEntry === 'EMP' && p.afterSixMonths?.improved === true,
  },
] as const satisfies readonly IndicatorDefinition[]

export type OutputCode = (typeof OUTPUT_INDICATORS)[number]['code']
export type ResultCode = (typeof RESULT_INDICATORS)[number]['code']
export type IndicatorCode = OutputCode | ResultCode

/** Every indicator on persons, in the order of its code. */
export const INDICATORS: readonly IndicatorDefinition<IndicatorCode>[] = [
  ...OUTPUT_INDICATORS,
  ...RESULT_INDICATORS,
]

/** Months that an unemployment must have exceeded to be long, by age at entry (data support Guidance, Annex C1). */
function isLongTermUnemployed(p: Participation): boolean {
  const since = p.record.unemployedSince
  if (p.statusAtEntry !== 'UNE' || since === null) return false
  return p.enteredOn > addMonths(since, p.ageAtEntry < 25 ? 6 : 12)
}

/** Regulation (EU) 2021/1057, art. 2: not a citizen of the Union, stateless included; one Union citizenship is enough not to be one. */
function isThirdCountryNational(p: Participation): boolean {
  const { citizenship, stateless } = p.record
  if (citizenship.some((country) => isUnionMember(country, p.enteredOn))) return false
  return stateless || citizenship.length > 0
}
