import type { Locator, Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { patterns } from '../../regione/src/paths.ts'
import { faultsOf } from '../src/check-page.ts'
import { signIn } from '../src/citizen.ts'
import { originOf } from '../src/stack.ts'
import { visitors } from '../src/visitor.ts'

const stack = inject('stack')
const visit = visitors()
const regione = { town: 'regione', persona: 'regione-officer' } as const

/** The last quarter that was over when the sample year was loaded: on the machine's clock, whatever the installation's shows. */
const quarter = (() => {
  const { year, month } = Temporal.Now.plainDateISO('Europe/Rome').with({ day: 1 }).subtract({ months: 3 })
  return `${year}-Q${Math.ceil(month / 3)}`
})()
const at = (path: string) => `${path}?trimestre=${quarter}`

const looked = new Set<string>()
async function look(page: Page, landmark: string | RegExp): Promise<void> {
  await page.getByText(landmark).first().waitFor()
  expect(await faultsOf(page), page.url()).toEqual([])
  looked.add(new URL(page.url()).pathname)
}

/** The release comes by itself after the clock was moved; it counts nine years then, and the page asks again until it is there. */
async function released(page: Page): Promise<void> {
  await page.goto(at('/'))
  await page.getByText('I dati arrivano al 4 marzo 2035').waitFor({ timeout: 90_000 })
  await page
    .getByRole('heading', { level: 2, name: /^I 3 enti usano da \d+ a \d+ posti su cento$/ })
    .waitFor()
}

const numberIn = async (cell: Locator) => Number((await cell.innerText()).replaceAll(/\D/g, ''))

test('Municipio V, Allumiere and Pignataro stand side by side, their sum is the Region’s, and no page has a fault', async () => {
  const { page } = await visit(regione)
  await released(page)
  await look(page, 'Come vanno le officine')
  const table = page.getByRole('table').filter({ has: page.getByRole('row', { name: /^Lazio/ }) })
  const presentIn = async (name: RegExp) =>
    numberIn(table.getByRole('row', { name }).getByRole('cell').nth(1))
  const towns = await Promise.all([/^Roma Municipio V/, /^Allumiere/, /^Pignataro/].map(presentIn))
  for (const present of towns) expect(present).toBeGreaterThan(100)
  const sum = towns.reduce((all, one) => all + one, 0)
  expect(await presentIn(/^Lazio/)).toBe(sum)
  await page.getByText('Dati di esempio').first().waitFor()

  await page.goto(at('/enti'))
  await look(page, 'Gli enti, fianco a fianco')
  await page.getByRole('link', { name: 'Allumiere' }).click()
  await page.getByRole('heading', { level: 1, name: 'Allumiere' }).waitFor()
  await page
    .getByRole('heading', { name: /^Il trimestre con più presenze è/ })
    .first()
    .waitFor()
  await look(page, 'Postazioni')
  await page.goto('/metodo')
  await look(page, 'Che cosa contiamo')
  await page.goto('/enti/atlantide')
  await look(page, 'Qui non c’è nulla')

  const forgotten = Object.values(patterns).filter(
    (pattern) =>
      ![...looked].some((path) => new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}$`).test(path)),
  )
  expect(forgotten).toEqual([])
})

test('every drawing has its finding above it and its numbers in a table', async () => {
  const { page } = await visit(regione)
  await released(page)
  const heat = page.getByRole('table', { name: /per giorno e ora/ })
  const fullest = page.getByRole('heading', { name: /^Il momento più pieno è/ })
  const [, percent] = /: (\d+) posti presi/.exec(await fullest.innerText()) ?? []
  const cells = await heat.getByRole('cell').allInnerTexts()
  expect(Math.max(...cells.map(Number).filter(Number.isFinite))).toBe(Number(percent))

  // The map: each circle has its name and number printed, and the table of the towns the same.
  const map = page.getByRole('img', { name: /^Mappa del Lazio\. Presenze:/ })
  const described = (await map.getAttribute('aria-label')) ?? (await map.innerText())
  for (const name of ['Allumiere', 'Pignataro Interamna', 'Roma Municipio V']) {
    const row = page.getByRole('row', { name: new RegExp(`^${name}`) })
    const present = await row.getByRole('cell').nth(1).innerText()
    expect(described).toContain(`${name} ${present}`)
  }

  const trend = page.getByText('Leggi i valori in tabella').first()
  await trend.click()
  const weeks = page.getByRole('table').filter({ hasText: 'Settimana dal' })
  expect(await weeks.getByRole('row').count()).toBeGreaterThan(10)
})

test('with the keyboard alone: skip, choose another quarter, read the weeks, go to a town and back', async () => {
  const { page } = await visit(regione)
  await released(page)
  await page.keyboard.press('Tab')
  await isFocused(page.getByRole('link', { name: 'Vai ai contenuti' }))
  await page.keyboard.press('Enter')
  const field = page.getByLabel('Trimestre', { exact: true })
  await tabTo(page, field)
  const options = await field.locator('option').count()
  expect(options).toBeGreaterThan(3)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.url()).not.toContain(quarter)
  await page.goBack()
  await expect.poll(() => page.url()).toContain(quarter)
  await tabTo(page, page.getByText('Leggi i valori in tabella').first())
  await page.keyboard.press('Enter')
  await page.getByRole('table').filter({ hasText: 'Settimana dal' }).first().waitFor()
  await tabTo(page, page.getByRole('link', { name: 'Pignataro Interamna' }))
  await page.keyboard.press('Enter')
  await isFocused(page.getByRole('heading', { level: 1, name: 'Pignataro Interamna' }))
})

test('in English the same findings, and the page says so', async () => {
  const { page } = await visit(regione)
  await released(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'How the workshops are doing' }).waitFor()
  await page
    .getByRole('heading', { level: 2, name: /^The 3 towns use from \d+ to \d+ places in a hundred$/ })
    .waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await look(page, 'What is released reaches')
})

test('the table is taken away as a file with what is on the screen, marked as samples', async () => {
  const { page } = await visit(regione)
  await released(page)
  const present = await page
    .getByRole('row', { name: /^Allumiere/ })
    .getByRole('cell')
    .nth(1)
    .innerText()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Scarica i dati (CSV)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`enti-${quarter}.csv`)
  const file = await (await download.createReadStream()).toArray()
  const text = Buffer.concat(file as Buffer[]).toString()
  expect(text).toContain('DATI DI ESEMPIO')
  const row = text.split(/\r?\n/).find((line) => line.startsWith('Allumiere;'))
  expect(row?.split(';')).toContain(present.replaceAll('.', ''))
})

describe('whoever has no role at the Region stays outside', () => {
  test('a stranger reads how to sign in, and no figure', async () => {
    const { page } = await visit({ town: 'regione' })
    await page.goto(at('/'))
    await look(page, 'Entra per vedere come vanno le officine')
    expect(await page.getByRole('table').count()).toBe(0)
    await page.goto('/metodo')
    await page.getByText('Che cosa contiamo').waitFor()
    const answer = await page.request.get(
      `${originOf(stack, 'regione').replace('regione.localhost', '127.0.0.1')}/trpc/usage.overview`,
      {
        headers: { host: `regione.localhost:${stack.port}` },
      },
    )
    expect(answer.status()).toBe(401)
  })

  test('the manager of a town is told that they have no role, and a session of the town opens nothing', async () => {
    await expect(signIn(stack.port, 'regione', 'manager-allumiere')).rejects.toThrow('no role at the Region')
    const { page } = await visit({ town: 'regione' })
    await page.goto('/')
    await page.getByRole('link', { name: 'Accedi' }).click()
    await page.getByText('Scegli chi sei').first().waitFor()
    await page
      .getByRole('button', { name: /Allumiere/ })
      .first()
      .click()
    await look(page, 'Non hai un ruolo in Regione')
    await page.goto(at('/'))
    await page.getByText('Entra per vedere come vanno le officine').waitFor()

    const { cookie } = await signIn(stack.port, 'allumiere', 'manager-allumiere')
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: originOf(stack, 'regione') }])
    await page.reload()
    await page.getByText('Entra per vedere come vanno le officine').waitFor()
  })
})

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${String(wanted)}`)
}

async function isFocused(wanted: Locator): Promise<void> {
  await wanted.waitFor()
  await expect.poll(() => wanted.evaluate((element) => element === document.activeElement)).toBe(true)
}
