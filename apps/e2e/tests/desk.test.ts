import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { bookSeat } from '../src/half-days.ts'
import { visitors } from '../src/visitor.ts'

const { port } = inject('stack')
const visit = visitors()

test('a booking made at the portal appears at the desk by itself, is checked in by its code, and the check-in is taken back with a reason', async () => {
  const { page } = await openDesk()
  const { code } = await bookSeat(await signIn(port, 'allumiere', 'student'), halfDays.desk)
  await page.getByText(/nuova prenotazione: Yasmine Haddad/).waitFor()
  await page
    .getByRole('button', { name: /^Yasmine Haddad/ })
    .first()
    .waitFor()

  const field = page.getByLabel('Codice, QR o cognome')
  await field.fill(code.toLowerCase().replace('-', ' '))
  await page.keyboard.press('Enter')
  await page.getByText(/Ingresso registrato alle/).waitFor()
  await page
    .getByRole('button', { name: /^Yasmine Haddad.*presente/ })
    .first()
    .waitFor()
  await field.fill(code)
  await page.keyboard.press('Enter')
  await page.getByText(/È già dentro dalle/).waitFor()

  await page
    .getByRole('button', { name: /^Yasmine Haddad/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla l’ingresso' }).click()
  const undo = page.getByRole('dialog', { name: 'Annulla l’ingresso' })
  await undo.getByRole('button', { name: 'Annulla l’ingresso' }).click()
  await undo.getByText(/almeno 5 caratteri: chi rilegge/).waitFor()
  await undo.getByLabel('Perché').fill('Persona sbagliata')
  await undo.getByRole('button', { name: 'Annulla l’ingresso' }).click()
  await page.getByText('Ingresso tolto. Il posto resta prenotato.').waitFor()
  await page
    .getByRole('button', { name: /^Yasmine Haddad.*atteso/ })
    .first()
    .waitFor()

  await field.fill('K7QM-3XWP')
  await page.keyboard.press('Enter')
  await page.getByText('Nessuna prenotazione con questo codice').waitFor()
})

test('who calls without a digital identity is registered and booked with the same rules; the booking is later cancelled with a reason', async () => {
  const { page } = await openDesk()
  await page.getByRole('link', { name: 'Nuova prenotazione' }).first().click()
  await page.getByRole('button', { name: 'Registra una persona nuova' }).click()
  await page.getByRole('button', { name: 'Registra', exact: true }).click()
  await page.getByRole('alert').getByText('Scrivi il nome.').waitFor()
  await page.getByLabel('Nome', { exact: true }).fill('Ortensia')
  await page.getByLabel('Cognome', { exact: true }).fill('Dell’Orto')
  await page.getByLabel('Telefono', { exact: true }).fill('0766 123456')
  await page.getByText(/Ho letto o consegnato l’informativa/).click()
  await page.getByRole('button', { name: 'Registra', exact: true }).click()
  await page.getByText('Ortensia Dell’Orto').first().waitFor()

  await page.getByText('È al telefono').click()
  await page.getByRole('radio', { name: /^lunedì 5 marzo/ }).click()
  await page.getByRole('radio', { name: /^14:00-19:00/ }).click()
  await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
  await page.getByRole('heading', { level: 1, name: 'Prenotato per Ortensia Dell’Orto' }).waitFor()
  await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor()
  await page.getByRole('link', { name: 'Torna a oggi' }).click()

  await page
    .getByRole('button', { name: /^Ortensia/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla la prenotazione' }).click()
  const cancel = page.getByRole('dialog', { name: 'Annulla la prenotazione' })
  await cancel.getByLabel('Perché').fill('Ha telefonato: non può venire')
  await cancel.getByRole('button', { name: 'Sì, annulla' }).click()
  await page
    .getByText(/Prenotazione annullata\./)
    .first()
    .waitFor()
  await expect.poll(() => page.getByRole('button', { name: /^Ortensia/ }).count()).toBe(0)
})

test('a record opens only for a reason that stays written, and a citizen reads why the desk cancelled', async () => {
  const citizen = await signIn(port, 'allumiere', 'pensioner-no-email')
  const { bookingId } = await bookSeat(citizen, halfDays.deskLater)
  const { page } = await openDesk()
  await page.getByRole('link', { name: 'Persone' }).click()
  await page.getByLabel('Nome o cognome').fill('Lombardi')
  await page.getByRole('button', { name: 'Cerca' }).click()
  await page.getByRole('link', { name: 'Apri la scheda Teresa Lombardi' }).click()

  await page.getByRole('heading', { level: 1, name: 'Perché apri questa scheda?' }).waitFor()
  expect(await page.getByRole('main').innerText()).not.toContain('0766')
  await page.getByRole('button', { name: 'Apri la scheda' }).click()
  await page.getByText(/almeno 5 caratteri: chi rilegge/).waitFor()
  await page.getByLabel('Motivo').fill('Chiede di spostare la prenotazione')
  await page.getByRole('button', { name: 'Apri la scheda' }).click()
  await page.getByRole('heading', { level: 1, name: 'Teresa Lombardi' }).waitFor()
  const openings = page.getByRole('table', { name: 'Chi ha aperto questa scheda' })
  expect(await openings.getByRole('row').allInnerTexts()).toContainEqual(
    expect.stringMatching(/Galli.*Chiede di spostare la prenotazione/s),
  )

  await page.getByRole('button', { name: /^Gestisci .*marzo/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla la prenotazione' }).click()
  const cancel = page.getByRole('dialog', { name: 'Annulla la prenotazione' })
  await cancel.getByLabel('Perché').fill('Chiusura per un guasto')
  await cancel.getByRole('button', { name: 'Sì, annulla' }).click()
  await page.getByText('Prenotazione annullata. Il posto è di nuovo libero.').waitFor()

  const { page: portal } = await visit({ persona: 'pensioner-no-email' })
  await portal.goto(`/prenotazioni/${bookingId}`)
  await portal.getByRole('heading', { level: 1, name: 'Prenotazione annullata' }).waitFor()
  await portal.getByText('Il motivo: Chiusura per un guasto').waitFor()
})

test.each([
  ['who is not signed in', undefined, 'Entra per lavorare al banco'],
  ['a citizen', 'freelancer', 'Questa pagina è di chi lavora al banco'],
  ['staff of another town', 'front-desk-pignataro-interamna', 'Questa pagina è di chi lavora al banco'],
])('the desk is closed to %s', async (_who, persona, words) => {
  const { page } = await visit(persona === undefined ? {} : { persona })
  await page.goto('/gestione/')
  await page.getByRole('heading', { level: 1, name: words }).waitFor()
})

async function openDesk(): Promise<{ readonly page: Page }> {
  const { page } = await visit({ persona: 'front-desk-allumiere' })
  await page.goto('/gestione/')
  await page.getByRole('heading', { level: 1, name: 'Oggi, lunedì 5 marzo' }).waitFor()
  return { page }
}
