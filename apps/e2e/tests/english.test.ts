import { expect, test } from 'vitest'
import { visitors } from '../src/visitor.ts'

const visit = visitors()

test('who chooses English reads it on every page to the end of a booking, and finds it again next time', async () => {
  const { page, context } = await visit({ persona: 'eu-citizen' })
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await page
    .getByRole('heading', { level: 1, name: 'A place to work, two desks for your paperwork' })
    .waitFor()
  const language = () => page.evaluate(() => document.documentElement.lang)
  expect(await language()).toBe('en')

  await page.getByRole('link', { name: 'Book a place' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Book a place' }).waitFor()
  await page.getByRole('radio', { name: /Friday,? 9 March/ }).click()
  await page.getByRole('radio', { name: /^9:00-14:00/ }).click()
  await page
    .getByRole('complementary')
    .getByText(/Friday,? 9 March/)
    .waitFor()
  await page.getByRole('complementary').getByText('9:00-14:00').waitFor()
  await page.getByRole('link', { name: 'Go to the summary' }).click()
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  await page.getByRole('heading', { level: 1, name: 'Place confirmed' }).waitFor()
  await page.getByText('See you there, Anneliese.').waitFor()

  const next = await context.newPage()
  await next.goto('/area')
  await next.getByRole('heading', { level: 1, name: 'Hello, Anneliese' }).waitFor()
  expect(await next.evaluate(() => document.documentElement.lang)).toBe('en')
  await next.getByRole('link', { name: /Friday,? 9 March/ }).waitFor()
})
