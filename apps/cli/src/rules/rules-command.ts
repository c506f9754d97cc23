import { parseArgs } from 'node:util'
import { explainRules } from '@officine/domain/rules/explain-rules'
import type { RulesSection } from '@officine/domain/rules/explain-rules'
import type { RulesLanguage } from '@officine/domain/rules/rules-words'
import type { TenantRules } from '@officine/domain/rules/tenant-rules'
import { romaMunicipioVRules } from '@officine/tenants/rules/roma-municipio-v'
import { towns } from '@officine/tenants/towns'
import type { Command } from '../main.ts'

const USAGE = 'Usage: officine rules explain TOWN [--lang it|en]'

/** Prints a town's rules in plain words, from the data that decides; the portal's page says the same. */
export const run: Command = async (args) => {
  const asked = findAsked(args)
  if (asked === undefined) return refuse(USAGE)
  const told = findTold(asked.town, asked.language)
  if (told === undefined) {
    const known = [...towns.map(({ rules }) => rules), ...proposed].map(({ tenant }) => tenant)
    return refuse(`TOWN: found ${JSON.stringify(asked.town)}, allowed ${[...new Set(known)].join(', ')}`)
  }
  process.stdout.write(asText(explainRules(told.rules, asked.language, told.poolNames)))
  return 0
}

/** Rules that can be read before their town has a portal. */
const proposed: readonly TenantRules[] = [romaMunicipioVRules]

interface Told {
  readonly rules: TenantRules
  readonly poolNames: Readonly<Record<string, string>>
}

function findTold(town: string, language: RulesLanguage): Told | undefined {
  const config = towns.find(({ id }) => id === town)
  if (config !== undefined) {
    const names = config.pools.map(({ slug, name }) => [slug, name[language]] as const)
    return { rules: config.rules, poolNames: Object.fromEntries(names) }
  }
  const rules = proposed.find(({ tenant }) => tenant === town)
  return rules === undefined ? undefined : { rules, poolNames: {} }
}

function findAsked(
  args: readonly string[],
): { readonly town: string; readonly language: RulesLanguage } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { lang: { type: 'string', default: 'it' } },
      allowPositionals: true,
    })
    const [act, town, ...others] = positionals
    const language = values.lang
    if (act !== 'explain' || town === undefined || others.length > 0) return undefined
    return language === 'it' || language === 'en' ? { town, language } : undefined
  } catch {
    // parseArgs throws on an option it does not know: the usage says which ones there are.
    return undefined
  }
}

function asText(sections: readonly RulesSection[]): string {
  const paragraphs = sections.map(({ title, sentences }) =>
    [title, ...sentences.map((one) => `  ${one}`)].join('\n'),
  )
  return `${paragraphs.join('\n\n')}\n`
}

function refuse(line: string): number {
  process.stderr.write(`${line}\n`)
  return 2
}
