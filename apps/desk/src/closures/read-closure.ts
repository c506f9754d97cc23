import type { Messages } from '../messages/it.ts'
import { isDay } from '../paths.ts'
import { textOf } from '../text-of.ts'
import type { RouterInputs } from '../trpc.ts'

export type AskedClosure = Omit<RouterInputs['desk']['previewClosure'], 'language'>
export type ClosureErrors = Partial<Record<'fromDay' | 'toDay' | 'fromTime' | 'toTime' | 'because', string>>

const town = 'comune'

/** The value of a place in the form's list: the town, a site by its slug, a pool by its id. */
export const placeValue = {
  town,
  site: (slug: string) => `sede ${slug}`,
  pool: (poolId: string) => `risorsa ${poolId}`,
}

/** What the form asks for, or what is missing in it, field by field. */
export function readClosure(
  form: FormData,
  words: Messages['closures'],
): { readonly asked: AskedClosure } | { readonly errors: ClosureErrors } {
  const kind = textOf(form, 'tipo') === 'hours' ? 'hours' : 'closed'
  const [fromDay, toDay] = [textOf(form, 'da'), textOf(form, 'a') || textOf(form, 'da')]
  const needsHours = kind === 'hours' || textOf(form, 'giornata') === 'ore'
  const [fromTime, toTime] = [textOf(form, 'dalle'), textOf(form, 'alle')]
  const because = textOf(form, 'motivo')
  const inEnglish = textOf(form, 'motivo-en')
  const errors: ClosureErrors = {
    ...(!isDay(fromDay) && { fromDay: words.writeDay }),
    ...(!isDay(toDay) && { toDay: words.writeDay }),
    ...(needsHours && !isTime(fromTime) && { fromTime: words.writeTime }),
    ...(needsHours && !isTime(toTime) && { toTime: words.writeTime }),
    ...(because.length < 3 && { because: words.writeReason }),
  }
  if (Object.keys(errors).length > 0) return { errors }
  return {
    asked: {
      kind,
      ...placeOf(textOf(form, 'dove')),
      fromDay,
      toDay,
      ...(needsHours && isTime(fromTime) && isTime(toTime) && { hours: [fromTime, toTime] }),
      opensShutDays: kind === 'hours' && form.has('apre-chiusi'),
      reason: { it: because, ...(inEnglish.length >= 3 && { en: inEnglish }) },
    },
  }
}

function placeOf(value: string): Pick<AskedClosure, 'site' | 'poolId'> {
  const [what, id] = value.split(' ')
  if (id === undefined) return {}
  return what === 'sede' ? { site: id } : { poolId: id }
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
