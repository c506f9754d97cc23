import { parseArgs } from 'node:util'
import { explainRules } from '@officine/domain/rules/explain-rules'
import type { RulesSection } from '@officine/domain/rules/explain-rules'
import type { RulesLanguage } from '@officine/domain/rules/rules-words'
import { towns } from '@officine/tenants/towns'
import type { Command } from '../main.ts'

const USAGE = 'Usage: officine rules explain TOWN [--lang it|en]'

/** Prints a town's rules in plain words, from the data that decides; the portal's page says the same. */
export const run: Command = async (args) => {
  const asked = findAsked(args)
  if (asked === undefined) return refuse(USAGE)
  const told = towns.find(({ id }) => id === asked.town)
  if (told === undefined) {
    const known = towns.map(({ id }) => id)
    return refuse(`TOWN: found ${JSON.stringify(asked.town)}, allowed ${known.join(', ')}`)
  }
  const poolNames = Object.fromEntries(told.pools.map(({ slug, name }) => [slug, name[asked.language]]))
  process.stdout.write(asText(explainRules(told.rules, asked.language, poolNames)))
  return 0
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
