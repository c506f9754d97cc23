import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { signIn } from './citizen.ts'
import { morningInstant } from './days.ts'
import { originOf } from './stack.ts'

export const widths = { desktop: 1280, phone: 360 } as const

export interface Visit {
  readonly town?: string
  readonly width?: number
  /** Signed in beforehand by the development door; left out, nobody is. */
  readonly persona?: string
}

/** A person at a screen of their own: `page` is their first tab, `context` what their tabs share. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
}

/**
 * The browser of a file of journeys, opened once and closed after it. The answer lets a person in; after each journey
 * everybody leaves, and the journey fails if their browser complained of a script or of something it was not allowed to load.
 */
export function visitors(): (visit?: Visit) => Promise<Visitor> {
  const stack = inject('stack')
  let browser: Browser
  let contexts: BrowserContext[] = []
  let complaints: string[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await describeScreens(contexts)
    await Promise.all(contexts.map((context) => context.close()))
    const heard = complaints
    contexts = []
    complaints = []
    expect(heard).toEqual([])
  })
  afterAll(() => browser.close())

  return async ({ town = 'allumiere', width = widths.desktop, persona } = {}) => {
    const context = await browser.newContext({
      baseURL: originOf(stack, town),
      viewport: { width, height: width === widths.phone ? 780 : 900 },
      locale: 'it-IT',
      timezoneId: 'Europe/Rome',
      reducedMotion: 'reduce',
    })
    contexts.push(context)
    context.setDefaultTimeout(20_000)
    // The screens ask the visitor's clock what day it is: it shows the town's.
    await context.clock.setSystemTime(morningInstant)
    context.on('weberror', (error) => complaints.push(error.error().message))
    context.on('console', (message) => {
      // A refused or missing answer is part of some journeys, and each says what the page makes of it.
      const isAnswer = /^(Failed to load resource|TRPCClientError)/.test(message.text())
      if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
    })
    if (persona !== undefined) {
      const { cookie } = await signIn(stack.port, town, persona)
      const [name = '', value = ''] = cookie.split('=')
      await context.addCookies([{ name, value, url: originOf(stack, town) }])
    }
    return { context, page: await context.newPage() }
  }
}

/** Whoever reads why a journey failed sees what the person saw. */
async function describeScreens(contexts: readonly BrowserContext[]): Promise<void> {
  for (const page of contexts.flatMap((context) => context.pages())) {
    const seen = await page.getByRole('main').ariaSnapshot({ timeout: 2_000 })
    process.stderr.write(`\n${page.url()}\n${seen}\n`)
  }
}

/** The browser named by CHROMIUM_PATH, or the one that comes with the packages. */
async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await sparticuz.executablePath()),
    // Not the package's own list: a single process dies with its first visitor, and no web security is no browser.
    // Sandboxes need rights that a container does not give; the rest keeps the browser from calling home.
    args: [
      '--disable-gpu',
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
