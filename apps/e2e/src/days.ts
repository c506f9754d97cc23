/** What the town's clock shows when the first journey begins: a Monday with no holiday near it, in a year of its own. */
export const morning = '2035-03-05T10:00'

/** The same moment on the visitor's own clock, which the screens ask only for what day it is. */
export const morningInstant = new Date('2035-03-05T10:00:00+01:00')

/** Half days of Allumiere's seats. Each journey has its own, so that none waits for a seat that another took. */
export const halfDays = {
  desk: afternoon('2035-03-05'),
  deskLater: afternoon('2035-03-08'),
  tabs: morningOf('2035-03-08'),
  english: morningOf('2035-03-09'),
  cap: [morningOf('2035-03-07'), afternoon('2035-03-07'), morningOf('2035-03-08')],
  overCap: afternoon('2035-03-08'),
  justTaken: morningOf('2035-03-12'),
  full: afternoon('2035-03-19'),
  manyCitizens: morningOf('2035-03-13'),
  underFire: [
    morningOf('2035-03-14'),
    afternoon('2035-03-14'),
    morningOf('2035-03-15'),
    afternoon('2035-03-15'),
  ],
  elsewhere: morningOf('2035-03-16'),
  crawledFull: morningOf('2035-03-19'),
  crawled: afternoon('2035-03-16'),
  shut: morningOf('2035-03-11'),
  word: afternoon('2035-03-12'),
  wordLater: afternoon('2035-03-13'),
  erased: afternoon('2035-03-07'),
  /** Tomorrow at nine, 23 hours ahead: a place that comes free is offered; the other is given. */
  offered: morningOf('2035-03-06'),
  given: afternoon('2035-03-09'),
  imported: afternoon('2035-03-16'),
  /** Of Municipio V's seats: no other journey goes there. */
  deskKeyboard: afternoon('2035-03-05'),
} as const

function morningOf(day: string) {
  return { day, from: '09:00', to: '14:00' } as const
}

function afternoon(day: string) {
  return { day, from: '14:00', to: '19:00' } as const
}
