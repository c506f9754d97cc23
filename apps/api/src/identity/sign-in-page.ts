export interface SignInPage {
  readonly title: string
  readonly sentences: readonly string[]
  readonly ways: readonly { readonly text: string; readonly path: string }[]
}

/** What a citizen reads when signing in did not end in the portal. Stands without script and style sheet. */
export function signInPage({ title, sentences, ways }: SignInPage, townName: string): string {
  const paragraphs = sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('')
  // Paragraphs, because without a style sheet the lines of a list are too near each other for a finger (WCAG 2.5.8).
  const links = ways
    .map(({ text, path }) => `<p><a href="${escaped(path)}">${escaped(text)}</a></p>`)
    .join('')
  return [
    '<!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)} · ${escaped(townName)}</title></head>`,
    `<body><main><p>${escaped(townName)}</p><h1>${escaped(title)}</h1>${paragraphs}${links}</main></body></html>`,
  ].join('')
}

/** Text as HTML, also inside a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
