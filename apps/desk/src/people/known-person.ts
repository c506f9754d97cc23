import type { Outputs } from '../trpc.ts'

type OpenedRecord = Outputs['desk']['openRecord']

/** What an opened record says of its person, as its deeds change it. */
export type KnownPerson = OpenedRecord['person'] & Pick<OpenedRecord, 'wishes' | 'notice'>

export function nameOf({ givenName, familyName }: Pick<KnownPerson, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`
}
