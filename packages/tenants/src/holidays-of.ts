import { nationalHolidays } from '@officine/domain/calendar/national-holidays'
import { weekdayOf } from '@officine/domain/calendar/local-day'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { TenantConfig, Texts } from './tenant-config.ts'

export interface Holiday {
  readonly day: LocalDay
  readonly name: Texts
}

/** The town's public holidays in those years, in calendar order: the national ones and its patron saint. */
export function holidaysOf(
  town: Pick<TenantConfig, 'patronSaint'>,
  years: readonly number[],
): readonly Holiday[] {
  return [...years]
    .sort((one, other) => one - other)
    .flatMap((year) => {
      const national = nationalHolidays(year).map((day) => ({ day, name: nationalName(day) }))
      const patron = { day: `${year}-${town.patronSaint.day}`, name: town.patronSaint.name }
      // A patron saint on a national holiday adds no day: the nation's name is the one that everybody expects.
      if (national.some(({ day }) => day === patron.day)) return national
      return [...national, patron].sort((one, other) => (one.day < other.day ? -1 : 1))
    })
}

/** Why a site is shut on a day that its weekly hours would open: a holiday before a closure; `undefined` when neither. */
export function findReasonShut(
  town: Pick<TenantConfig, 'patronSaint' | 'closures'>,
  site: string,
  day: LocalDay,
): { readonly because: 'holiday' | 'closure'; readonly text: Texts } | undefined {
  const holiday = holidaysOf(town, [Number(day.slice(0, 4))]).find((each) => each.day === day)
  if (holiday !== undefined) return { because: 'holiday', text: holiday.name }
  const closure = town.closures.find(
    (each) => each.from <= day && day <= each.to && (each.site === undefined || each.site === site),
  )
  return closure && { because: 'closure', text: closure.because }
}

const fixedNames: Readonly<Record<string, Texts>> = {
  '01-01': { it: 'Capodanno', en: 'New Year’s Day' },
  '01-06': { it: 'Epifania', en: 'Epiphany' },
  '04-25': { it: 'Festa della Liberazione', en: 'Liberation Day' },
  '05-01': { it: 'Festa dei lavoratori', en: 'Labour Day' },
  '06-02': { it: 'Festa della Repubblica', en: 'Republic Day' },
  '08-15': { it: 'Ferragosto', en: 'Assumption Day' },
  '10-04': { it: 'San Francesco d’Assisi', en: 'Saint Francis of Assisi' },
  '11-01': { it: 'Ognissanti', en: 'All Saints’ Day' },
  '12-08': { it: 'Immacolata Concezione', en: 'Immaculate Conception' },
  '12-25': { it: 'Natale', en: 'Christmas Day' },
  '12-26': { it: 'Santo Stefano', en: 'Saint Stephen’s Day' },
}

function nationalName(day: LocalDay): Texts {
  const fixed = fixedNames[day.slice(5)]
  if (fixed !== undefined) return fixed
  // What is not on a fixed day is Easter's: a Sunday and the Monday after it.
  return weekdayOf(day) === 7
    ? { it: 'Pasqua', en: 'Easter Sunday' }
    : { it: 'Lunedì dell’Angelo', en: 'Easter Monday' }
}
