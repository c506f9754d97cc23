import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { visitors } from '../src/visitor.ts'

const visit = visitors()

test('contacts and notice are asked once in each town, mistakes are told beside the field, and nothing is asked the second time', async () => {
  const { page } = await visit()
  await enter(page)
  await page.getByRole('heading', { level: 1, name: 'Prima di cominciare' }).waitFor()
  await page.getByText('Davide Ferri').first().waitFor()
  await page.getByText('Titolare dei dati: Comune di Allumiere').waitFor()

  const proceed = page.getByRole('button', { name: 'Ho letto, continua' })
  await proceed.click()
  const summary = page.getByRole('alert')
  await summary.getByText('Scrivi un’e-mail o un telefono: ne basta uno.').waitFor()
  const email = page.getByLabel('E-mail', { exact: true })
  await email.fill('davide@')
  await proceed.click()
  await page.getByText('L’e-mail non è completa').first().waitFor()
  expect(await email.inputValue()).toBe('davide@')
  expect(await email.getAttribute('aria-invalid')).toBe('true')
  await email.fill('davide.ferri@example.org')
  await proceed.click()
  await page.getByRole('heading', { level: 1, name: 'Ciao, Davide' }).waitFor()

  await page.getByRole('button', { name: 'Esci' }).click()
  await page.getByRole('link', { name: 'Accedi all’area personale' }).waitFor()
  await enter(page)
  await page.getByRole('heading', { level: 1, name: 'Ciao, Davide' }).waitFor()
  await page.getByRole('link', { name: 'Contatti', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Contatti' }).waitFor()
  expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe('davide.ferri@example.org')

  // Another town is another controller, with a notice of its own and nothing known of him.
  const elsewhere = await visit({ town: 'pignataro-interamna' })
  await enter(elsewhere.page)
  await elsewhere.page.getByText('Titolare dei dati: Comune di Pignataro Interamna').waitFor()
  expect(await elsewhere.page.getByLabel('E-mail', { exact: true }).inputValue()).toBe('')
})

test('who goes back from the identity provider is told so and is not signed in', async () => {
  const { page } = await visit()
  await page.goto('/area')
  await page.getByRole('link', { name: 'Accedi', exact: true }).click()
  await page.getByRole('button', { name: 'Annulla e torna al portale' }).click()
  await page.waitForURL(/allumiere\.localhost/)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('')
  await page.goto('/area')
  await page.getByRole('heading', { level: 1, name: 'Entra per vedere le tue prenotazioni' }).waitFor()
})

async function enter(page: Page): Promise<void> {
  await page.goto('/area')
  await page.getByRole('link', { name: 'Accedi', exact: true }).click()
  await page.getByRole('button', { name: 'Davide Ferri' }).click()
}
