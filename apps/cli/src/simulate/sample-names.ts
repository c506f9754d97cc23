import type { Random } from './seeded-random.ts'

/** What people call themselves in Lazio today, combined at random so that none is anybody. */
const givenNames = [
  'Ada',
  'Amina',
  'Andrea',
  'Bruno',
  'Carla',
  'Chiara',
  'Dario',
  'Elif',
  'Emma',
  'Fabio',
  'Giulia',
  'Hana',
  'Ivan',
  'Ioana',
  'Livia',
  'Luca',
  'Marco',
  'Marta',
  'Nadia',
  'Omar',
  'Paola',
  'Pietro',
  'Rosa',
  'Samir',
  'Sara',
  'Stefano',
  'Teo',
  'Vera',
] as const
const familyNames = [
  'Albano',
  'Bassi',
  'Bianchi',
  'Carbone',
  'Conti',
  'Diaz',
  'Esposito',
  'Ferri',
  'Gatti',
  'Greco',
  'Haddad',
  'Kaur',
  'Leone',
  'Lombardi',
  'Moretti',
  'Neri',
  'Orlando',
  'Popescu',
  'Riva',
  'Russo',
  'Serra',
  'Silvestri',
  'Testa',
  'Villa',
  'Zhou',
] as const

/** Stands behind every invented family name, so that nobody takes a sample for a citizen. */
export const sampleMark = '(esempio)'

/** An invented name. */
export function sampleName(random: Random): { readonly givenName: string; readonly familyName: string } {
  return { givenName: random.pick(givenNames), familyName: `${random.pick(familyNames)} ${sampleMark}` }
}
