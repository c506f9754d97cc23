import { expect, inject, test } from 'vitest'
import { signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { bookSeat, summaryLink } from '../src/half-days.ts'
import { awaitMail, mailsTo, turnMailServer } from '../src/mails.ts'
import { visitors } from '../src/visitor.ts'

const { port } = inject('stack')
const visit = visitors()

test('the mail server is away for a whole journey: nobody notices, and when it is back every mail arrives once, in order', async () => {
  const address = 'load-1121@example.org'
  await turnMailServer(false)
  const { page } = await visit({ persona: 'load-1121' })
  try {
    await page.goto(summaryLink(halfDays.word))
    await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
    await page.getByRole('heading', { level: 1, name: 'Posto confermato' }).waitFor()
    await page.getByRole('button', { name: 'Annulla la prenotazione' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sì, annulla' }).click()
    await page.getByRole('heading', { level: 1, name: 'Prenotazione annullata' }).waitFor()
    await bookSeat(await signIn(port, 'allumiere', 'load-1121'), halfDays.wordLater)
    expect(await mailsTo(address)).toEqual([])
  } finally {
    await turnMailServer(true)
  }

  // The word of the second booking was written last: once it is here, the others have had their turn or have it now.
  await awaitMail(address, /annullata/)
  await awaitMail(address, /13 marzo/)
  const confirmed = (await mailsTo(address)).filter(({ subject }) => /confermat/.test(subject))
  const all = await mailsTo(address)
  expect(confirmed).toHaveLength(2)
  expect(all).toHaveLength(3)
  expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(3)
})

test('a new address gets day and hour only until its owner has pressed the button behind the link; then the letter is whole', async () => {
  const address = 'nuovo.indirizzo@example.org'
  const { page } = await visit({ persona: 'load-1122' })
  await page.goto('/area/contatti')
  await page.getByLabel('E-mail').fill(address)
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.getByText('Contatti salvati.').waitFor()
  const booking = await bookSeat(await signIn(port, 'allumiere', 'load-1122'), halfDays.word)
  const asked = await awaitMail(address, /conferma il tuo indirizzo/)
  const reduced = await awaitMail(address, /prenotazione/)
  expect(reduced.text).not.toContain(booking.code)

  const link = /https?:\/\/\S+codice=[\w-]+/.exec(asked.text)?.[0]
  if (link === undefined) throw new Error(`No link in: ${asked.text}`)
  // Somebody reads their mail on another device: nobody is signed in there.
  const { page: telephone } = await visit({ width: 360 })
  await telephone.goto(link)
  await telephone.getByRole('button', { name: 'È il mio indirizzo' }).click()
  await telephone.getByText('Grazie: l’indirizzo è confermato.').waitFor()
  await telephone.goto(link.replace(/codice=.{6}/, 'codice=XXXXXX'))
  await telephone.getByRole('button', { name: 'È il mio indirizzo' }).click()
  await telephone.getByText('Il link non vale più').waitFor()

  const { code } = await bookSeat(await signIn(port, 'allumiere', 'load-1122'), halfDays.wordLater)
  const whole = await awaitMail(address, /13 marzo/)
  expect(whole.text).toContain(code)
})
