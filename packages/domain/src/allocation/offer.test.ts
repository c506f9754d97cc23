import { expect, test } from 'vitest'
import { someRules } from '../booking/booking-fixtures.ts'
import { instantOf, localDayOf, localTimeOf } from '../calendar/local-time.ts'
import { placeFreedAt } from './offer.ts'

test.each([
  ['the night with an hour more', '2026-10-24', '2026-10-25'],
  ['the night with an hour less', '2027-03-27', '2027-03-28'],
  ['any other night', '2026-11-24', '2026-11-25'],
])(
  'in %s the quiet hours end at eight on the clock, and the time to answer goes on from there',
  (_night, eve, day) => {
    const freed = placeFreedAt(instantOf(eve, '20:00'), instantOf(day, '16:00'), someRules().waitlist)
    if (freed.goes !== 'offered') throw new Error(`It goes ${freed.goes}`)
    // One of four hours before nine in the evening, three after eight in the morning.
    expect([localDayOf(freed.expiresAt), localTimeOf(freed.expiresAt)]).toEqual([day, '11:00'])
  },
)
