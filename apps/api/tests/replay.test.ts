import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { replayDecision } from '@officine/domain/booking/decision-record'
import { allumiere } from '@officine/tenants/allumiere'
import { Browser } from '@officine/testing/browser'
import { workingDayAfter } from './privacy-rig.ts'
import { ask, runningDevelopment, signInAs, tell } from './running-development.ts'
import type { RunningDevelopment } from './running-development.ts'

let house: RunningDevelopment

beforeAll(async () => {
  house = await runningDevelopment()
})
afterAll(() => house.stop())

test('what the portal decided is decided again from its record: the same place, whoever asked having been erased since', async () => {
  const browser = new Browser()
  await signInAs(browser, house.at('/accedi?ritorno=%2F'), 'working-mother')
  await tell(browser, house.at('/trpc/identity.acceptNotice'), { version: '2026-1' })
  const pools = await ask(browser, house.at('/trpc/bookings.pools'), { language: 'it' })
  const [seats] = (pools.data as { poolId: string; kind: string }[]).filter(({ kind }) => kind === 'seats')
  const booked = await tell(browser, house.at('/trpc/bookings.book'), {
    poolId: seats?.poolId,
    day: workingDayAfter(house.now(), 1),
    from: '09:00',
    to: '14:00',
    idempotencyKey: randomUUID(),
    language: 'it',
  })
  expect(booked).toMatchObject({ status: 200 })
  const [place] = await house.rows(
    'allumiere',
    "select unit_id from booking_unit where tenant_id = 'allumiere'",
  )
  const erased = await tell(browser, house.at('/trpc/privacy.erase'), {
    confirmation: 'cancella i miei dati',
    language: 'it',
  })
  expect(erased.data).toEqual({ erased: true, cancelledBookings: 1 })
  expect((await ask(browser, house.at('/trpc/identity.me'), { language: 'it' })).data).toMatchObject({
    signedIn: false,
  })

  const [row] = await house.rows(
    'allumiere',
    "select facts, inputs_hash from decision where tenant_id = 'allumiere'",
  )
  const facts = row?.['facts'] as { readonly inputs: unknown } | undefined
  const inputs = facts?.inputs
  expect(hashOfJson(inputs)).toBe(row?.['inputs_hash'])
  expect(replayDecision(inputs, allumiere.rules)).toMatchObject({
    booked: true,
    units: [{ unitId: place?.['unit_id'] }],
  })
  expect(JSON.stringify(row)).not.toMatch(/Elena|Marchetti|1988-03-14/)
})
