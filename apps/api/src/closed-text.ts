import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { textIn } from './town.ts'
import type { PoolOfTown, Town } from './town.ts'

const said = {
  it: { weekday: 'giorno di chiusura', holiday: 'giorno festivo' },
  en: { weekday: 'closed on this weekday', holiday: 'public holiday' },
} as const

/** Why a pool's site is shut on a day, in words: the closure's own reason, the patron saint by name. */
export function closedText(
  { config }: Town,
  pool: { readonly presentation: Pick<PoolOfTown['presentation'], 'site'> },
  day: LocalDay,
  because: 'weekday' | 'holiday' | 'closure',
  language: 'it' | 'en',
): string {
  if (because === 'closure') {
    const closure = config.closures.find(
      ({ from, to, site }) =>
        from <= day && day <= to && (site === undefined || site === pool.presentation.site),
    )
    if (closure !== undefined) return textIn(closure.because, language)
  }
  if (because === 'holiday' && day.slice(5) === config.patronSaint.day)
    return textIn(config.patronSaint.name, language)
  return because === 'weekday' ? said[language].weekday : said[language].holiday
}
