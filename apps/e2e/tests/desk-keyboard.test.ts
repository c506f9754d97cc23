import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { seatsOf, signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { bookSeat } from '../src/half-days.ts'
import { isFocused, tabTo } from '../src/keyboard.ts'
import { visitors } from '../src/visitor.ts'

const { port } = inject('stack')
const visit = visitors()
const town = 'roma-municipio-v'

test('the counter by keyboard alone: a mother with her child is booked and let in, another is moved, the mother leaves early, the list is printed', async () => {
  const mother = await signIn(port, town, 'load-1401')
  await mother.write('dependants.add', { kind: 'child', givenName: 'Sara', bornOn: '2030-05-01' })
  await bookSeat(await signIn(port, town, 'load-1402'), halfDays.deskKeyboard)

  const { page } = await visit({ town, persona: `front-desk-${town}` })
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', 'once')
  })
  await page.goto('/gestione/')
  await page.getByRole('heading', { level: 1, name: 'Oggi, lunedì 5 marzo' }).waitFor()
  const { keyboard } = page

  // A single key is text inside a field, and a command outside it.
  await tabTo(page, page.getByRole('button', { name: 'Registra l’ingresso' }).first())
  await keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Lavorare con la tastiera' })
  await help.getByText('apre «Chi c’è adesso»').waitFor()
  await help.getByText('apre «Posti fuori uso»').waitFor()
  await keyboard.press('Escape')

  await keyboard.press('n')
  await isFocused(page.getByLabel('Nome o cognome'))
  await keyboard.type('Carico 1401')
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Prenota Prova Carico 1401' }))
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('checkbox', { name: /^Spazio bimbi/ }))
  await keyboard.press('Space')
  await page.getByRole('complementary').getByText('Spazio bimbi per Sara').waitFor()
  await tabTo(page, page.getByRole('button', { name: 'Conferma la prenotazione' }).first())
  await keyboard.press('Enter')
  await isFocused(page.getByRole('heading', { level: 1, name: 'Prenotato per Prova Carico 1401' }))
  await tabTo(page, page.getByRole('button', { name: 'Registra l’ingresso adesso' }))
  await keyboard.press('Enter')
  await page.getByText(/^Ingresso registrato: Postazione/).waitFor()

  await tabTo(page, page.getByRole('link', { name: 'Torna a oggi' }))
  await keyboard.press('Enter')
  await openBooking(page, 'Prova Carico 1402')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Sposta' }))
  await keyboard.press('Enter')
  const move = page.getByRole('dialog', { name: 'Sposta' })
  await isFocused(move.getByLabel('In che giorno'))
  await dayAfter(page)
  await tabTo(page, move.getByRole('radio', { name: /^9:00-14:00/ }))
  await keyboard.press('Space')
  await tabTo(page, move.getByLabel('Perché'))
  await keyboard.type('Ha telefonato: oggi non può')
  await keyboard.press('Enter')
  await page.getByText(/^Spostata: martedì 6 marzo/).waitFor()
  await expect.poll(() => page.getByRole('button', { name: /^Prova Carico 1402/ }).count()).toBe(0)

  await openBooking(page, 'Prova Carico 1401')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Va via prima' }))
  await keyboard.press('Enter')
  await isFocused(page.getByRole('button', { name: 'Sì, libera il posto' }))
  await keyboard.press('Enter')
  await page.getByText(/^Posto liberato\./).waitFor()

  await tabTo(page, page.getByRole('button', { name: 'Stampa l’elenco' }))
  await keyboard.press('Enter')
  await page.locator('body[data-printed]').waitFor()
  await page.emulateMedia({ media: 'print' })
  const printed = await page.getByRole('table', { name: 'Postazioni' }).innerText()
  expect(printed).toMatch(/Prova Carico 1401.*per Sara/)
})

/** Opens somebody's booking from the timeline. */
async function openBooking(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: new RegExp(`^${name}`) }).first())
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name }).waitFor()
}

/** The day after in the date field that has the focus, whatever the order in which the browser writes days and months. */
async function dayAfter(page: Page): Promise<void> {
  const { keyboard } = page
  const value = () =>
    page.evaluate(() =>
      document.activeElement instanceof HTMLInputElement ? document.activeElement.value : '',
    )
  await keyboard.press('ArrowUp')
  if ((await value()) === '2035-03-06') return
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowUp')
  expect(await value()).toBe('2035-03-06')
}

test('who is in is still read when the network is away, with the age of the list, and a child’s notes open with a reason', async () => {
  const parent = await signIn(port, town, 'load-1403')
  const added = await parent.write('dependants.add', {
    kind: 'child',
    givenName: 'Ugo',
    bornOn: '2030-05-01',
    mayCollect: 'nonna Pia',
  })
  const desk = await signIn(port, town, `front-desk-${town}`)
  const [person] = await desk.write('desk.findPeople', { text: 'Carico 1403', language: 'it' })
  const asked = {
    poolId: await seatsOf(desk),
    day: '2035-03-05',
    from: '09:00',
    to: '14:00',
    language: 'it',
  } as const
  const care = (await desk.read('desk.companions', asked)).find(({ needsChild }) => needsChild)
  const answer = await desk.write('desk.bookFor', {
    ...asked,
    personId: person?.personId ?? '',
    channel: 'desk',
    withCompanions: [{ poolId: care?.poolId ?? '', dependantId: added?.added ? added.dependantId : '' }],
    idempotencyKey: crypto.randomUUID(),
  })
  if (!answer.booked) throw new Error(`Not booked: ${JSON.stringify(answer.refusal)}`)
  await desk.write('desk.checkIn', { bookingId: answer.booking.bookingId })

  const { page, context } = await visit({ town, persona: `front-desk-${town}` })
  await page.goto('/gestione/presenti')
  await page.getByRole('link', { name: 'Prova Carico 1403' }).waitFor()
  await page.getByText(/^Alle .*Si aggiorna da solo\.$/).waitFor()
  await page.getByRole('button', { name: 'Chi può ritirare Ugo' }).click()
  const dialog = page.getByRole('dialog', { name: 'Chi può ritirare Ugo' })
  expect(await dialog.innerText()).not.toContain('nonna Pia')
  await dialog.getByLabel('Motivo').fill('La nonna è qui per ritirarlo')
  await dialog.getByRole('button', { name: 'Apri' }).click()
  await dialog.getByText('nonna Pia').waitFor()
  await page.keyboard.press('Escape')

  await context.setOffline(true)
  await page.getByText(/^Non riceviamo novità: l’elenco è delle/).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Prova Carico 1403' }).waitFor()
  await context.setOffline(false)
  await page.getByText(/^Alle .*Si aggiorna da solo\.$/).waitFor({ timeout: 60_000 })
})
