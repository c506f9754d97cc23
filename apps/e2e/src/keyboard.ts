import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Presses Tab until something has the focus; every stop on the way must be on the screen and show that it is there. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return undefined
      const box = element.getBoundingClientRect()
      const isOnScreen = box.bottom > 0 && box.top < window.innerHeight && box.width > 0
      return { what: element.outerHTML.slice(0, 120), isOnScreen }
    })
    if (stop !== undefined)
      expect(stop, 'where the focus is, the eye finds it').toMatchObject({ isOnScreen: true })
  }
  throw new Error(`Tab never reaches ${String(wanted)}`)
}

/** Waits until something has the focus. */
export async function isFocused(wanted: Locator): Promise<void> {
  await wanted.waitFor()
  await expect.poll(() => wanted.evaluate((element) => element === document.activeElement)).toBe(true)
}
