import { expect, test } from 'vitest'
import { isFocused, tabTo } from '../src/keyboard.ts'
import { visitors } from '../src/visitor.ts'

const visit = visitors()

test('with the keyboard alone: skip to the contents, choose, confirm and cancel, always seeing where one is', async () => {
  const { page } = await visit({ persona: 'load-1081' })
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()

  await page.keyboard.press('Tab')
  await isFocused(page.getByRole('link', { name: 'Vai ai contenuti' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Prenota una postazione' }).first())
  await page.keyboard.press('Enter')

  // The new page's heading has the focus, so that what comes next is what it says.
  await isFocused(page.getByRole('heading', { level: 1, name: 'Prenota una postazione' }))
  await tabTo(page, page.getByRole('radio', { name: 'lunedì 5 marzo' }))
  await page.keyboard.press('ArrowRight')
  await isFocused(page.getByRole('radio', { name: 'martedì 6 marzo' }))
  await page.keyboard.press('ArrowRight')
  await page.getByRole('group', { name: 'Orario, mercoledì 7 marzo' }).waitFor()
  await tabTo(page, page.getByRole('radio', { name: /^14:00-19:00/ }))
  await page.keyboard.press('ArrowUp')
  await page.getByRole('complementary').getByText('9:00-14:00').waitFor()
  await tabTo(page, page.getByRole('radio', { name: 'Un posto qualsiasi' }))
  await page.keyboard.press('ArrowRight')
  await page
    .getByRole('complementary')
    .getByText(/^Postazione \d/)
    .waitFor()
  await tabTo(page, page.getByRole('complementary').getByRole('link', { name: 'Vai al riepilogo' }))
  await page.keyboard.press('Enter')

  await isFocused(page.getByRole('heading', { level: 1, name: 'Riepilogo' }))
  await tabTo(page, page.getByRole('button', { name: 'Conferma la prenotazione' }))
  await page.keyboard.press('Enter')
  await isFocused(page.getByRole('heading', { level: 1, name: 'Posto confermato' }))
  await page.getByText('Mercoledì 7 marzo, 9:00-14:00').first().waitFor()

  const cancel = page.getByRole('button', { name: 'Annulla la prenotazione' })
  await tabTo(page, cancel)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Vuoi annullare questa prenotazione?' })
  await dialog.waitFor()
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab')
    const isAway = await page.evaluate(
      () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
    )
    expect(isAway, 'the focus stays in the dialog').toBe(false)
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await isFocused(cancel)
  await page.keyboard.press('Enter')
  await tabTo(page, dialog.getByRole('button', { name: 'Sì, annulla' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Prenotazione annullata' }).waitFor()
})
