import { databaseAway } from '../answer-in-time.ts'

/** Pages that must stand without a town, a script or a style sheet. */
function plainPage(title: string, sentences: readonly string[]): string {
  const text = sentences.map((sentence) => `<p>${sentence}</p>`).join('')
  return `<!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1>${text}</main></body></html>`
}

/** For a host that is no town's. It names no town: who asks must not learn which exist. */
export const neutralPage = plainPage('Qui non c’è nessun portale', [
  'L’indirizzo non corrisponde a un’officina municipale. Controlla come è scritto, oppure chiedi al tuo Comune.',
  '<span lang="en">There is no portal at this address.</span>',
])

/** For the minutes in which the database does not answer. */
export const awayPage = plainPage('Torniamo tra poco', [
  'L’archivio non risponde in questo momento. Le prenotazioni fatte sono al sicuro: riprova tra un minuto.',
  '<span lang="en">The archive does not answer at the moment. Please try again in a minute.</span>',
])

/** The same for who calls a procedure, one or several in one request: as the router itself would say it. */
export const awayAnswer = {
  error: {
    message: databaseAway().message,
    code: -32603, // of JSON-RPC: a fault inside
    data: { code: 'SERVICE_UNAVAILABLE', httpStatus: 503 },
  },
}
