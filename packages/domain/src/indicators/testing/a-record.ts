import type { Episode, ParticipantRecord } from '../participant-record.ts'

/** A stay that is still open, unless told otherwise. */
export function anEpisode(given: Partial<Episode> = {}): Episode {
  return { entry: '2026-01-12', exit: null, afterExit: null, afterSixMonths: null, ...given }
}

/** A complete record: a woman of 36, employed, from Italy, living outside rural areas. */
export function aRecord(given: Partial<ParticipantRecord> = {}): ParticipantRecord {
  return {
    operation: 'OP1',
    person: 'p1',
    gender: 'F',
    birthDate: '1989-05-20',
    statusAtEntry: 'EMP',
    unemployedSince: null,
    inEducationAtEntry: false,
    isced: 3,
    citizenship: ['IT'],
    stateless: false,
    foreignBackground: 'N',
    minority: 'N',
    disability: 'N',
    homeless: 'N',
    degurba: 2,
    episodes: [anEpisode()],
    ...given,
  }
}
