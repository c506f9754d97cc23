import type { PoolRules } from './tenant-rules.ts'

/** What a service is called, its places among other services, and its places within its own section: one and many. */
export interface ServiceNouns {
  readonly title: string
  readonly places: readonly [string, string]
  readonly here: readonly [string, string]
}

type Nouns = Readonly<Record<PoolRules['kind'], ServiceNouns>>

export const italianNouns: Nouns = {
  seats: {
    title: 'Postazioni di lavoro',
    places: ['postazione', 'postazioni'],
    here: ['postazione', 'postazioni'],
  },
  room: { title: 'Sala', places: ['sala', 'sale'], here: ['sala', 'sale'] },
  care: {
    title: 'Spazio bambini',
    places: ['posto nello spazio bambini', 'posti nello spazio bambini'],
    here: ['posto', 'posti'],
  },
  pet: {
    title: 'Area animali',
    places: ['posto nell’area animali', 'posti nell’area animali'],
    here: ['posto', 'posti'],
  },
  workshop: {
    title: 'Laboratori',
    places: ['posto nel laboratorio', 'posti nel laboratorio'],
    here: ['posto', 'posti'],
  },
  desk: {
    title: 'Sportello',
    places: ['appuntamento', 'appuntamenti'],
    here: ['appuntamento', 'appuntamenti'],
  },
  equipment: {
    title: 'Computer portatili',
    places: ['computer portatile', 'computer portatili'],
    here: ['computer', 'computer'],
  },
}

export const englishNouns: Nouns = {
  seats: { title: 'Desks', places: ['desk', 'desks'], here: ['desk', 'desks'] },
  room: { title: 'Room', places: ['room', 'rooms'], here: ['room', 'rooms'] },
  care: {
    title: 'Children’s room',
    places: ['place in the children’s room', 'places in the children’s room'],
    here: ['place', 'places'],
  },
  pet: {
    title: 'Pet area',
    places: ['place in the pet area', 'places in the pet area'],
    here: ['place', 'places'],
  },
  workshop: {
    title: 'Workshops',
    places: ['place in the workshop', 'places in the workshop'],
    here: ['place', 'places'],
  },
  desk: {
    title: 'Help desk',
    places: ['appointment', 'appointments'],
    here: ['appointment', 'appointments'],
  },
  equipment: { title: 'Laptops', places: ['laptop', 'laptops'], here: ['laptop', 'laptops'] },
}
