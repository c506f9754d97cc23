import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { purgeTheme } from '../purge-theme.ts'

/** Builds a page of one sheet, and answers the sheet's name and whether the page asks for it by that name. */
async function sheetOf(body: string) {
  const root = await mkdtemp(join(tmpdir(), 'purge-theme-'))
  try {
    await writeFile(join(root, 'kit.css'), '.one-of-two{color:red}.two-of-two{color:blue}')
    await writeFile(join(root, 'index.html'), `<link rel="stylesheet" href="./kit.css">${body}`)
    const answer = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: { write: false },
      plugins: [purgeTheme([`${root}/index.html`])],
    })
    const files = 'output' in answer ? answer.output : []
    const sheet = files.find(({ fileName }) => fileName.endsWith('.css'))?.fileName ?? 'none'
    const page = files.find(({ fileName }) => fileName === 'index.html')
    return { sheet, isAsked: page?.type === 'asset' && String(page.source).includes(sheet) }
  } finally {
    await rm(root, { recursive: true })
  }
}

test('a sheet with other rules has another name, and the page asks for it by that name', async () => {
  const one = await sheetOf('<p class="one-of-two">')
  const both = await sheetOf('<p class="one-of-two two-of-two">')
  expect(one.isAsked && both.isAsked).toBe(true)
  expect(both.sheet).not.toBe(one.sheet)
})
