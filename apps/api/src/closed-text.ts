import { changesOn } from '@officine/domain/booking/opening-hours'
import type { ChangeReason, OpeningChange, ShutBecause } from '@officine/domain/booking/opening-hours'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { Language } from '@officine/tenants/tenant-config'
import { periodText, spokenOf } from './local-text.ts'
import { textIn } from './town.ts'
import type { PoolOfTown, Town } from './town.ts'

const said = {
  it: {
    weekday: 'giorno di chiusura',
    holiday: 'giorno festivo',
    closed: (from: string, to: string, because: string) => `chiuso dalle ${from} alle ${to} (${because})`,
    hours: (period: string, because: string) => `orario ${period} (${because})`,
  },
  en: {
    weekday: 'closed on this weekday',
    holiday: 'public holiday',
    closed: (from: string, to: string, because: string) => `closed from ${from} to ${to} (${because})`,
    hours: (period: string, because: string) => `open ${period} (${because})`,
  },
} as const

/** Why nothing is given out on a day, in words: the closure's own reason, the patron saint by name. */
export function closedText({ config }: Town, day: LocalDay, shut: ShutBecause, language: Language): string {
  if (shut.because === 'closure') return reasonText(shut.change.because, language)
  if (shut.because === 'holiday' && day.slice(5) === config.patronSaint.day)
    return textIn(config.patronSaint.name, language)
  return said[spokenOf(language)][shut.because]
}

/** What is unusual about a day on which a pool is open all the same; undefined for a day like any other. */
export function noticeText(
  { changes }: Pick<PoolOfTown, 'changes'>,
  day: LocalDay,
  language: Language,
): string | undefined {
  const texts = changesOn(changes, day).map((change) => changeText(change, language))
  return texts.length === 0 ? undefined : texts.join('; ')
}

/** What a change says of each of its days. */
export function changeText({ kind, hours, because }: OpeningChange, language: Language): string {
  const reason = reasonText(because, language)
  const words = said[spokenOf(language)]
  if (hours === undefined) return reason
  const [from, to] = hours.map((time) => time.replace(/^0/, ''))
  return kind === 'closed'
    ? words.closed(`${from}`, `${to}`, reason)
    : words.hours(periodText(...hours), reason)
}

/** Why the town or its desk shut, in the reader's language or in Italian. */
export function reasonText(because: ChangeReason, language: Language): string {
  return because[language] ?? because.it
}
