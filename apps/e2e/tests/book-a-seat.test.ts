import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { visitors } from '../src/visitor.ts'

const visit = visitors()

test('who was never here books a day of their choice in six clicks, finds it in the personal area, and gives it back', async () => {
  const { page } = await visit()
  let clicks = 0
  const click = (what: Locator) => {
    clicks += 1
    return what.click()
  }

  await page.goto('/')
  await click(page.getByRole('link', { name: 'Prenota una postazione' }).first())
  await click(page.getByRole('radio', { name: 'martedì 6 marzo' }))
  await click(page.getByRole('link', { name: 'Accedi e vai al riepilogo' }))
  // The identity provider's own page, at another address.
  await click(page.getByRole('button', { name: 'Elena Marchetti' }))
  await click(page.getByRole('button', { name: 'Ho letto, continua' }))
  await page.getByRole('heading', { level: 1, name: 'Riepilogo' }).waitFor()
  await page.getByText('Martedì 6 marzo, 14:00-19:00').waitFor()
  await click(page.getByRole('button', { name: 'Conferma la prenotazione' }))
  await page.getByRole('heading', { level: 1, name: 'Posto confermato' }).waitFor()
  expect(clicks).toBeLessThanOrEqual(6)

  const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText()
  const drawn = page.getByRole('img', { name: `Codice QR della prenotazione ${code}` })
  expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.getByText('Ti aspettiamo, Elena.').waitFor()

  await page.getByRole('link', { name: 'Elena Marchetti' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ciao, Elena' }).waitFor()
  const next = page.getByRole('region', { name: 'Le prossime' })
  expect(await next.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining(code)])
  await next.getByRole('link', { name: 'Martedì 6 marzo, 14:00-19:00' }).click()

  await page.getByRole('button', { name: 'Annulla la prenotazione' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'No, la tengo' }).click()
  await page.getByRole('heading', { level: 1, name: 'Posto confermato' }).waitFor()
  await page.getByRole('button', { name: 'Annulla la prenotazione' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sì, annulla' }).click()
  await page.getByRole('heading', { level: 1, name: 'Prenotazione annullata' }).waitFor()
  expect(await page.getByRole('img', { name: /Codice QR/ }).count()).toBe(0)

  await page.getByRole('link', { name: 'Elena Marchetti' }).click()
  await next.getByText('Nessuna prenotazione').waitFor()
  const past = page.getByRole('region', { name: 'Le passate' })
  expect(await past.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('annullata')])
})
