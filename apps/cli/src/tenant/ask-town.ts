import { cleanEmblem } from '@officine/tenants/clean-emblem'
import { compileTheme } from '@officine/tenants/compile-theme'
import type { ThemeNumbers } from '@officine/tenants/compile-theme'
import type { TownAnswers } from '@officine/tenants/draft/draft-town'
import type { Theme } from '@officine/tenants/tenant-config'
import type { Answers } from './answers.ts'
import {
  matching,
  numberUpTo,
  readHours,
  readKind,
  readPatron,
  readPool,
  readSite,
  readSlug,
} from './town-questions.ts'
import type { Reading } from './town-questions.ts'

const line = matching(/\S/, 'a text, not empty')

/** The answers that a town's file is drafted from; undefined when some are amiss, which `answers.faults` then tells. `emblem` is the drawing's own text. */
export async function askTown(
  answers: Answers,
  emblem: string | undefined,
): Promise<TownAnswers | undefined> {
  const id = await answers.one('slug', 'Slug, as in http://SLUG.localhost (it never changes)', readSlug)
  const name = await answers.one('name', 'Name of the town', line)
  const kind = await answers.maybe('kind', 'Municipio or city, if it is one of these', readKind)
  const istat = await answers.one(
    'istat',
    'ISTAT code, six digits',
    matching(/^\d{6}$/, 'six digits, zeros included'),
  )
  const ipa = await answers.one(
    'ipa',
    'IPA code, such as c_a210',
    matching(/^[a-z0-9_]{2,20}$/, 'the code of the IPA directory, such as c_a210'),
  )
  // The IPA code of a municipality is its cadastral code, with two signs before it.
  const derived = /^c_([a-z]\d{3})$/.exec(ipa ?? '')?.[1]?.toUpperCase()
  const readCadastral = matching(/^[A-Z]\d{3}$/, 'a capital letter and three digits, such as A210')
  const cadastral = derived ?? (await answers.one('cadastral', 'Cadastral code', readCadastral))
  const theme = await askTheme(answers)
  const site = await answers.one(
    'site',
    'Site: name|address|CAP|locality|province|latitude,longitude',
    readSite,
  )
  const hours = await answers.several('hours', 'Opening hours, such as "mon-fri 09:00-19:00"', readHours)
  const pools = await answers.several('pool', 'Places, such as seats:10', readPool)
  const patronSaint = await answers.one('patron', 'Patron saint, MM-DD|name', readPatron)
  const hosts = await answers.several('host', 'Host name in production, such as officina.comune.it', line)
  const url = await answers.maybe('url', 'Address of the institution’s site, https://…', line)
  const phone = await answers.maybe('phone', 'Telephone, +39…', line)
  const email = await answers.maybe('email', 'E-mail of the workshop', line)
  const drawing = readEmblem(answers, emblem)
  if (pools.length > 0 && hours.length === 0)
    answers.faults.push('--hours: missing; allowed: days and times, since places are booked within them')
  if (!id || !name || !istat || !ipa || !cadastral || !theme || !site || !patronSaint) return undefined
  if (answers.faults.length > 0) return undefined
  return {
    id,
    name,
    kind: kind ?? 'municipality',
    codes: { istat, ipa, cadastral },
    theme,
    site,
    hours,
    pools,
    patronSaint,
    hosts,
    ...(url !== undefined && { institutionUrl: url }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(drawing !== undefined && { emblem: drawing }),
  }
}

/** Three numbers, each with its flag, or one accent; at the terminal in one line, asked again until it can be read. */
async function askTheme(answers: Answers): Promise<Theme | undefined> {
  if (!answers.has('hue') && !answers.has('saturation') && !answers.has('brightness'))
    return answers.one(
      'accent',
      'Colour: #rrggbb, or hue saturation brightness (0-360 0-100 0-100)',
      readAccent,
    )
  const hue = await answers.one('hue', 'Hue, 0 to 360', numberUpTo(360))
  const saturation = await answers.one('saturation', 'Saturation, 0 to 100', numberUpTo(100))
  const brightness = await answers.one('brightness', 'Brightness, 0 to 100', numberUpTo(100))
  if (hue === undefined || saturation === undefined || brightness === undefined) return undefined
  const reading = themeOf({ hue, saturation, brightness })
  if (reading.ok) return reading.value
  answers.faults.push(`--brightness: found ${brightness}; allowed: ${reading.allowed}`)
  return undefined
}

function readAccent(text: string): Reading<Theme> {
  const accent = text.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(accent)) {
    return themeOf(accent)
  }
  const numbers = accent.split(/[\s,]+/).map(Number)
  const [hue = -1, saturation = -1, brightness = -1] = numbers
  const isColour = numbers.length === 3 && hue >= 0 && hue <= 360 && Math.max(saturation, brightness) <= 100
  if (!isColour || Math.min(saturation, brightness) < 0)
    return { ok: false, allowed: '#rrggbb, or three numbers: hue to 360, saturation and brightness to 100' }
  return themeOf({ hue, saturation, brightness })
}

function themeOf(wanted: ThemeNumbers | string): Reading<Theme> {
  const compiled = compileTheme(wanted)
  if (compiled.compiled) return { ok: true, value: compiled.theme }
  const { accent, contrast, readable } = compiled
  return {
    ok: false,
    allowed: `a colour of at least 7:1 on white; ${accent} has ${contrast.toFixed(2)}:1, and of the same hue ${readable.accent} (${readable.hue} ${readable.saturation} ${readable.brightness}) can be read`,
  }
}

function readEmblem(answers: Answers, file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  const cleaned = cleanEmblem(file)
  if (cleaned.clean) return cleaned.svg
  answers.faults.push(`--emblem: found ${cleaned.found}; allowed: plain shapes, up to 8,000 characters`)
  return undefined
}
