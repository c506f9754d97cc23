import { readFile } from 'node:fs/promises'
import { expect, inject, test } from 'vitest'
import { signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { bookSeat } from '../src/half-days.ts'
import { visitors } from '../src/visitor.ts'

const { port } = inject('stack')
const visit = visitors()

test('a citizen takes their data away, reads who opened their record and why, and erases themselves for good', async () => {
  const citizen = await signIn(port, 'allumiere', 'load-1131')
  const { code } = await bookSeat(citizen, halfDays.erased)
  const desk = await signIn(port, 'allumiere', 'front-desk-allumiere')
  const me = await citizen.read('identity.me', undefined)
  if (!me.signedIn) throw new Error('Nobody is signed in')
  const [found] = await desk.write('desk.findPeople', { text: me.familyName, language: 'it' })
  if (found === undefined) throw new Error('The desk does not find who has just booked')
  await desk.write('desk.openRecord', {
    personId: found.personId,
    why: 'chiede al telefono che giorno ha',
    language: 'it',
  })

  const { page } = await visit({ persona: 'load-1131' })
  await page.goto('/area/dati')
  await page.getByRole('cell', { name: 'chiede al telefono che giorno ha' }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Scarica i miei dati' }).click(),
  ])
  const taken = await readFile(await download.path(), 'utf8')
  expect(taken).toContain(code.replace('-', ''))
  expect(taken).toContain(me.familyName)

  const phrase = page.getByLabel(/^Per confermare scrivi/)
  await phrase.fill('cancella')
  await page.getByRole('button', { name: 'Cancella per sempre' }).click()
  await page.getByText('Per confermare scrivi proprio così').first().waitFor()
  await phrase.fill('cancella i miei dati')
  await page.getByRole('button', { name: 'Cancella per sempre' }).click()
  await page.getByText('Abbiamo annullato una prenotazione.').waitFor()
  await page.goto('/area')
  await page.getByText('Entra per vedere le tue prenotazioni').waitFor()
  expect(await desk.write('desk.findPeople', { text: me.familyName, language: 'it' })).toEqual([])

  // Who comes back is met for the first time.
  const { page: later } = await visit({ persona: 'load-1131' })
  await later.goto('/area')
  await later.getByText('Nessuna prenotazione').waitFor()
})
