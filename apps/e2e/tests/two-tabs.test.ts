import { expect, inject, test } from 'vitest'
import { signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { summaryLink } from '../src/half-days.ts'
import { visitors } from '../src/visitor.ts'

const { port } = inject('stack')
const visit = visitors()

test('the same half day confirmed in two tabs is booked once; the second tab leads to the booking', async () => {
  const { page: first, context } = await visit({ persona: 'load-1041' })
  const second = await context.newPage()
  for (const tab of [first, second]) {
    await tab.goto(summaryLink(halfDays.tabs))
    await tab.getByRole('button', { name: 'Conferma la prenotazione' }).waitFor()
  }
  // Ten clicks of an impatient hand: the first books, the others find the button at work.
  await first
    .getByRole('button', { name: 'Conferma la prenotazione' })
    .evaluate((button: HTMLButtonElement) => {
      for (let clicks = 0; clicks < 10; clicks += 1) button.click()
    })
  await first.getByRole('heading', { level: 1, name: 'Posto confermato' }).waitFor()
  await second.getByRole('button', { name: 'Conferma la prenotazione' }).click()
  await second.getByText('Hai già un posto').waitFor()
  await second.getByRole('link', { name: 'Vedi la tua prenotazione' }).click()
  await second.getByRole('heading', { level: 1, name: 'Posto confermato' }).waitFor()
  expect(second.url().split('?')[0]).toBe(first.url().split('?')[0])

  const citizen = await signIn(port, 'allumiere', 'load-1041')
  const { upcoming } = await citizen.read('bookings.mine', { language: 'it' })
  expect(upcoming).toHaveLength(1)
})

test('who signed out in one tab is asked to sign in by the other, and what they were choosing is still there', async () => {
  const { page: first, context } = await visit({ persona: 'load-1042' })
  const second = await context.newPage()
  await second.goto(summaryLink(halfDays.tabs))
  await second.getByRole('button', { name: 'Conferma la prenotazione' }).waitFor()
  await first.goto('/area')
  await first.getByRole('button', { name: 'Esci' }).click()
  await first.getByRole('link', { name: 'Accedi all’area personale' }).waitFor()

  await second.getByRole('button', { name: 'Conferma la prenotazione' }).click()
  await second.getByRole('heading', { level: 1, name: 'Entra per vedere le tue prenotazioni' }).waitFor()
  const back = await second
    .getByRole('main')
    .getByRole('link', { name: 'Accedi', exact: true })
    .getAttribute('href')
  expect(decodeURIComponent(decodeURIComponent(back ?? ''))).toContain(halfDays.tabs.day)
})
