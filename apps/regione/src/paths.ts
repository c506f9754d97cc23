/** The addresses of the pages as the router knows them. */
export const patterns = {
  overview: '/',
  towns: '/enti',
  town: '/enti/$town',
  method: '/metodo',
} as const

/** The addresses of the pages as a link needs them; the quarter lives in the address, so that a link shows what its sender saw. */
export const paths = {
  overview: (quarter?: string) => patterns.overview + query({ trimestre: quarter }),
  towns: (quarter?: string) => patterns.towns + query({ trimestre: quarter }),
  town: (town: string, quarter?: string) =>
    `/enti/${encodeURIComponent(town)}${query({ trimestre: quarter })}`,
  method: () => patterns.method,
  /** Answered by the API: the table of the towns as a file. */
  download: (quarter: string) => `/esporta/enti.csv${query({ trimestre: quarter })}`,
  /** Answered by the API: the browser leaves for the identity provider and comes back to `back`, signed in. */
  signIn: (back: string) => `/accedi${query({ ritorno: back })}`,
}

/** The quarter that an address names; one that is malformed is left out, and the last whole one is shown. */
export function readQuarter(
  search: Readonly<Record<string, unknown>>,
): `${number}-Q${1 | 2 | 3 | 4}` | undefined {
  const given = search['trimestre']
  return typeof given === 'string' && isQuarter(given) ? given : undefined
}

function isQuarter(text: string): text is `${number}-Q${1 | 2 | 3 | 4}` {
  return /^20\d\d-Q[1-4]$/.test(text)
}

function query(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
