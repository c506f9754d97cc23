/** A part of a letter: it reads the same as plain text and as a page. */
export type LetterPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }

/** A letter as it is composed. The subject shows on locked telephones: it names no desk and no reason. */
export interface Letter {
  readonly language: 'it' | 'en'
  readonly subject: string
  readonly parts: readonly LetterPart[]
  readonly signature: readonly LetterPart[]
}

/** The letter as plain text. */
export function plainTextOf({ parts, signature }: Letter): string {
  return [...parts.map(plainPart), '-- \n' + signature.map(plainPart).join('\n')].join('\n\n') + '\n' // `-- ` begins a signature (RFC 3676)
}

function plainPart(part: LetterPart): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'facts':
      return part.rows.map(([label, value]) => `${label}: ${value}`).join('\n')
    case 'link':
      return `${part.label}:\n${part.url}`
  }
}

/** The letter as a page: no picture, no script, nothing fetched from anywhere. */
export function htmlOf({ language, subject, parts, signature }: Letter): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#17324d;background:#fff">
<div style="max-width:36em">
${parts.map(htmlPart).join('\n')}
<div style="margin-top:2em;border-top:1px solid #c5c7c9;padding-top:1em;font-size:14px">
${signature.map(htmlPart).join('\n')}
</div>
</div>
</body></html>
`
}

function htmlPart(part: LetterPart): string {
  switch (part.kind) {
    case 'text':
      return `<p>${escaped(part.text)}</p>`
    case 'facts': {
      const rows = part.rows.map(
        ([label, value]) =>
          `<tr><th scope="row" style="text-align:left;vertical-align:top;padding:4px 16px 4px 0">${escaped(label)}</th><td style="padding:4px 0">${escaped(value)}</td></tr>`,
      )
      return `<table style="border-collapse:collapse">${rows.join('')}</table>`
    }
    case 'link':
      return `<p><a href="${escaped(part.url)}">${escaped(part.label)}</a></p>`
  }
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
