import { createHash } from 'node:crypto'
import { PurgeCSS } from 'purgecss'
import type { Plugin } from 'vite'

/**
 * Drops from a build's style sheets every rule whose names appear neither in this package nor in the sources of the
 * application (globs): the kit is 90 kB compressed, a page needs a fifth of it. The sheet is named after what is left.
 */
export function purgeTheme(sources: readonly string[]): Plugin {
  const own = decodeURIComponent(new URL('./src', import.meta.url).pathname)
  return {
    name: 'purge-theme',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const sheets = Object.values(bundle).filter(
        (file) => file.type === 'asset' && file.fileName.endsWith('.css'),
      )
      for (const sheet of sheets) {
        if (sheet.type !== 'asset') continue
        const [purged] = await new PurgeCSS().purge({
          content: [`${own}/**/*.tsx`, ...sources],
          css: [{ raw: String(sheet.source) }],
          variables: true,
          // Checkers of the model for municipal sites read the version; the towns' colours come from outside.
          safelist: { standard: [/^is-/], variables: ['--bootstrap-italia-version', /^--om-/, /^--accent/] },
        })
        if (!purged) continue
        // Its name was drawn before the purge, and browsers keep a name for a year: other rules need another name.
        const hash = createHash('sha256').update(purged.css).digest('hex').slice(0, 8)
        const fileName = sheet.fileName.replace(/[\w-]{8}\.css$/, `${hash}.css`)
        for (const page of Object.values(bundle)) {
          if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue
          page.source = String(page.source).replaceAll(sheet.fileName, fileName)
        }
        delete bundle[sheet.fileName]
        this.emitFile({ type: 'asset', fileName, source: purged.css })
      }
    },
  }
}
