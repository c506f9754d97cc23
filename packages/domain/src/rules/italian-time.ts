import { enumerate } from './enumerate.ts'
import type { Anchor } from './rules-words.ts'
import type { LocalTime, When } from './tenant-rules.ts'

const dayNames = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica']
const ordinals = [
  '',
  'primo',
  'secondo',
  'terzo',
  'quarto',
  'quinto',
  'sesto',
  'settimo',
  'ottavo',
  'nono',
  'decimo',
]

/** `9:00`, as a notice writes it. */
export function italianTime(time: LocalTime): string {
  return time.replace(/^0/, '')
}

/** `dal lunedì al venerdì`, or the days one by one. */
export function italianDays(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((left, right) => left - right)
  const first = sorted[0] ?? 1
  const last = sorted.at(-1) ?? first
  if (sorted.length > 2 && last - first === sorted.length - 1) {
    const to = last === 7 ? 'alla' : 'al'
    return `dal ${dayName(first)} ${to} ${dayName(last)}`
  }
  const each = sorted.map((day) => `${day === 7 ? 'la' : 'il'} ${dayName(day)}`)
  return enumerate(each, 'e')
}

/** `dalle 12:00 del giorno lavorativo precedente`, with the preposition that the sentence asks for. */
export function italianMoment(as: 'from' | 'until' | 'at', when: When, anchor: Anchor): string {
  if ('hoursBefore' in when) {
    const { hoursBefore } = when
    if (hoursBefore === 0)
      return {
        from: 'dall’inizio del turno',
        until: 'fino all’inizio del turno',
        at: 'all’inizio del turno',
      }[as]
    const span = `${hoursBefore === 1 ? '1 ora' : `${hoursBefore} ore`} prima dell’inizio del turno`
    return { from: `da ${span}`, until: `fino a ${span}`, at: span }[as]
  }
  const { businessDaysBefore, at } = when
  const atOne = at.startsWith('01:')
  const preposition = atOne
    ? { from: 'dall’', until: 'fino all’', at: 'all’' }[as]
    : { from: 'dalle ', until: 'fino alle ', at: 'alle ' }[as]
  return `${preposition}${italianTime(at)} ${businessDay(businessDaysBefore, anchor)}`
}

function businessDay(count: number, anchor: Anchor): string {
  if (count === 0) {
    return {
      slot: 'del giorno stesso',
      week: 'del lunedì di quella settimana',
      month: 'del primo giorno di quel mese',
      same: 'del giorno stesso',
    }[anchor]
  }
  const before = {
    slot: 'prima del turno',
    week: 'prima del lunedì di quella settimana',
    month: 'prima del primo giorno di quel mese',
    same: 'prima',
  }[anchor]
  if (count === 1) return `del giorno lavorativo ${before}`
  const ordinal = ordinals[count] ?? `${count}º`
  const article = /^(o|8|11º)/.test(ordinal) ? 'dell’' : 'del '
  return `${article}${ordinal} giorno lavorativo ${before}`
}

function dayName(day: number): string {
  return dayNames[day - 1] ?? String(day)
}

const months = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'

/** `1º gennaio 2027`. */
export function italianDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date) === 1 ? '1º' : Number(date)} ${months.split(' ')[Number(month) - 1] ?? month} ${year}`
}
