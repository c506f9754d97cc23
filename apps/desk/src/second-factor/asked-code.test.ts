import { expect, test } from 'vitest'
import { answerAsked, askForCode } from './asked-code.ts'

test('requests that wait together go on together', async () => {
  const asked = [askForCode('second-factor-needed', true), askForCode('second-factor-needed', false)]
  answerAsked(true)
  expect(await Promise.all(asked)).toEqual([true, true])
})

test('who said not now is asked again by a deed, not by what the page reads by itself', async () => {
  const declined = askForCode('second-factor-needed', false)
  answerAsked(false)
  expect(await declined).toBe(false)
  expect(await askForCode('second-factor-needed', false)).toBe(false)
  const deed = askForCode('second-factor-needed', true)
  answerAsked(true)
  expect(await deed).toBe(true)
  const reading = askForCode('second-factor-needed', false)
  answerAsked(true)
  expect(await reading).toBe(true)
})
