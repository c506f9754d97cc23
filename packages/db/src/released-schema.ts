/** The released tables as TypeScript sees them: aggregates, all that the Region can read. */
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  pgSchema,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'

const released = pgSchema('released')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull()
const count = (name: string) => bigint(name, { mode: 'number' }).notNull()
const kind = () => text('kind').$type<'seats' | 'room'>().notNull()

export const edition = released.table('edition', {
  name: text('name').primaryKey(),
  publishedAt: instant('published_at'),
  lastDay: date('last_day').notNull(),
  isSample: boolean('is_sample').notNull(),
})

export const releasedTown = released.table('town', {
  town: text('town').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').$type<'municipality' | 'municipio' | 'city'>().notNull(),
  municipio: integer('municipio'),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  seats: integer('seats').notNull(),
  rooms: integer('rooms').notNull(),
  firstDay: date('first_day'),
})

export const townQuarter = released.table('town_quarter', {
  quarter: text('quarter').notNull(),
  kind: kind(),
  town: text('town').notNull(),
  places: integer('places').notNull(),
  bookings: integer('bookings').notNull(),
  peoplePresent: integer('people_present').notNull(),
  minutesOffered: count('minutes_offered'),
  minutesBooked: count('minutes_booked'),
})

export const townWeek = released.table('town_week', {
  town: text('town').notNull(),
  kind: kind(),
  week: date('week').notNull(),
  bookings: integer('bookings').notNull(),
  peoplePresent: integer('people_present').notNull(),
  minutesOffered: count('minutes_offered'),
  minutesBooked: count('minutes_booked'),
})

export const townHour = released.table('town_hour', {
  town: text('town').notNull(),
  kind: kind(),
  quarter: text('quarter').notNull(),
  weekday: integer('weekday').notNull(),
  hour: integer('hour').notNull(),
  minutesOffered: count('minutes_offered'),
  minutesBooked: count('minutes_booked'),
})

export const regionQuarter = released.table('region_quarter', {
  kind: kind(),
  quarter: text('quarter').notNull(),
  towns: integer('towns').notNull(),
  places: integer('places').notNull(),
  bookings: count('bookings'),
  peoplePresent: count('people_present'),
  minutesOffered: count('minutes_offered'),
  minutesBooked: count('minutes_booked'),
})

export const regionWeek = released.table('region_week', {
  kind: kind(),
  week: date('week').notNull(),
  bookings: count('bookings'),
  peoplePresent: count('people_present'),
  minutesOffered: count('minutes_offered'),
  minutesBooked: count('minutes_booked'),
})

export const regionHour = released.table('region_hour', {
  kind: kind(),
  quarter: text('quarter').notNull(),
  weekday: integer('weekday').notNull(),
  hour: integer('hour').notNull(),
  minutesOffered: count('minutes_offered'),
  minutesBooked: count('minutes_booked'),
})

/** What a closed quarter of a town said before and says since. */
export const revision = released.table('revision', {
  town: text('town').notNull(),
  kind: kind(),
  quarter: text('quarter').notNull(),
  revisedAt: instant('revised_at'),
  cause: text('cause').$type<'counted-late' | 'counted-again'>().notNull(),
  note: text('note'),
  bookingsBefore: integer('bookings_before').notNull(),
  bookings: integer('bookings').notNull(),
  peoplePresentBefore: integer('people_present_before').notNull(),
  peoplePresent: integer('people_present').notNull(),
  minutesOfferedBefore: count('minutes_offered_before'),
  minutesOffered: count('minutes_offered'),
  minutesBookedBefore: count('minutes_booked_before'),
  minutesBooked: count('minutes_booked'),
})
