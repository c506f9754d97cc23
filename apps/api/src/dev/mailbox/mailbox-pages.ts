import type { ReceivedMail } from './mailbox.ts'
import { escaped } from '../../identity/sign-in-page.ts'

const style = `
body{font:1.125rem/1.6 system-ui,sans-serif;margin:0;color:#17324d;background:#fff}
main,header>p{max-width:60rem;margin:0 auto;padding:0 1rem}
header{background:#7a2e00;color:#fff;padding:.75rem 0;font-weight:600}
h1{font-size:1.75rem;margin:1.5rem 0 .5rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid #c5c7c9;overflow-wrap:anywhere}
a{color:#0b4c8c}a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid #7a2e00;outline-offset:2px}
button,input{font:inherit;min-height:2.75rem;padding:.25rem 1rem;border:1px solid #5c6f82;border-radius:4px;background:#fff;color:inherit}
form{display:inline-block;margin:0 1rem 1rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:1rem/1.6 ui-monospace,monospace;background:#f5f6f7;padding:1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}`

const time = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** Every mail that has arrived, the latest first. */
export function listPage(
  mails: readonly ReceivedMail[],
  state: { readonly isListening: boolean; readonly to: string },
): string {
  const rows = mails.map(
    ({ id, receivedAt, to, email }) =>
      `<tr><td>${time.format(receivedAt)}</td><td>${escaped(to.join(', '))}</td><td><a href="/mails/${id}">${escaped(email.subject ?? '(senza oggetto)')}</a></td></tr>`,
  )
  const post = (action: string, label: string) =>
    `<form method="post" action="${action}"><button>${label}</button></form>`
  return page(
    'Posta di prova',
    `<p role="status">${
      state.isListening
        ? 'Il server di posta riceve.'
        : 'Il server di posta è spento: i messaggi aspettano e arrivano quando lo riaccendi.'
    }</p>
${state.isListening ? post('/server/stop', 'Spegni il server di posta') : post('/server/start', 'Accendi il server di posta')}
${post('/empty', 'Svuota la casella')}
<form method="get" action="/"><label>Destinatario <input name="to" value="${escaped(state.to)}"></label> <button>Cerca</button></form>
${
  rows.length === 0
    ? '<p>Nessun messaggio.</p>'
    : `<table><caption>${rows.length} messaggi, il più recente per primo</caption><thead><tr><th scope="col">Arrivato</th><th scope="col">A</th><th scope="col">Oggetto</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}`,
  )
}

/** One mail: its headers, its text with links to follow, its attachments. */
export function mailPage({ id, receivedAt, to, email }: ReceivedMail): string {
  const subject = email.subject ?? '(senza oggetto)'
  const facts: readonly (readonly [string, string])[] = [
    ['Da', `${email.from?.name ?? ''} <${email.from?.address ?? ''}>`],
    ['A', to.join(', ')],
    ['Arrivato', time.format(receivedAt)],
    ['Message-ID', email.messageId ?? ''],
  ]
  const attachments = email.attachments.map(
    ({ filename, mimeType }, at) =>
      `<li><a href="/mails/${id}/attachments/${at}">${escaped(filename ?? mimeType)}</a></li>`,
  )
  return page(
    subject,
    `<p><a href="/">Tutti i messaggi</a></p>
<dl>${facts.map(([label, value]) => `<dt>${label}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<h2>Testo</h2>
<pre>${linked(escaped(email.text ?? ''))}</pre>
<p><a href="/mails/${id}/html">Come pagina</a></p>
${attachments.length === 0 ? '' : `<h2>Allegati</h2><ul>${attachments.join('')}</ul>`}`,
  )
}

function linked(text: string): string {
  return text.replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>
<body><header><p>Sviluppo: nessuna di queste persone esiste, nessun messaggio è partito.</p></header><main><h1>${escaped(title)}</h1>${body}</main></body></html>`
}
