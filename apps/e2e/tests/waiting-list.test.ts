import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { bookSeat, fillSeats, summaryLink } from '../src/half-days.ts'
import type { HalfDay } from '../src/half-days.ts'
import { awaitMail } from '../src/mails.ts'
import { until } from '../src/processes.ts'
import { visitors } from '../src/visitor.ts'

const { port } = inject('stack')
const visit = visitors()

test('a place that comes free tomorrow is offered to the first of the list; who says no passes it on, who says yes has it', async () => {
  await fillSeats(port, halfDays.offered, 1141, 9)
  const leaving = await signIn(port, 'allumiere', 'load-1150')
  const { bookingId } = await bookSeat(leaving, halfDays.offered)
  const { page: first } = await visit({ persona: 'load-1151' })
  const { page: second } = await visit({ persona: 'load-1152', width: 360 })
  await joinList(first, halfDays.offered)
  await first.getByText('Sei al 1° posto').first().waitFor()
  await joinList(second, halfDays.offered)
  await second.getByText('Sei al 2° posto').first().waitFor()

  await leaving.write('bookings.cancel', { bookingId, language: 'it' })
  const letter = await awaitMail('load-1151@example.org', /posto/)
  await first.goto(portalLinkIn(letter.text))
  await first.getByRole('button', { name: 'No, grazie' }).click()
  await first
    .getByText(/passa|passato/)
    .first()
    .waitFor()

  await openOffer(second)
  await second.getByRole('button', { name: 'Lo prendo' }).click()
  await second.getByRole('heading', { level: 1, name: 'Posto confermato' }).waitFor()
})

test('a place that comes free in time is theirs at once, and a mail says so', async () => {
  await fillSeats(port, halfDays.given, 1161, 9)
  const leaving = await signIn(port, 'allumiere', 'load-1170')
  const { bookingId } = await bookSeat(leaving, halfDays.given)
  const { page } = await visit({ persona: 'load-1171' })
  await joinList(page, halfDays.given)
  await leaving.write('bookings.cancel', { bookingId, language: 'it' })
  const letter = await awaitMail('load-1171@example.org', /posto/)
  expect(letter.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
  await page.goto('/area')
  const next = page.getByRole('region', { name: 'Le prossime' }).getByRole('listitem')
  await next.filter({ hasText: 'Venerdì 9 marzo, 14:00-19:00' }).getByText('confermata').waitFor()
})

/** Asks for a half day that is full, reads the refusal and waits for it. */
async function joinList(page: Page, half: HalfDay): Promise<void> {
  await page.goto(summaryLink(half))
  await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
  await page.getByText('Questa volta non c’è posto').waitFor()
  await page.getByRole('button', { name: 'Mettiti in lista d’attesa' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sei in lista d’attesa' }).waitFor()
}

function portalLinkIn(text: string): string {
  const link = /https?:\/\/\S+\/\S+/.exec(text)?.[0]
  if (link === undefined) throw new Error(`No link in: ${text}`)
  return link
}

/** Looks at the bookings until an offer stands on top. */
async function openOffer(page: Page): Promise<void> {
  await until('an offer stands among the bookings', 30, async () => {
    await page.goto('/area')
    await page.getByRole('region', { name: 'Le prossime' }).waitFor()
    return (await page.getByRole('heading', { name: 'Rispondi adesso' }).count()) > 0 || undefined
  })
}
