import type { Request } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { originOf } from '../src/stack.ts'
import { visitors } from '../src/visitor.ts'

const stack = inject('stack')
const visit = visitors()

// A telephone on a slow line in the hills: https://web.dev/articles/performance-budgets-101
const budget = { script: 150_000, stylesheet: 30_000 } as const

test('the first visit to the home fetches at most 150 kB of scripts and 30 kB of styles, and asks nobody but the town', async () => {
  const { page, context } = await visit()
  const finished: Request[] = []
  page.on('requestfinished', (request) => finished.push(request))
  // What every browser understands; brotli, where it is understood, is smaller still.
  await context.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' })
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).waitFor()

  const fetched = await Promise.all(
    finished
      .filter((request) => !request.url().startsWith('data:'))
      .map(async (request) => ({
        host: new URL(request.url()).origin,
        kind: request.resourceType(),
        encoding: (await request.response())?.headers()['content-encoding'],
        bytes: (await request.sizes()).responseBodySize,
      })),
  )
  const of = (kind: string) => fetched.filter((each) => each.kind === kind)
  const bytesOf = (kind: string) => of(kind).reduce((sum, { bytes }) => sum + bytes, 0)
  process.stdout.write(
    `first load: scripts ${bytesOf('script')} B in ${of('script').length}, styles ${bytesOf('stylesheet')} B, fonts ${bytesOf('font')} B, ${fetched.length} requests\n`,
  )
  for (const kind of ['script', 'stylesheet'] as const) {
    expect(of(kind).length, kind).toBeGreaterThan(0)
    expect(bytesOf(kind), kind).toBeLessThanOrEqual(budget[kind])
  }
  expect(new Set(of('script').map(({ encoding }) => encoding))).toEqual(new Set(['gzip']))
  expect(new Set(fetched.map(({ host }) => host))).toEqual(new Set([originOf(stack, 'allumiere')]))
})
