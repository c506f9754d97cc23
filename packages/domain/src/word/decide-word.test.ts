import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, localDayOf, localTimeOf } from '../calendar/local-time.ts'
import { commonWishes, decideWord } from './decide-word.ts'
import type { BookingTopic, WordFacts } from './decide-word.ts'
import { reminderAt, remindersOf } from './reminders.ts'

const startsAt = new Date('2026-11-23T08:00:00Z')
const before = (minutes: number) => new Date(startsAt.getTime() - minutes * 60_000)
const dayBefore = before(24 * 60)

interface Changes extends Partial<Omit<WordFacts, 'booking' | 'wants'>> {
  readonly booking?: Partial<WordFacts['booking']>
  readonly wants?: Partial<WordFacts['wants']>
}

function aWord(topic: BookingTopic, { booking, wants, ...rest }: Changes = {}): WordFacts {
  return {
    topic,
    runAt:
      topic === 'booking-reminder' || topic === 'booking-reminder-soon'
        ? reminderAt(topic, startsAt)
        : before(72 * 60),
    booking: {
      status: 'confirmed',
      startsAt,
      channel: 'web',
      offerExpiresAt: null,
      isCancelledByDesk: false,
      isSample: false,
      ...booking,
    },
    address: 'verified',
    hasPhone: true,
    wants: { ...commonWishes, ...wants },
    isEarlierWaiting: false,
    ...rest,
  }
}

describe('a word is sent', () => {
  test.each([
    ['when a place is booked', aWord('booking-confirmed'), before(72 * 60), 'whole'],
    ['days late, as long as the booking is to come', aWord('booking-confirmed'), before(1), 'whole'],
    ['when the booking is moved', aWord('booking-moved'), before(72 * 60), 'whole'],
    [
      'when it is cancelled',
      aWord('booking-cancelled', { booking: { status: 'cancelled' } }),
      before(60),
      'whole',
    ],
    [
      'when it is cancelled after it began: who is on the way must know',
      aWord('booking-cancelled', { booking: { status: 'cancelled' } }),
      before(-10),
      'whole',
    ],
    [
      'when the place is shut, also after it began',
      aWord('booking-closed-out', { booking: { status: 'cancelled' } }),
      before(-10),
      'whole',
    ],
    ['when what came along is shut', aWord('booking-reduced'), before(60), 'whole'],
    [
      'when nobody came, days later too',
      aWord('booking-no-show', { booking: { status: 'no-show' } }),
      before(-3 * 24 * 60),
      'whole',
    ],
    ['a day before', aWord('booking-reminder'), dayBefore, 'whole'],
    ['a day before, half an hour late at most', aWord('booking-reminder'), before(24 * 60 - 30), 'whole'],
    [
      'two hours before, to who asked',
      aWord('booking-reminder-soon', { wants: { twoHoursBefore: true } }),
      before(120),
      'whole',
    ],
    [
      'without name and code to an address nobody answered from',
      aWord('booking-confirmed', { address: 'unverified' }),
      before(72 * 60),
      'reduced',
    ],
    [
      'by mail to who prefers the telephone and has none',
      aWord('booking-confirmed', { wants: { prefersPhone: true }, hasPhone: false }),
      before(72 * 60),
      'whole',
    ],
  ] as const)('%s', (_when, facts, now, text) => {
    expect(decideWord(facts, now)).toEqual({ act: 'send', text })
  })
})

describe('a word is left unsaid', () => {
  test.each([
    ['about a booking that stands again', aWord('booking-cancelled'), before(60), 'not-active'],
    ['about a sample', aWord('booking-cancelled', { booking: { isSample: true } }), before(60), 'sample'],
    [
      'what came along is shut, when the booking itself is no more',
      aWord('booking-reduced', { booking: { status: 'cancelled' } }),
      before(60),
      'not-active',
    ],
    [
      'an absence, to who came late after all',
      aWord('booking-no-show', { booking: { status: 'checked-in' } }),
      before(-40),
      'not-active',
    ],
    [
      'an absence, to who has said why',
      aWord('booking-no-show', { booking: { status: 'no-show', isExcused: true } }),
      before(-40),
      'known-already',
    ],
    [
      'an absence of a sample',
      aWord('booking-no-show', { booking: { status: 'no-show', isSample: true } }),
      before(-40),
      'sample',
    ],
    ['a confirmation once the booking has begun', aWord('booking-confirmed'), startsAt, 'begun'],
    ['a reminder once the booking has begun', aWord('booking-reminder'), startsAt, 'begun'],
    [
      'a reminder of a cancelled booking',
      aWord('booking-reminder', { booking: { status: 'cancelled' } }),
      dayBefore,
      'not-active',
    ],
    [
      'a reminder to who is there already',
      aWord('booking-reminder-soon', { booking: { status: 'checked-in' }, wants: { twoHoursBefore: true } }),
      before(120),
      'not-active',
    ],
    [
      'a reminder of the hour before it was moved',
      aWord('booking-reminder', { runAt: before(48 * 60) }),
      before(48 * 60),
      'moved',
    ],
    ['a reminder more than half an hour late', aWord('booking-reminder'), before(24 * 60 - 31), 'late'],
    [
      'a reminder that nobody wants',
      aWord('booking-reminder', { wants: { dayBefore: false } }),
      dayBefore,
      'not-wanted',
    ],
    ['two hours before, to who did not ask', aWord('booking-reminder-soon'), before(120), 'not-wanted'],
    [
      'two hours before, when only a call could say it',
      aWord('booking-reminder-soon', { address: 'none', wants: { twoHoursBefore: true } }),
      before(120),
      'no-email',
    ],
    [
      'a booking made face to face, when only a call could say it',
      aWord('booking-confirmed', { address: 'none', booking: { channel: 'desk' } }),
      before(60),
      'known-already',
    ],
    [
      'their own cancellation, when only a call could say it',
      aWord('booking-cancelled', { address: 'none', booking: { status: 'cancelled' } }),
      before(60),
      'known-already',
    ],
  ] as const)('%s', (_when, facts, now, because) => {
    expect(decideWord(facts, now)).toEqual({ act: 'drop', because })
  })
})

describe('the desk calls', () => {
  const byDesk = { booking: { status: 'cancelled', isCancelledByDesk: true } } as const
  test.each([
    ['who has no address and booked alone', aWord('booking-confirmed', { address: 'none' }), 'no-email'],
    [
      'who has no address, when the town cancels',
      aWord('booking-cancelled', { ...byDesk, address: 'none' }),
      'no-email',
    ],
    ['who has no address, the day before', aWord('booking-reminder', { address: 'none' }), 'no-email'],
    ['who prefers it', aWord('booking-moved', { wants: { prefersPhone: true } }), 'prefers-phone'],
    [
      'who has no address and did not come',
      aWord('booking-no-show', { address: 'none', booking: { status: 'no-show' } }),
      'no-email',
    ],
    ['whose address refuses mail', aWord('booking-moved', { address: 'refused' }), 'address-refused'],
  ] as const)('%s', (_whom, facts, because) => {
    expect(decideWord(facts, dayBefore)).toEqual({ act: 'call', because })
  })
})

describe('a place that came free', () => {
  const offered = {
    booking: { status: 'offered', channel: 'desk', offerExpiresAt: before(20 * 60) },
  } as const
  const [early, atExpiry] = [before(20 * 60 + 1), before(20 * 60)]

  test.each([
    ['is offered by mail', aWord('place-offered', offered), early, { act: 'send', text: 'whole' }],
    [
      'is offered by telephone to an address that nobody has answered from',
      aWord('place-offered', { ...offered, address: 'unverified' }),
      early,
      { act: 'call', because: 'no-email' },
    ],
    [
      'is offered by telephone to who has no address, wherever they asked',
      aWord('place-offered', { ...offered, address: 'none' }),
      early,
      { act: 'call', because: 'no-email' },
    ],
    [
      'is no longer offered from the instant of expiry',
      aWord('place-offered', offered),
      atExpiry,
      { act: 'drop', because: 'late' },
    ],
    [
      'is not offered to who has answered',
      aWord('place-offered', { booking: { ...offered.booking, status: 'confirmed' } }),
      early,
      { act: 'drop', because: 'not-active' },
    ],
    [
      'is announced to who got it, also when they asked at the desk',
      aWord('place-given', { address: 'none', booking: { channel: 'desk' } }),
      early,
      { act: 'call', because: 'no-email' },
    ],
    [
      'is not announced once it was given back',
      aWord('place-given', { booking: { status: 'cancelled' } }),
      early,
      { act: 'drop', because: 'not-active' },
    ],
    [
      'is told to have gone on by mail',
      aWord('offer-expired', { booking: { status: 'cancelled' } }),
      early,
      { act: 'send', text: 'whole' },
    ],
    [
      'is told to have gone on by nobody on the telephone',
      aWord('offer-expired', { address: 'none', booking: { status: 'cancelled' } }),
      early,
      { act: 'drop', because: 'no-email' },
    ],
    [
      'is told to have gone on only before it begins',
      aWord('offer-expired', { booking: { status: 'cancelled' } }),
      startsAt,
      { act: 'drop', because: 'begun' },
    ],
  ] as const)('%s', (_what, facts, now, decision) => {
    expect(decideWord(facts, now)).toEqual(decision)
  })
})

test('what happened first is told first', () => {
  const cancelled = aWord('booking-cancelled', { isEarlierWaiting: true, booking: { status: 'cancelled' } })
  expect(decideWord(cancelled, before(60))).toEqual({ act: 'wait' })
})

describe('reminders', () => {
  test('are due a day and two hours before', () => {
    expect(remindersOf(startsAt, before(72 * 60))).toEqual([
      { topic: 'booking-reminder', at: dayBefore },
      { topic: 'booking-reminder-soon', at: before(120) },
    ])
  })

  test('whose moment has come are not made', () => {
    expect(remindersOf(startsAt, dayBefore).map(({ topic }) => topic)).toEqual(['booking-reminder-soon'])
    expect(remindersOf(startsAt, before(120))).toEqual([])
  })

  test.each([
    ['in spring', '2027-03-28', '2027-03-27', '09:00'],
    ['in autumn', '2026-10-25', '2026-10-24', '11:00'],
  ])('across the clock change %s come one day of hours before', (_when, day, eve, time) => {
    const [reminder] = remindersOf(instantOf(day, '10:00'), new Date(0))
    expect([localDayOf(reminder?.at ?? startsAt), localTimeOf(reminder?.at ?? startsAt)]).toEqual([eve, time])
  })

  test('are never sent after their grace, nor once the booking has begun, whatever the delay', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('booking-reminder' as const, 'booking-reminder-soon' as const),
        fc.integer({ min: 0, max: 3 * 24 * 60 }),
        (topic, delay) => {
          const facts = aWord(topic, { wants: { twoHoursBefore: true } })
          const now = new Date(facts.runAt.getTime() + delay * 60_000)
          const isSent = decideWord(facts, now).act === 'send'
          expect(isSent).toBe(delay <= 30 && now < startsAt)
        },
      ),
    )
  })
})
