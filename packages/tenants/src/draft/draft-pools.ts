import type { LocalTime, PoolRules } from '@officine/domain/rules/tenant-rules'
import type { OpeningHours, PoolPresentation } from '../tenant-config.ts'

/** A kind of place and how many of it there are. */
export interface PoolAnswer {
  readonly kind: PoolRules['kind']
  readonly capacity: number
}

export interface DraftedPools {
  readonly pools: readonly PoolPresentation[]
  readonly rules: Readonly<Record<string, PoolRules>>
}

interface Words {
  readonly name: { readonly it: string; readonly en: string }
  readonly unit: string
  readonly description: { readonly it: string; readonly en: string }
}

export const poolWords: Readonly<Record<PoolRules['kind'], Words>> = {
  seats: {
    name: { it: 'Postazioni', en: 'Desks' },
    unit: 'Postazione',
    description: { it: 'Postazioni per lavorare o studiare.', en: 'Desks to work or study.' },
  },
  room: {
    name: { it: 'Sala riunioni', en: 'Meeting room' },
    unit: 'Sala',
    description: { it: 'Una sala per incontri e riunioni.', en: 'A room for meetings.' },
  },
  desk: {
    name: { it: 'Sportello', en: 'Help desk' },
    unit: 'Sportello',
    description: {
      it: 'Un operatore ti segue, su appuntamento.',
      en: 'An operator is yours, by appointment.',
    },
  },
  care: {
    name: { it: 'Spazio bimbi', en: 'Children’s space' },
    unit: 'Posto bimbi',
    description: { it: 'Un posto accanto alle postazioni.', en: 'A place beside the desks.' },
  },
  pet: {
    name: { it: 'Area per piccoli animali', en: 'Area for small pets' },
    unit: 'Posto animali',
    description: { it: 'Un posto per un piccolo animale.', en: 'A place for one small pet.' },
  },
  workshop: {
    name: { it: 'Laboratorio', en: 'Lab' },
    unit: 'Posto laboratorio',
    description: { it: 'Un laboratorio per bambini e ragazzi.', en: 'A lab for children and young people.' },
  },
  equipment: {
    name: { it: 'Computer portatili', en: 'Laptops' },
    unit: 'Portatile',
    description: {
      it: 'Un portatile in prestito mentre sei qui.',
      en: 'A laptop on loan while you are here.',
    },
  },
}

const seatsInARow = 5
/** A turn at a desk, and how many a day has. */
const turnMinutes = 30
const turnsADay = 8
/** A day longer than this is booked by halves. */
const longestWhole = 6 * 60

/** Pools of plain rules: open to all, in the periods of the first opening hours. Throws a RangeError on pools without hours. */
export function draftPools(
  answers: readonly PoolAnswer[],
  hours: OpeningHours | undefined,
  site: string,
): DraftedPools {
  if (answers.length === 0) return { pools: [], rules: {} }
  if (hours === undefined) throw new RangeError('Places without opening hours are never open')
  const slugs = answers.map(({ kind }, at) => {
    const before = answers.slice(0, at).filter((other) => other.kind === kind).length
    return before === 0 ? kind : `${kind}${before + 1}`
  })
  const drafted = answers.map((answer, at) => ({ ...answer, slug: slugs[at] ?? answer.kind }))
  return {
    pools: drafted.map(({ slug, kind, capacity }) => presented(slug, kind, capacity, site)),
    rules: Object.fromEntries(
      drafted.map(({ slug, kind, capacity }) => [slug, ruled(kind, capacity, hours)]),
    ),
  }
}

function presented(slug: string, kind: PoolRules['kind'], capacity: number, site: string): PoolPresentation {
  const { name, unit, description } = poolWords[kind]
  const number = slug.slice(kind.length)
  const numbered = (text: string) => (number === '' ? text : `${text} ${number}`)
  return {
    slug,
    site,
    name: { it: numbered(name.it), en: numbered(name.en) },
    description,
    equipment: { it: [], en: [] },
    // The last place is the one by the door: accessible, until somebody who has seen the room says which one is.
    units: Array.from({ length: capacity }, (_, at) => ({
      number: at + 1,
      label: `${unit} ${at + 1}`,
      isAccessible: kind !== 'seats' || at === capacity - 1,
      x: at % seatsInARow,
      y: Math.floor(at / seatsInARow),
    })),
  }
}

function ruled(kind: PoolRules['kind'], capacity: number, { days, periods }: OpeningHours): PoolRules {
  return {
    kind,
    capacity,
    open: { days, slots: slotsOf(kind, periods) },
    eligibility: { always: true },
    reserves: [],
    precedence: 'reserveFirst',
    ...(kind === 'seats' && { group: { max: 3, adjacency: 'none' } }),
  }
}

function slotsOf(kind: PoolRules['kind'], periods: OpeningHours['periods']): PoolRules['open']['slots'] {
  if (kind === 'room') return periods
  if (kind === 'desk') return periods.flatMap(turns).slice(0, turnsADay)
  return periods.flatMap(halves)
}

type Slot = readonly [LocalTime, LocalTime]

/** The period cut at the full hour nearest to its middle; a short one stays whole. */
function halves([from, to]: Slot): readonly Slot[] {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  if (end - start <= longestWhole) return [[from, to]]
  const middle = timeOf(Math.round((start + end) / 120) * 60)
  return [
    [from, middle],
    [middle, to],
  ]
}

function turns([from, to]: Slot): readonly Slot[] {
  const howMany = Math.floor((minutesOf(to) - minutesOf(from)) / turnMinutes)
  if (howMany === 0) return [[from, to]]
  return Array.from({ length: howMany }, (_, at) => {
    const start = minutesOf(from) + at * turnMinutes
    return [timeOf(start), timeOf(start + turnMinutes)]
  })
}

function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function timeOf(minutes: number): LocalTime {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as LocalTime // two digits on each side
}
