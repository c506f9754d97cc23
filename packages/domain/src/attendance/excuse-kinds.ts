/**
 * Why somebody could not come, declared without a certificate: those that Italian health services take as documented excuses (ASUFC Friuli).
 * The list is fixed, so that nobody has to tell an office more than one word.
 */
export const excuseKinds = [
  'hospital',
  'birth',
  'bereavement',
  'illness',
  'accident',
  'transport-strike',
  'weather-alert',
] as const

export type ExcuseKind = (typeof excuseKinds)[number]
