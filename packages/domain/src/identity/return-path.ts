const anOrigin = 'https://town.invalid'

/**
 * Where to go back to after signing in: a path of the town's own site, with its query; anything else is the home.
 * Browsers read `//evil`, `/\evil` and a path with tabs in it as another site, so the text is read the way they do.
 */
export function returnPath(text: unknown): string {
  if (typeof text !== 'string' || text.length > 500 || !text.startsWith('/')) return '/'
  const url = URL.parse(text, anOrigin)
  if (url === null || url.origin !== anOrigin) return '/'
  const path = `${url.pathname}${url.search}`
  // `/.//evil` is resolved to `//evil`, and signing in must not come back to itself.
  return path.startsWith('//') || /^\/accedi(\/|\?|$)/.test(path) ? '/' : path
}
