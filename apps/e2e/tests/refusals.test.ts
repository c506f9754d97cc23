import { expect, inject, test } from 'vitest'
import { signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { bookSeat, fillSeats, summaryLink } from '../src/half-days.ts'
import { visitors } from '../src/visitor.ts'

const { port } = inject('stack')
const visit = visitors()

test('a full half day cannot be chosen; who arrives by an old link reads why and takes one of the times offered', async () => {
  await fillSeats(port, halfDays.full, 1001, 10)
  const { page } = await visit({ persona: 'load-1031' })
  await page.goto(`/prenota?pool=seats&giorno=${halfDays.full.day}`)
  const full = page.getByRole('radio', { name: /^14:00-19:00 Tutti i posti sono presi/ })
  expect(await full.isDisabled()).toBe(true)

  await page.goto(summaryLink(halfDays.full))
  await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
  await page.getByText('Questa volta non c’è posto').waitFor()
  await page.getByText('i posti sono finiti').waitFor()
  const offered = page.getByRole('link', { name: /^Scegli .*marzo/ })
  expect(await offered.count()).toBeGreaterThan(0)
  expect(await offered.count()).toBeLessThanOrEqual(3)
  await offered.first().click()
  await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
  await page.getByRole('heading', { level: 1, name: 'Posto confermato' }).waitFor()
})

test('the last seat is taken by somebody else while the summary is read: the refusal says so, and what is near', async () => {
  await fillSeats(port, halfDays.justTaken, 1011, 9)
  const { page } = await visit({ persona: 'load-1032' })
  await page.goto(summaryLink(halfDays.justTaken))
  const confirm = page.getByRole('button', { name: 'Conferma la prenotazione' })
  await confirm.waitFor()
  await fillSeats(port, halfDays.justTaken, 1020, 1)
  await confirm.click()
  await page.getByText('Un’altra persona ha confermato un momento prima di te').waitFor()
  await page.getByText('Non hai perso nulla. Questi orari sono liberi adesso.').waitFor()
  await page
    .getByRole('link', { name: /^Scegli .*marzo/ })
    .first()
    .waitFor()
})

test('who has had the week’s three half days reads the rule with its figures, and is offered the week after', async () => {
  const citizen = await signIn(port, 'allumiere', 'load-1033')
  for (const half of halfDays.cap) await bookSeat(citizen, half)
  const { page } = await visit({ persona: 'load-1033' })
  await page.goto(summaryLink(halfDays.overCap))
  await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
  await page.getByText('La regola dà a ogni persona 3 prenotazioni a settimana: ne hai già 3').waitFor()
  // The week after has a cap of its own; this one would refuse again.
  const offered = await page.getByRole('link', { name: /^Scegli .*marzo/ }).allInnerTexts()
  expect(offered[0]).toContain('Lunedì 12 marzo')
  expect(offered.join()).not.toContain('Venerdì 9 marzo')

  await page.goto(summaryLink(halfDays.cap[0]))
  await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
  await page.getByText('Hai già un posto').waitFor()
  expect(await page.getByText('non ci sono altri orari liberi').count()).toBe(0)
  await page.getByRole('link', { name: 'Vedi la tua prenotazione' }).click()
  await page.getByRole('heading', { level: 1, name: 'Posto confermato' }).waitFor()
})

test.each([
  ['a Sunday', halfDays.shut, 'Quel giorno della settimana siamo chiusi.'],
  [
    'hours that are not the town’s',
    { ...halfDays.english, from: '10:00', to: '12:00' },
    'Si prenota a orari interi',
  ],
  ['a day that is past', { ...halfDays.english, day: '2035-03-02' }, 'Questo orario è già passato.'],
  ['a day too far ahead', { ...halfDays.english, day: '2035-05-07' }, 'aprono'],
])('%s is refused in words', async (_what, half, words) => {
  const { page } = await visit({ persona: 'load-1034' })
  await page.goto(summaryLink(half))
  await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
  await page.getByText(words).waitFor()
})
