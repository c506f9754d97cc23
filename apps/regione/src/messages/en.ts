import type { Messages } from './it.ts'
import { counted } from '../words.ts'

const number = new Intl.NumberFormat('en-GB')
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

function monthOf(day: string): string {
  return months[Number(day.slice(5, 7)) - 1] ?? ''
}

export const messages: Messages = {
  number: (value) => number.format(value),
  weekday: (isoDay) => weekdays[isoDay - 1] ?? '',
  weekdayShort: (isoDay) => (weekdays[isoDay - 1] ?? '').slice(0, 3),
  month: monthOf,
  dayText: (day) => `${Number(day.slice(8))} ${monthOf(day)} ${day.slice(0, 4)}`,
  quarterText: (quarter) => {
    const first = (Number(quarter.at(-1)) - 1) * 3
    return `${months[first]}–${months[first + 2]} ${quarter.slice(0, 4)}`
  },
  shell: {
    skipToContent: 'Skip to content',
    skipToFooter: 'Skip to footer',
    menu: 'Menu',
    mainNav: 'Main',
    owner: 'Regione Lazio',
    ownerLabel: 'Regione Lazio, official site',
    brand: 'Officine Municipali',
    tagline: 'How Lazio is doing',
    overview: 'Overview',
    towns: 'Towns',
    method: 'Method',
    signOut: 'Sign out',
    sample: 'Sample data: people and bookings are invented.',
    offline: 'There is no network: what you see may be old.',
    promise: ['These pages show counts, never people.'],
    euFlag: 'Flag of the European Union',
    euStatement: ['Co-funded by', 'the European Union'],
    funders: ['PR Lazio ESF+ 2021-2027', 'Lazio Region', 'Italian Republic'],
    legal: 'Information',
  },
  signIn: {
    title: 'Sign in to see how the workshops are doing',
    text: 'The dashboard is for officers of the Region. Sign in with SPID or CIE.',
    action: 'Sign in',
  },
  faults: {
    loading: 'Reading the released figures…',
    title: 'Something did not work',
    text: 'The mistake is ours, not yours.',
    requestId: (id) => `If you write to us, quote this number: ${id}.`,
    retry: 'Try again',
    unreachable: 'The network does not answer',
    unreachableText: 'Check your connection and try again.',
    away: 'The archive does not answer',
    awayText: 'Try again in a minute.',
    notFound: 'There is nothing here',
    notFoundText: 'The address leads to no page and to no released town.',
    toOverview: 'Go to the overview',
  },
  overview: {
    title: 'How the workshops are doing',
    notYet: 'Nothing has been released yet',
    notYetText: 'The first figures come the day after a workshop is first used.',
    lead: (quarter, lastDay, isWhole) =>
      isWhole ? `${quarter}.` : `${quarter}, in progress: figures until ${lastDay}.`,
    final: 'These figures are final.',
    provisional: (closesOn) =>
      `These figures are provisional: towns may correct arrivals, and the quarter is closed on ${closesOn}.`,
    revised: (towns, lastOn) =>
      `Revised after it was closed for ${counted(towns, 'one town', '{} towns')}, last on ${lastOn}.`,
    revisedBecause: (notes) => `Reason: ${notes.join('; ')}.`,
    upTo: (lastDay, publishedOn) => `What is released reaches ${lastDay}; it was released on ${publishedOn}.`,
    late: (lastDay) =>
      `The release stands still at ${lastDay}: last night’s did not arrive. What you see is true until that day.`,
    quarter: 'Quarter',
    inProgress: (quarter) => `${quarter} (in progress)`,
    download: 'Download the data (CSV)',
    figures: 'The quarter in figures',
    present: 'Visits',
    occupancy: 'Places used',
    bookings: 'Bookings',
    places: 'Places',
    placesIn: (towns) => counted(towns, 'in one town', 'in {} towns'),
    occupancyMeans: 'of a hundred hours of places offered',
    bookingsMean: 'those cancelled later too',
    firstTime: 'there is no whole quarter to compare with',
    more: (now, before) => `▲ more than the quarter before: ${now} against ${before}`,
    fewer: (now, before) => `▼ fewer than the quarter before: ${now} against ${before}`,
    same: (before) => `● as the quarter before: ${before}`,
  },
  heat: {
    finding: (weekday, hour, percent) =>
      `The busiest time is ${weekday} at ${hour}: ${percent} places taken of a hundred`,
    empty: 'No place was taken in this quarter',
    means: (where) => `Places taken of a hundred, ${where}, by weekday and starting hour.`,
    everywhere: 'all towns together',
    here: 'in this town',
    caption: 'Places taken of a hundred, by weekday and hour',
    day: 'Day',
    shut: 'shut',
    key: 'Key: places taken of a hundred',
    steps: ['under 40', '40–54', '55–64', '65–79', '80 or more'],
  },
  trend: {
    up: (from, to) => `Visits rose from about ${from} to ${to} a week`,
    down: (from, to) => `Visits fell from about ${from} to ${to} a week`,
    steady: (around) => `Visits are steady, about ${around} a week`,
    dip: (least, around) => `Visits fall to ${least} a week, then come back to about ${around}`,
    short: 'It takes at least four whole weeks to say how it goes',
    means: 'Visits by week, whole weeks of the quarter.',
    described: (first, last, lowest, highest) =>
      `Visits by week: ${first} in the first, ${last} in the last; lowest ${lowest}, highest ${highest}.`,
    values: 'Read the values in a table',
    week: 'Week from',
  },
  map: {
    finding: (town, percent) => `${town} has ${percent}% of the visits`,
    only: (town) => `All visits are in ${town}`,
    empty: 'There was no visit in this quarter',
    means:
      'The area of each circle is proportional to the visits. The same values are in the table of the towns.',
    described: (list) => `Map of Lazio. Visits: ${list}.`,
    source: 'Outline of Lazio, without its islands: @svg-maps/italy by Victor Cazanave, CC BY 4.0.',
  },
  tiles: {
    finding: (active, started) =>
      `In Rome ${counted(active, 'one municipio has', '{} municipi have')} a workshop with places${
        started > 0 ? `; ${counted(started, 'one more is active', '{} more are active')} without` : ''
      }`,
    none: 'In Rome no municipio has a workshop with places yet',
    means:
      'The fifteen municipi, in order of number. Full: a workshop, with its visits. Border: active without places to book. Empty: not active yet.',
    notYet: 'not active yet',
    started: 'active',
    present: 'visits',
  },
  towns: {
    finding: (towns, least, most) =>
      least === most
        ? counted(
            towns,
            `One town uses ${most} places in a hundred`,
            `The {} towns use ${most} places in a hundred`,
          )
        : `The ${towns} towns use from ${least} to ${most} places in a hundred`,
    none: 'No town has used its places yet',
    pageTitle: 'The towns side by side',
    means: 'In order of visits. Places used: of a hundred hours of places offered, how many were taken.',
    town: 'Town',
    places: 'Places',
    present: 'Visits',
    before: 'Quarter before',
    bookings: 'Bookings',
    occupancy: 'Places used',
    total: 'Lazio',
    notUsed: 'not used',
    unknown: 'nothing to compare',
    all: (towns) => `See all ${towns} towns`,
    withoutPlaces: (names) => `Without places to book: ${names}.`,
  },
  town: {
    since: (day) => `In use since ${day}.`,
    unused: 'Nobody has used the places of this town yet.',
    kind: { seats: 'Desks', room: 'Rooms' },
    way: 'Where you are',
    quarters: (quarter, present) => `The quarter with the most visits is ${quarter}: ${present}`,
    quartersEmpty: 'Quarter by quarter',
    quartersMean: 'Quarter by quarter, since the start; the first and the last quarter may not be whole.',
  },
  method: {
    title: 'How these figures are made',
    sections: [
      {
        title: 'What we count',
        paragraphs: [
          'Only the use of public places: desks and rooms, what every town’s portal shows to anyone. Help desks, childcare and activities are left out: there a count tells of people.',
          'Visits: bookings whose person came. Somebody who comes three times counts three.',
          'Bookings: all that were made for days of the quarter, also those cancelled later. So nobody’s absence follows from the difference with the visits.',
          'Places used: of a hundred hours of places offered, how many were taken. Offered are the opening hours of the town’s calendar, without holidays and closures, times the number of places.',
        ],
      },
      {
        title: 'How they get here',
        paragraphs: [
          'Every night a program counts town by town: while it counts one it sees no other. It reads when a place was taken, never by whom.',
          'It writes sums by quarter, week, weekday and hour. The Region reads these sums and nothing else: in the database its access does not reach the rows of any town.',
          'It counts every night after four, until the day before. If a night is missed, the next one makes up for it; the overview always says which day it reaches.',
          'The last five weeks are counted again each time, because a visit that was recorded wrongly may be put right.',
          'Five weeks after its end a quarter is closed: from then on its figures no longer change by themselves. When a town is counted again or comes late, the date and the reason stand beside the figures, and what they said before is kept.',
        ],
      },
      {
        title: 'What is missing, and why',
        paragraphs: [
          'Absences, waiting times, equity and ESF+ indicators are about people: they will come behind a check that lets nobody be recognised, not even by subtraction.',
          'A quarter in progress is not compared with a whole one.',
        ],
      },
    ],
  },
}
