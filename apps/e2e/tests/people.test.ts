import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { halfDays } from '../src/days.ts'
import { visitors } from '../src/visitor.ts'

const visit = visitors()

test('who is registered twice at the counter is noticed, and the two records become one with a reason that stays written', async () => {
  const { page } = await visit({ persona: 'front-desk-allumiere' })
  await register(page)
  await page.getByText('Registrata: Amelia Tranquilli').waitFor()
  await register(page)
  await page.getByText('Forse la conosciamo già').waitFor()
  await page.getByRole('button', { name: 'È un’altra persona: registra' }).click()
  await page.getByText('Registrata: Amelia Tranquilli').waitFor()

  await page.getByLabel('Nome o cognome').fill('Tranquilli')
  await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  const found = page.getByRole('link', { name: /Apri la scheda/ })
  await expect.poll(() => found.count()).toBe(2)
  await found.first().click()
  await page.getByLabel('Motivo').fill('due schede con lo stesso telefono')
  await page.getByRole('button', { name: 'Apri la scheda' }).click()
  await page.getByRole('button', { name: 'È la stessa persona di…' }).click()
  await page.getByRole('button', { name: /^Metti accanto Amelia Tranquilli/ }).click()
  await page.getByLabel(/^Perché apri anche/).fill('ha mostrato la carta d’identità')
  await page.getByRole('button', { name: 'Metti accanto' }).click()
  await page.getByRole('button', { name: 'Unisci per sempre' }).click()
  await page.getByText('Le due schede sono una.').waitFor()

  await page.goto('/gestione/persone')
  await page.getByLabel('Nome o cognome').fill('Tranquilli')
  await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  await page.getByText('1 persona trovata').waitFor()
})

test('a list from another system is tried without a trace, imported row by row under the same rules, and only once', async () => {
  const { page } = await visit({ persona: 'manager-allumiere' })
  const { day } = halfDays.imported
  await page.goto('/gestione/importa')
  await page
    .getByLabel('Oppure incolla qui le righe')
    .fill(
      [
        'nome;cognome;telefono;risorsa;giorno;dalle;alle',
        `Bruno;Zanetti;0766 555001;Postazioni;${day};14:00;19:00`,
        'Carla;Zanetti;0766 555002;Postazioni;16/03/2035;14:00;19:00',
        `Dino;Zanetti;0766 555003;Piscina;${day};14:00;19:00`,
        `Elsa;Zanetti;0766 555004;Postazioni;${day};10:00;12:00`,
      ].join('\r\n'),
    )
  await page.getByRole('button', { name: 'Prova, senza scrivere niente' }).click()
  await page.getByText('1 prenotazione, 0 già importate, 3 no.').waitFor()
  await page.getByText('giorno: è una data come la salva Excel').waitFor()
  await page.getByText('risorsa: qui non c’è').waitFor()
  await page.getByText('Si prenota a orari interi').waitFor()

  await page.getByRole('button', { name: 'Importa', exact: true }).click()
  await page.getByText('Prima dai l’informativa').first().waitFor()
  await page.getByRole('checkbox', { name: /^Ho letto o consegnato l’informativa/ }).check()
  await page.getByRole('button', { name: 'Importa', exact: true }).click()
  await page.getByText(/prenotata, codice/).waitFor()
  await page.getByRole('button', { name: 'Prova, senza scrivere niente' }).click()
  await page.getByText('0 prenotazioni, 1 già importate, 3 no.').waitFor()
})

/** Registers a person at the counter; the answer is for the caller to read. */
async function register(page: Page): Promise<void> {
  await page.goto('/gestione/persone')
  await page.getByRole('button', { name: 'Registra una persona nuova' }).click()
  await page.getByLabel('Nome', { exact: true }).fill('Amelia')
  await page.getByLabel('Cognome', { exact: true }).fill('Tranquilli')
  await page.getByLabel('Telefono', { exact: true }).fill('0766 999001')
  await page.getByText(/Ho letto o consegnato l’informativa/).click()
  await page.getByRole('button', { name: 'Registra', exact: true }).click()
}
