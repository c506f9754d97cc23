import { englishWhoever } from './english-predicate.ts'
import { englishDate, englishDays, englishMoment, englishTime } from './english-time.ts'
import { enumerate } from './enumerate.ts'
import { englishNouns as nouns } from './rule-nouns.ts'
import type { Component, RulesWords } from './rules-words.ts'
import type { Cap } from './tenant-rules.ts'

/** The rules in plain English. */
export const englishWords: RulesWords = {
  title: {
    basis: 'Where these rules come from',
    together: 'Booking several services together',
    order: 'In which order places are given',
    draw: 'The draw',
    firstCome: 'Booking in order of arrival',
    limits: 'How much you can book',
    agreements: 'Agreements with organisations',
    waiting: 'The waiting list',
    absences: 'Cancelling and not turning up',
    review: 'Asking for a review',
  },
  poolTitle: (kind, id, isAlone) => (isAlone ? nouns[kind].title : `${nouns[kind].title} “${id}”`),
  whoever: englishWhoever,
  version: (version, from) => `This is version ${version}, in force from ${englishDate(from)}.`,
  act: (act, url) => `Adopted by: ${act}${url === undefined ? '' : ` (${url})`}.`,
  capacity: (kind, capacity) => {
    if (capacity === 0) return 'The service is closed for now.'
    if (kind === 'room') return 'The room is booked as a whole.'
    const [one, many] = nouns[kind].here
    return capacity === 1 ? `There is 1 ${one} in each slot.` : `There are ${capacity} ${many} in each slot.`
  },
  hours: ({ days, slots }) => {
    const [first] = slots
    const last = slots.at(-1)
    if (days.length === 0 || first === undefined || last === undefined)
      return 'Opening hours are not yet fixed.'
    if (slots.length > 3)
      return `Open ${englishDays(days)}, ${slots.length} slots from ${englishTime(first[0])} to ${englishTime(last[1])}.`
    const hours = slots.map(([from, to]) => `${englishTime(from)}–${englishTime(to)}`)
    return `Open ${englishDays(days)}, ${enumerate(hours, 'and')}.`
  },
  holidays: (own) =>
    own.length === 0
      ? 'There are no slots on national holidays.'
      : `There are no slots on national holidays, nor on ${own.map(englishDate).join(', ')}.`,
  eligible: (who) => (who === undefined ? 'Anyone can book.' : `Open to ${who}.`),
  reservedShare: (reserved, open) => {
    const first = reserved === 1 ? '1 place is reserved' : `${reserved} places are reserved`
    if (open === 0) return `${first}: all there are.`
    return `${first}; the other ${open === 1 ? 'one is' : `${open} are`} open to everybody.`
  },
  reserve: (size, who) => `${size === 1 ? '1 place is' : `${size} places are`} reserved for ${who}.`,
  released: (size, release) =>
    `If still free, ${size === 1 ? 'it opens' : 'they open'} to everybody ${englishMoment('from', release, 'slot')}.`,
  neverHeld: (size) =>
    size === 1
      ? 'If nobody entitled asks for it in the draw, it goes to the others at once.'
      : 'If nobody entitled asks for them in the draw, they go to the others at once.',
  neverReleased: (size) =>
    size === 1
      ? 'It stays reserved even if nobody asks for it.'
      : 'They stay reserved even if nobody asks for them.',
  oneReserveEach:
    'People entitled to several reserves take one reserved place only, counted so that as many entitled people as possible get in.',
  claiming:
    'Declaring a condition is a choice: it never puts anybody at a disadvantage, and those who do not declare one are treated like everybody else.',
  floor:
    'The reserve is a guaranteed minimum: entitled people who would get in anyway count towards it first.',
  onTop: (openFirst) =>
    openFirst === 1
      ? 'In the draw the first place goes to the best placed, whoever it is; the reserved places come on top of it.'
      : `In the draw the first ${openFirst} places follow the ranking alone; the reserved places come on top of them.`,
  group: ({ max, adjacency }) => {
    const near = { none: '', preferred: ', side by side if possible', required: ', side by side only' }
    return `You can book for a group of up to ${max}${near[adjacency]}: the group gets in whole, or waits.`
  },
  household: (together) =>
    together === 'all'
      ? 'Children of one family who are asked for together get in all together, or all wait.'
      : 'If there is no room for all the children of a family, as many as possible get in, the eldest first; the others head the waiting list.',
  buffer: (minutes) => `${minutes} minutes are left free between bookings, to set up and tidy.`,
  bundle: (required, addOn) => {
    const extra =
      addOn.length === 0
        ? ''
        : ` You can add ${components(addOn)} if there is room; without it the rest stays valid.`
    if (required.length === 1 && addOn.length > 0)
      return `With ${components(required)}, for the same slot, you can add ${components(addOn)} if there is room; without it the rest stays valid.`
    return `For one slot you can book together ${components(required)}: you get all of it or none.${extra}`
  },
  sameForAll: 'All requests stand on the same step: no group comes before another.',
  tier: (position, who) =>
    who === undefined ? 'Then come all the others.' : `${position === 1 ? 'First' : 'Then'} come ${who}.`,
  points: (value, who) => `${value === 1 ? '1 point goes' : `${value} points go`} to ${who}.`,
  maxPoints: (points) => `Points add up to ${points} at most.`,
  recentUse: (days) =>
    `All else equal, whoever used the service less in the last ${days} days comes first; not turning up without a reason counts as a use.`,
  recentUseListOnly: 'As there is no draw, recent use orders the waiting list and nothing else.',
  ticket: 'If that is equal too, the number drawn decides, the lowest first.',
  ticketUnit: (unit, scope) => {
    const who = unit === 'household' ? 'Each family has one number' : 'Each person has one number'
    const span = scope === 'perWindow' ? 'good for every slot of the period' : 'a new one for each slot'
    return `${who}, ${span}: asking more often does not raise the odds.`
  },
  ownOrder: 'This service has an order of its own.',
  window: ({ opens, closes, draw, horizon }) => {
    const anchor = horizon === 'nextIsoWeek' ? 'week' : 'month'
    const span = horizon === 'nextIsoWeek' ? 'a week' : 'a month'
    return `Requests for ${span} are collected ${englishMoment('from', opens, anchor)} ${englishMoment('until', closes, 'same')}; the draw takes place ${englishMoment('at', draw, 'same')}.`
  },
  speedIsNoMerit: 'Within this time it does not matter who asks first, only that the request comes in time.',
  randomness: (chain) =>
    `The numbers come from a public source of randomness (drand, chain ${chain.slice(0, 8)}…), named before its value exists: anybody can check the sum.`,
  fallback: (source) =>
    `If that source is silent for more than a day, the other source named beforehand is used (${source}); the draw is never repeated.`,
  noDraw: 'There is no draw: places go in order of arrival.',
  firstCome: ({ opens, closes }, anchor, { afterDraw, hasReserves }) => {
    const what = afterDraw ? 'Places left after the draw can be booked' : 'Places can be booked'
    const kept = hasReserves ? ', reserved places permitting' : ''
    return `${what} in order of arrival ${englishMoment('from', opens, anchor)} ${englishMoment('until', closes, 'slot')}${kept}.`
  },
  cap: ({ who, per, max, unit }, pools) => {
    const holder = { person: 'Each person', household: 'Each family', org: 'Each organisation' }[who]
    return `${holder} can have at most ${amount(max, unit)} ${capPeriod(per)} (${pools.join(', ')}).`
  },
  capsKeepRank:
    'Whoever has reached the limit cannot book more, but does not lose their place in the ranking.',
  agreement: ({ label, agreementUntil }) =>
    `“${label}”: agreement valid until ${englishDate(agreementUntil)}.`,
  ceiling: ({ label, ceiling = {}, spill }) => {
    const limits = ceilingParts(ceiling.concurrent, ceiling.perIsoWeek)
    const beyond =
      spill === 'asIndividual'
        ? 'beyond that its members take part as private people, after everybody else'
        : 'requests beyond that are refused'
    return `For “${label}” the limit is ${enumerate(limits, 'and')}; ${beyond}.`
  },
  waitingList: ({ max, autoConfirmUntilHours, offerReplyHours, stopHours, quiet }) => [
    `Whoever gets no place joins the waiting list, in the same order (at most ${max} requests a slot).`,
    `A place that comes free goes to the first on the list who can take it: until ${hours(autoConfirmUntilHours)} before the start it is confirmed by itself and can be cancelled freely.`,
    `After that it is offered: there ${offerReplyHours === 1 ? 'is 1 hour' : `are ${offerReplyHours} hours`} to reply, not counting ${englishTime(quiet[0])} to ${englishTime(quiet[1])}. Declining or not replying has no consequence.`,
    `In the last ${stopHours === 1 ? 'hour' : `${stopHours} hours`}, free places are taken by coming in person.`,
  ],
  absences: (rule) => [
    `The place is kept for ${rule.graceMinutes} minutes from the start.`,
    `You can cancel freely until ${hours(rule.lateCancelHours)} before, and later too if somebody else uses the place.`,
    `After ${rule.strikes} absences without a reason in ${rule.strikeDays} days, there is no booking ahead for ${rule.pauseDays} days; coming on the day is always possible if there is room.`,
    `A reason can be given within ${rule.excuseDays} days. There are no fines.`,
    'For people who need special protection a person decides, never the system.',
  ],
  review: ({ channel, days }) => [
    `Whoever disagrees with an outcome can ask for a review within ${days} days: ${channel}.`,
    'A person replies, with the reason for the decision and the data used.',
  ],
}

function components(parts: readonly Component[]): string {
  return enumerate(
    parts.map(({ units, kind }) => `${units} ${nouns[kind].places[units === 1 ? 0 : 1]}`),
    'and',
  )
}

function ceilingParts(concurrent: number | undefined, perWeek: number | undefined): readonly string[] {
  const places = (count: number) => (count === 1 ? '1 place' : `${count} places`)
  if (concurrent === undefined) return perWeek === undefined ? [] : [`${places(perWeek)} a week`]
  const inOneSlot = `${places(concurrent)} in one slot`
  return perWeek === undefined ? [inOneSlot] : [inOneSlot, `${perWeek} a week`]
}

function amount(max: number, unit: Cap['unit']): string {
  if (unit === 'minutes') return max % 60 === 0 ? hours(max / 60) : `${max} minutes`
  return max === 1 ? '1 slot' : `${max} slots`
}

function capPeriod(per: Cap['per']): string {
  return { day: 'a day', isoWeek: 'a week, Monday to Sunday', month: 'a month' }[per]
}

function hours(count: number): string {
  return count === 1 ? '1 hour' : `${count} hours`
}
