import { expect, inject, test } from 'vitest'
import { send, signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { bookSeat } from '../src/half-days.ts'
import { originOf } from '../src/stack.ts'
import { visitors } from '../src/visitor.ts'

const stack = inject('stack')
const visit = visitors()

test('two towns on one installation differ in name, emblem, colours and words', async () => {
  const looks = []
  for (const town of ['allumiere', 'pignataro-interamna']) {
    const { page } = await visit({ town })
    await page.goto('/')
    const heading = page.getByRole('heading', { level: 1 })
    await heading.waitFor()
    const action = page.getByRole('main').getByRole('link').first()
    looks.push({
      title: await page.title(),
      words: await heading.innerText(),
      owner: await page
        .getByRole('banner')
        .getByText(/^Comune di /)
        .first()
        .innerText(),
      colour: await action.evaluate((link) => getComputedStyle(link).getPropertyValue('--accent')),
      emblem: (await send(stack.port, town, '/emblema.svg')).body,
    })
  }
  const [allumiere, pignataro] = looks
  expect(allumiere?.owner).toBe('Comune di Allumiere')
  expect(pignataro?.owner).toBe('Comune di Pignataro Interamna')
  for (const trait of ['title', 'words', 'colour', 'emblem'] as const) {
    expect(allumiere?.[trait], trait).not.toBe('')
    expect(allumiere?.[trait], trait).not.toBe(pignataro?.[trait])
  }
})

test('a link to a booking of another town is answered as one to a booking that never was', async () => {
  const citizen = await signIn(stack.port, 'allumiere', 'freelancer')
  const { bookingId } = await bookSeat(citizen, halfDays.elsewhere)
  const { page } = await visit({ town: 'pignataro-interamna', persona: 'freelancer' })
  const answers = []
  for (const id of [bookingId, crypto.randomUUID(), 'non-un-numero']) {
    await page.goto(`/prenotazioni/${id}`)
    await page.getByRole('heading', { level: 1, name: 'Questa pagina non c’è' }).waitFor()
    answers.push(await page.getByRole('main').innerText())
  }
  expect(new Set(answers).size).toBe(1)
})

test('a sign-in holds in its own town only', async () => {
  const { page } = await visit({ persona: 'freelancer' })
  await page.goto('/area')
  await page.getByRole('heading', { level: 1, name: 'Ciao, Luca' }).waitFor()
  await page.goto(`${originOf(stack, 'pignataro-interamna')}/area`)
  await page.getByRole('heading', { level: 1, name: 'Entra per vedere le tue prenotazioni' }).waitFor()
})

test('an address that is no town’s answers 404 and names none', async () => {
  const { page } = await visit()
  for (const path of ['/', '/prenota', '/gestione/', '/trpc/town.current']) {
    const answer = await page.goto(`${originOf(stack, 'nessuno')}${path}`)
    expect(answer?.status()).toBe(404)
    await page.getByRole('heading', { level: 1, name: 'Qui non c’è nessun portale' }).waitFor()
    expect((await page.content()).toLowerCase()).not.toMatch(/allumiere|pignataro/)
  }
})
