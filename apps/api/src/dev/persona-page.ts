import { personas } from '@officine/tenants/personas'
import type { Persona } from '@officine/tenants/personas'
import { towns } from '@officine/tenants/towns'
import { escaped } from '../identity/sign-in-page.ts'

const style = `
body{font:1.125rem/1.6 system-ui,sans-serif;margin:0;color:#17324d;background:#fff}
main,header>p{max-width:46rem;margin:0 auto;padding:0 1rem}
header{background:#7a2e00;color:#fff;padding:.75rem 0;font-weight:600}
h1{font-size:1.75rem;margin:1.5rem 0 .25rem}h2{font-size:1.25rem;margin:2rem 0 .5rem}
ul{list-style:none;margin:0;padding:0}li{margin:0 0 .5rem}
button{font:inherit;width:100%;min-height:3rem;text-align:left;padding:.6rem 1rem;border:1px solid #5c6f82;border-radius:4px;background:#fff;color:inherit;cursor:pointer}
button:hover{background:#f5f5f0}button:focus-visible{outline:3px solid #7a2e00;outline-offset:2px}
button strong{display:block}button.quick{border-style:dashed;margin-top:.25rem;font-size:1rem}code{color:#455b71;white-space:nowrap}form.back button{width:auto;margin:1rem 0 3rem}`

/** The sign-in page of the development identity provider: the invented people, one button each. */
export function personaPage(action: string, returnsTo: string): string {
  const button = ({ slug, givenName, familyName, describes, staff }: Persona) =>
    `<li><button name="persona" value="${escaped(slug)}"><strong>${escaped(`${givenName} ${familyName}`)}</strong> ${escaped(describes)} <code>${escaped(slug)}</code></button>${staff === undefined ? '' : withoutPhone(slug)}</li>`
  // The whole way asks for the code of a phone, as in production; who only wants to look around has none.
  const withoutPhone = (slug: string) =>
    `<button name="persona-senza-telefono" value="${escaped(slug)}" class="quick">Senza il codice del telefono, solo qui in prova <code>${escaped(slug)}</code></button>`
  const group = (title: string, members: readonly Persona[]) =>
    `<h2>${escaped(title)}</h2><ul>${members.map(button).join('')}</ul>`
  return page(
    'Scegli chi sei',
    `<p>Per entrare in <strong>${escaped(returnsTo)}</strong> scegli una di queste persone inventate. Nessuna password, nessun dato vero.</p>
<form method="post" action="${escaped(action)}">
${group(
  'Cittadini',
  personas.filter(({ staff }) => staff === undefined),
)}
${towns
  .map(({ id, name }) =>
    group(
      `Personale di ${name}`,
      personas.filter(({ staff }) => staff?.town === id),
    ),
  )
  .join('')}
</form>
<form method="post" action="${escaped(action)}" class="back"><button name="annulla" value="1">Annulla e torna al portale</button></form>`,
  )
}

/** What is read when the page was left open too long, or opened by itself. */
export function expiredPage(): string {
  return page('Questa pagina è scaduta', '<p>Torna al portale e scegli di nuovo <strong>Accedi</strong>.</p>')
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · identità digitale di sviluppo</title><style>${style}</style></head>
<body><header><p>SVILUPPO: identità digitale di prova, non è SPID né CIE</p></header><main><h1>${escaped(title)}</h1>${content}</main></body></html>`
}
