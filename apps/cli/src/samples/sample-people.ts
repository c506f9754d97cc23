/** Invented names; what people call themselves in Lazio today, combined at random so that none is anybody. */
const givenNames = [
  'Ada',
  'Amina',
  'Bruno',
  'Carla',
  'Dario',
  'Elif',
  'Fabio',
  'Giulia',
  'Ivan',
  'Livia',
  'Marco',
  'Nadia',
  'Omar',
  'Paola',
  'Rosa',
  'Sara',
  'Teo',
  'Vera',
]
const familyNames = [
  'Albano',
  'Bassi',
  'Carbone',
  'Diaz',
  'Esposito',
  'Ferri',
  'Gatti',
  'Haddad',
  'Leone',
  'Moretti',
  'Neri',
  'Popescu',
  'Riva',
  'Serra',
  'Testa',
  'Villa',
]

export interface SamplePerson {
  readonly givenName: string
  /** Labelled, so that nobody takes a sample for a citizen. */
  readonly familyName: string
  readonly bornOn: string
}

/** As many invented people as asked, from a seeded source of numbers in [0, 1). */
export function samplePeople(howMany: number, random: () => number): readonly SamplePerson[] {
  const pick = (names: readonly string[]) => names[Math.floor(random() * names.length)] ?? ''
  return Array.from({ length: howMany }, () => ({
    givenName: pick(givenNames),
    familyName: `${pick(familyNames)} (esempio)`,
    bornOn: `${1950 + Math.floor(random() * 55)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
  }))
}

/** Numbers in [0, 1) that are the same every time for a seed (mulberry32): two fresh clones show the same samples. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
