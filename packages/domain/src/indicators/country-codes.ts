import type { CivilDay } from './civil-day.ts'

// ISO 3166-1 alpha-2, 249 codes; then UK and EL, the Union's own codes for GB and GR, and XK, its code for Kosovo.
const COUNTRY_CODES: ReadonlySet<string> = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
    'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
    'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
    'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
    'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW UK EL XK'
  ).split(' '),
)

interface Membership {
  readonly from: CivilDay
  readonly until?: CivilDay
}

const UNITED_KINGDOM: Membership = { from: '1973-01-01', until: '2020-01-31' }
const GREECE: Membership = { from: '1981-01-01' }

/** Member States of the Union, first and last day: a new accession or withdrawal is a line here, and old figures stay as they were. */
const UNION_MEMBERS: ReadonlyMap<string, Membership> = new Map([
  ['AT', { from: '1995-01-01' }],
  ['BE', { from: '1958-01-01' }],
  ['BG', { from: '2007-01-01' }],
  ['CY', { from: '2004-05-01' }],
  ['CZ', { from: '2004-05-01' }],
  ['DE', { from: '1958-01-01' }],
  ['DK', { from: '1973-01-01' }],
  ['EE', { from: '2004-05-01' }],
  ['EL', GREECE],
  ['ES', { from: '1986-01-01' }],
  ['FI', { from: '1995-01-01' }],
  ['FR', { from: '1958-01-01' }],
  ['GB', UNITED_KINGDOM],
  ['GR', GREECE],
  ['HR', { from: '2013-07-01' }],
  ['HU', { from: '2004-05-01' }],
  ['IE', { from: '1973-01-01' }],
  ['IT', { from: '1958-01-01' }],
  ['LT', { from: '2004-05-01' }],
  ['LU', { from: '1958-01-01' }],
  ['LV', { from: '2004-05-01' }],
  ['MT', { from: '2004-05-01' }],
  ['NL', { from: '1958-01-01' }],
  ['PL', { from: '2004-05-01' }],
  ['PT', { from: '1986-01-01' }],
  ['RO', { from: '2007-01-01' }],
  ['SE', { from: '1995-01-01' }],
  ['SI', { from: '2004-05-01' }],
  ['SK', { from: '2004-05-01' }],
  ['UK', UNITED_KINGDOM],
])

/** Whether the text is a country code we know, in capitals. */
export function isCountryCode(text: string): boolean {
  return COUNTRY_CODES.has(text)
}

/** Whether the country was a Member State of the Union on that day. */
export function isUnionMember(country: string, on: CivilDay): boolean {
  const membership = UNION_MEMBERS.get(country)
  if (membership === undefined || on < membership.from) return false
  return membership.until === undefined || on <= membership.until
}
