import { isCountryCode } from './country-codes.ts'
import { pathOf, valueOf } from './json-reading.ts'
import type { JsonObject, JsonReading } from './json-reading.ts'
import { ANSWERS, GENDERS, STATUSES } from './participant-record.ts'
import type { AfterExit, AfterSixMonths, Answer, Episode, ParticipantRecord } from './participant-record.ts'

const ISCED_LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
const DEGURBA_CLASSES = [1, 2, 3] as const

const RECORD_FIELDS: ReadonlySet<string> = new Set([
  'operation',
  'person',
  'gender',
  'birthDate',
  'statusAtEntry',
  'unemployedSince',
  'inEducationAtEntry',
  'isced',
  'citizenship',
  'stateless',
  'foreignBackground',
  'minority',
  'disability',
  'homeless',
  'degurba',
  'episodes',
])
const EPISODE_FIELDS: ReadonlySet<string> = new Set(['entry', 'exit', 'afterExit', 'afterSixMonths'])
const AFTER_EXIT_FIELDS: ReadonlySet<string> = new Set([
  'eventOn',
  'status',
  'searching',
  'inEducation',
  'qualification',
])
const AFTER_SIX_MONTHS_FIELDS: ReadonlySet<string> = new Set(['observedOn', 'status', 'improved'])

/** One record of a participants file; faults go to `json`. A flag that is absent was not asked. */
export function readParticipantRecord(json: JsonReading, value: unknown, path: string): ParticipantRecord {
  const holder = json.object(value, path, RECORD_FIELDS)
  json.required(holder, 'episodes')
  return {
    operation: json.text(holder, 'operation'),
    person: json.text(holder, 'person'),
    gender: json.oneOf(holder, 'gender', GENDERS),
    birthDate: json.day(holder, 'birthDate'),
    statusAtEntry: readStatusAtEntry(json, holder),
    unemployedSince: json.day(holder, 'unemployedSince'),
    inEducationAtEntry: json.flag(holder, 'inEducationAtEntry'),
    isced: json.oneOf(holder, 'isced', ISCED_LEVELS),
    citizenship: json.list(holder, 'citizenship', readCountry),
    stateless: json.flag(holder, 'stateless') ?? false,
    foreignBackground: readAnswer(json, holder, 'foreignBackground'),
    minority: readAnswer(json, holder, 'minority'),
    disability: readAnswer(json, holder, 'disability'),
    homeless: readAnswer(json, holder, 'homeless'),
    degurba: json.oneOf(holder, 'degurba', DEGURBA_CLASSES),
    episodes: json.list(holder, 'episodes', readEpisode),
  }
}

/** A list of statuses is how sources that disagree arrive: unless it says one thing, rule R04 keeps the record out of the figures. */
function readStatusAtEntry(json: JsonReading, holder: JsonObject): ParticipantRecord['statusAtEntry'] {
  if (!Array.isArray(valueOf(holder, 'statusAtEntry'))) return json.oneOf(holder, 'statusAtEntry', STATUSES)

  const said = new Set(
    json.list(holder, 'statusAtEntry', (_, element, path) => {
      const status = STATUSES.find((candidate) => candidate === element)
      if (status === undefined) json.blame(path, `is none of ${STATUSES.join(', ')}`)
      return status ?? null
    }),
  )
  const [only = null] = said
  return said.size === 1 ? only : 'CONTRADICTORY'
}

function readAnswer(json: JsonReading, holder: JsonObject, field: string): Answer {
  return json.oneOf(holder, field, ANSWERS) ?? 'NOT_ASKED'
}

function readCountry(json: JsonReading, value: unknown, path: string): string {
  if (typeof value === 'string' && isCountryCode(value)) return value
  json.blame(path, 'is not a country in ISO 3166-1 alpha-2')
  return ''
}

function readEpisode(json: JsonReading, value: unknown, path: string): Episode {
  const holder = json.object(value, path, EPISODE_FIELDS)
  return {
    entry: json.requiredDay(holder, 'entry'),
    exit: json.day(holder, 'exit'),
    afterExit: valueOf(holder, 'afterExit') === null ? null : readAfterExit(json, holder),
    afterSixMonths: valueOf(holder, 'afterSixMonths') === null ? null : readAfterSixMonths(json, holder),
  }
}

function readAfterExit(json: JsonReading, episode: JsonObject): AfterExit {
  const holder = json.object(valueOf(episode, 'afterExit'), pathOf(episode, 'afterExit'), AFTER_EXIT_FIELDS)
  return {
    eventOn: json.requiredDay(holder, 'eventOn'),
    status: json.oneOf(holder, 'status', STATUSES),
    searching: json.flag(holder, 'searching') ?? false,
    inEducation: json.flag(holder, 'inEducation') ?? false,
    qualification: json.flag(holder, 'qualification') ?? false,
  }
}

function readAfterSixMonths(json: JsonReading, episode: JsonObject): AfterSixMonths {
  const holder = json.object(
    valueOf(episode, 'afterSixMonths'),
    pathOf(episode, 'afterSixMonths'),
    AFTER_SIX_MONTHS_FIELDS,
  )
  return {
    observedOn: json.requiredDay(holder, 'observedOn'),
    status: json.oneOf(holder, 'status', STATUSES),
    improved: json.flag(holder, 'improved') ?? false,
  }
}
