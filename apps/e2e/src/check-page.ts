import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { widths } from './visitor.ts'

/** WCAG 2.2 level AA, which the law asks for, and what axe's authors hold to be good practice beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What is wrong with the page as it stands, at the width of a desk and of a small telephone; one line a fault. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const faults: string[] = []
  for (const width of [widths.desktop, widths.phone]) {
    await page.setViewportSize({ width, height: 800 })
    const results = await runAxe(page)
    const passed = results.passes.length
    if (passed === 0) faults.push(`${width}: axe looked at nothing`)
    for (const { id, help, nodes } of results.violations)
      faults.push(`${width}: ${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    const spill = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (spill > 0) faults.push(`${width}: the page is ${spill} px wider than the screen`)
  }
  await page.setViewportSize({ width: widths.desktop, height: 800 })
  return faults
}

async function runAxe(page: Page): Promise<AxeResults> {
  await page.evaluate(axe.source)
  return page.evaluate(
    (values) =>
      // The script just run leaves itself on the window, which no type knows.
      (window as unknown as { readonly axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    tags,
  )
}
