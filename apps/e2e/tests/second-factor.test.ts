import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { authenticatorCode } from '../src/authenticator.ts'
import { signIn } from '../src/citizen.ts'
import { officine } from '../src/stack.ts'
import { visitors } from '../src/visitor.ts'

const stack = inject('stack')
const visit = visitors()
const town = 'pignataro-interamna'
const manager = new RegExp(`^(?!Senza).*manager-${town}`)

/** How far the town's clock is from the machine's, which phones go by: a session ends eight hours after it began. */
let ahead = 0
beforeAll(async () => {
  const citizen = await signIn(stack.port, town, 'student')
  const me = await citizen.read('identity.me', undefined)
  if (!me.signedIn) throw new Error('The student is not signed in')
  ahead = Date.parse(me.sessionExpiresAt) - 8 * 3_600_000 - Date.now()
})
const townNow = () => new Date(Date.now() + ahead)

/** What the phone shows, so many codes from now: the town takes one to either side, each once. */
const shown = (secret: string, steps = 0) =>
  authenticatorCode(secret, new Date(townNow().getTime() + steps * 30_000))

async function enterThroughProvider(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: 'Accedi', exact: true }).click()
  await page.getByRole('button', { name: manager }).click()
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Esci' }).click()
  await page.getByRole('heading', { level: 1, name: 'Entra per lavorare al banco' }).waitFor()
}

async function giveCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByLabel(label).fill(code)
  await page.getByRole('button', { name: 'Continua' }).click()
}

test('a manager connects a phone, comes back with its codes, gets in without it, and takes a role away at once', async () => {
  const { page } = await visit({ town })
  await enterThroughProvider(page, '/gestione/personale')
  await page.getByRole('heading', { level: 1, name: 'Collega il tuo telefono' }).waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.getByRole('img', { name: 'QR da inquadrare con l’app dei codici' }).waitFor()
  const secret = await page.getByRole('definition').innerText()
  await page.getByLabel('Codice di 6 cifre').fill('12')
  await page.getByRole('button', { name: 'Collega il telefono' }).click()
  await page.getByText('Il codice del telefono ha 6 cifre: scrivile tutte.').waitFor()
  await page.getByLabel('Codice di 6 cifre').fill(shown(secret))
  await page.getByRole('button', { name: 'Collega il telefono' }).click()
  await page.getByRole('heading', { name: 'I tuoi codici di riserva' }).waitFor()
  const codes = await page.getByRole('main').getByRole('listitem').allInnerTexts()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: 'Li ho messi al sicuro, continua' }).click()
  await page.getByRole('heading', { level: 1, name: 'Personale' }).waitFor()

  await leave(page)
  await enterThroughProvider(page, '/gestione/personale')
  await page.getByRole('heading', { level: 1, name: 'Scrivi il codice del telefono' }).waitFor()
  await giveCode(page, 'Codice di 6 cifre', '000000')
  await page.getByText(/Il codice non è quello giusto\. Restano 4 tentativi/).waitFor()
  await giveCode(page, 'Codice di 6 cifre', shown(secret, 1))
  await page.getByRole('heading', { level: 1, name: 'Personale' }).waitFor()

  await leave(page)
  await enterThroughProvider(page, '/gestione/personale')
  await giveCode(page, 'Codice di 6 cifre', shown(secret))
  await page.getByText('Questo codice è già servito. Aspetta che l’app mostri il prossimo.').waitFor()
  await page.getByRole('button', { name: 'Non ho il telefono: uso un codice di riserva' }).click()
  await giveCode(page, 'Codice di riserva', codes[0]?.toLowerCase() ?? '')
  await page.getByText(/^Ne restano 9\./).waitFor()
  await page.getByRole('button', { name: 'Vai al lavoro' }).click()
  await page.getByRole('heading', { level: 1, name: 'Personale' }).waitFor()

  const { page: operator } = await visit({ town, persona: `operator-${town}` })
  await operator.goto('/gestione/persone')
  await operator.getByRole('heading', { level: 1, name: 'Persone' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: /^Togli il ruolo operatore, / }).click()
  const revoke = page.getByRole('dialog', { name: 'Togli il ruolo' })
  await revoke.getByRole('button', { name: 'Togli il ruolo' }).click()
  await revoke.getByText(/almeno 5 caratteri: chi rilegge/).waitFor()
  await revoke.getByLabel('Perché').fill('Ha cambiato ufficio')
  await revoke.getByRole('button', { name: 'Togli il ruolo' }).click()
  await page.getByText(/non ha più quel ruolo, ed è fuori da ogni schermo\.$/).waitFor()
  await page.getByRole('table', { name: 'Registro' }).getByText('Motivo: Ha cambiato ufficio').waitFor()
  await operator.reload()
  await operator.getByRole('heading', { level: 1, name: 'Entra per lavorare al banco' }).waitFor()

  await page.getByRole('button', { name: /^Togli il ruolo responsabile, / }).click()
  await revoke.getByLabel('Perché').fill('Vado via')
  await revoke.getByRole('button', { name: 'Togli il ruolo' }).click()
  await revoke.getByText(/È l’unico responsabile/).waitFor()
})

test('a code asked for in the middle of work keeps what was typed, and the deed goes on by itself', async () => {
  await signIn(stack.port, town, 'student') // so that the town knows her
  const { page } = await visit({ town })
  await page.goto('/gestione/personale')
  await page.getByRole('link', { name: 'Accedi', exact: true }).click()
  await page.getByRole('button', { name: new RegExp(`^Senza.*manager-${town}`) }).click()
  await page.getByRole('heading', { level: 1, name: 'Personale' }).waitFor()
  await page.getByRole('link', { name: 'Il tuo accesso' }).click()
  await page.getByRole('button', { name: /^Collega un (altro )?telefono$/ }).click()
  const secret = await page.getByRole('definition').innerText()
  await page.getByLabel('Codice di 6 cifre').fill(shown(secret))
  await page.getByRole('button', { name: 'Collega il telefono' }).click()
  await page.getByRole('button', { name: 'Li ho messi al sicuro, continua' }).click()

  await page.getByRole('link', { name: 'Personale' }).click()
  await page.getByLabel('Nome o cognome').fill('Haddad')
  await page.getByRole('button', { name: 'Cerca' }).click()
  await page.getByRole('button', { name: 'Scegli Yasmine Haddad' }).click()
  const before = townNow()
  await officine(stack, 'clock', 'advance', '11m')
  await page.getByRole('button', { name: 'Dai il ruolo', exact: true }).click()
  const asked = page.getByRole('dialog', { name: 'Serve il codice del telefono' })
  await asked.getByRole('button', { name: 'Adesso no' }).click()
  await page
    .getByRole('alert')
    .getByText(/quello che hai scritto è ancora qui/)
    .waitFor()
  await page.getByText('Ruolo per Yasmine Haddad').waitFor()
  await page.getByRole('button', { name: 'Dai il ruolo', exact: true }).click()
  await asked.getByLabel('Codice di 6 cifre').fill(shown(secret, 22)) // eleven minutes of codes
  await asked.getByRole('button', { name: 'Continua' }).click()
  await page.getByText(/^Fatto\. Yasmine Haddad trova il banco aperto/).waitFor()
  await officine(stack, 'clock', 'set', new Date(before.getTime()).toISOString())
  await page
    .getByRole('cell', { name: /sportello/ })
    .first()
    .waitFor()
})
