/** A word, a "quoted name", a 'string', a $parameter, a number or a mark; in small letters unless quoted. */
interface Token {
  readonly kind: 'word' | 'name' | 'string' | 'parameter' | 'mark'
  readonly text: string
}

/** What a statement does against the rules for statements (`scale.md` 13 to 17 and 25, in short: each names its town for each table it touches). Empty when it keeps them. */
export function statementFaults(
  statement: string,
  parameters: readonly unknown[],
  town: string,
  townTables: ReadonlySet<string>,
): readonly string[] {
  const tokens = tokensOf(statement)
  return [
    ...forbidden(tokens),
    ...aliasesOf(tokens, townTables)
      .filter(({ alias, at }) => !isInsertTarget(tokens, at) && !hasTown(tokens, alias, town, parameters))
      .map(({ alias }) => `${alias} without its tenant_id = $n`),
    ...insertFaults(tokens, parameters, town, townTables),
  ]
}

function tokensOf(statement: string): readonly Token[] {
  const pattern =
    /"(?<name>(?:[^"]|"")*)"|'(?<string>(?:[^']|'')*)'|(?<parameter>\$\d+)|(?<word>[a-z_][a-z0-9_]*|\d+)|(?<mark>[^\s])/giy
  const tokens: Token[] = []
  const text = statement.replace(/--.*$/gm, '').trim()
  for (let rest = 0; rest < text.length; rest = pattern.lastIndex) {
    pattern.lastIndex = rest + (/^\s*/.exec(text.slice(rest))?.[0].length ?? 0)
    const groups = pattern.exec(text)?.groups
    if (groups === undefined) break
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined) ?? ['mark', '']
    tokens.push({ kind: kind as Token['kind'], text: kind === 'word' ? found.toLowerCase() : found })
  }
  return tokens
}

function forbidden(tokens: readonly Token[]): readonly string[] {
  const text = tokens.map((token) => (token.kind === 'string' ? "''" : token.text)).join(' ')
  const rules: readonly (readonly [RegExp, string])[] = [
    [/set_config|^set (?!local)/, 'sets something for longer than its transaction'],
    [/advisory/, 'locks by number: locks are rows'],
    [/^(merge|copy|truncate|listen|explain)\b/, 'is no statement for requests'],
    [
      /^insert into (\S+ )+\( [^()]*\) (overriding \w+ value )?\(? ?(select|with)\b/,
      'inserts what it selects',
    ],
    [/\bvalues\b.*\( select\b.*(\bon conflict\b|$)/, 'selects inside VALUES'],
    [/\bset (\S+ = [^=]*, )*tenant_id =/, 'assigns the tenant'],
  ]
  return rules.flatMap(([pattern, fault]) => (pattern.test(text) ? [fault] : []))
}

interface Alias {
  readonly table: string
  readonly alias: string
  readonly at: number
}

/** Tables of a town where one may stand: after FROM, JOIN, UPDATE, INTO, USING, or a comma of a FROM list; with the name they go by. */
function aliasesOf(tokens: readonly Token[], townTables: ReadonlySet<string>): readonly Alias[] {
  return tokens.flatMap((token, at) => {
    if (!(token.kind === 'name' || token.kind === 'word') || !townTables.has(token.text)) return []
    const isQualified = tokens[at - 1]?.text === '.'
    const before = tokens[isQualified ? at - 3 : at - 1]
    const stands = ['from', 'join', 'update', 'into', 'using', 'only', ','].includes(before?.text ?? '')
    if (!stands || tokens[at + 1]?.text === '.') return []
    const next = tokens[tokens[at + 1]?.text === 'as' ? at + 2 : at + 1]
    if (before?.text === ',' && !isInFromList(tokens, at)) return []
    return [{ table: token.text, alias: next?.kind === 'name' ? next.text : token.text, at }]
  })
}

function isInFromList(tokens: readonly Token[], at: number): boolean {
  let depth = 0
  for (let back = at - 1; back >= 0; back -= 1) {
    const { text, kind } = tokens[back] ?? { text: '', kind: 'mark' }
    if (text === ')' && kind === 'mark') depth += 1
    if (text === '(' && kind === 'mark') depth -= 1
    if (depth < 0) return false
    if (depth === 0 && kind === 'word' && /^(from|using|join)$/.test(text)) return true
    if (depth === 0 && kind === 'word' && /^(select|where|set|values|into|by|returning|on)$/.test(text))
      return false
  }
  return false
}

const isInsertTarget = (tokens: readonly Token[], at: number) =>
  tokens.slice(Math.max(0, at - 3), at).some(({ text }) => text === 'into')

/** Whether `alias.tenant_id = $n` holds for the whole statement: under no OR and no NOT, and the parameter is the town. */
function hasTown(
  tokens: readonly Token[],
  alias: string,
  town: string,
  parameters: readonly unknown[],
): boolean {
  return tokens.some((_token, at) => {
    const [table, dot, column, equals, parameter] = tokens.slice(at, at + 5)
    if (table?.text !== alias || dot?.text !== '.' || column?.text !== 'tenant_id' || equals?.text !== '=')
      return false
    if (parameter?.kind !== 'parameter' || parameters[Number(parameter.text.slice(1)) - 1] !== town)
      return false
    return !isOptional(tokens, at)
  })
}

/** Whether an OR stands beside the condition, or a NOT before it, in its own brackets or in any around them. */
function isOptional(tokens: readonly Token[], at: number): boolean {
  const clause =
    /^(where|on|select|from|having|group|order|limit|for|returning|join|inner|left|right|full|cross|set|values)$/
  const scan = (from: number, step: 1 | -1): boolean => {
    let depth = 0
    for (let index = from; index >= 0 && index < tokens.length; index += step) {
      const token = tokens[index]
      const opens = token?.kind === 'mark' && token.text === (step === 1 ? '(' : ')')
      const closes = token?.kind === 'mark' && token.text === (step === 1 ? ')' : '(')
      if (opens) depth += 1
      if (closes) depth -= 1
      if (depth < 0) depth = 0 // out of these brackets, into those around them
      if (depth > 0 || token?.kind !== 'word') continue
      if (token.text === 'or' || (token.text === 'not' && step === -1 && tokens[index + 1]?.text === '('))
        return true
      if (clause.test(token.text)) return false
    }
    return false
  }
  return scan(at - 1, -1) || scan(at + 5, 1)
}

/** An insert lists the tenant among its columns and gives the town for it in every row. */
function insertFaults(
  tokens: readonly Token[],
  parameters: readonly unknown[],
  town: string,
  townTables: ReadonlySet<string>,
): readonly string[] {
  const start = tokens.findIndex(({ text, kind }) => kind === 'word' && text === 'into')
  const table = tokens.slice(start + 1, start + 4).find(({ text }) => townTables.has(text))
  if (start === -1 || table === undefined) return []
  const open = tokens.findIndex(({ text }, at) => at > start && text === '(')
  const place = bracket(tokens, open).findIndex((value) => value.at(-1)?.text === 'tenant_id')
  if (place === -1) return [`${table.text} is inserted without tenant_id`]
  const values = tokens.findIndex(({ text, kind }) => kind === 'word' && text === 'values')
  for (let at = values + 1; tokens[at]?.text === '('; at += 1) {
    const row = bracket(tokens, at)
    const [given, ...more] = row[place] ?? []
    if (
      more.length > 0 ||
      given?.kind !== 'parameter' ||
      parameters[Number(given.text.slice(1)) - 1] !== town
    ) {
      return [`${table.text} is inserted for another town than the parameter names`]
    }
    at += row.flat().length + row.length + 1
    if (tokens[at]?.text !== ',') break
  }
  return []
}

/** The parts between the brackets that open here, split at its own commas. */
function bracket(tokens: readonly Token[], open: number): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  let depth = 1
  for (const token of tokens.slice(open + 1)) {
    if (token.kind === 'mark' && token.text === '(') depth += 1
    if (token.kind === 'mark' && token.text === ')') depth -= 1
    if (depth === 0) break
    if (depth === 1 && token.kind === 'mark' && token.text === ',') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}
