import fc from 'fast-check'
import { tenantId } from '@officine/domain/tenant-id'
import { describe, expect, test } from 'vitest'
import { checkTenant } from '../check-tenant.ts'
import { compileTheme } from '../compile-theme.ts'
import { draftTown } from './draft-town.ts'
import type { TownAnswers } from './draft-town.ts'
import type { PoolAnswer } from './draft-pools.ts'

const compiled = compileTheme('#355216')
if (!compiled.compiled) throw new Error('a colour that can be read')
const borgo: TownAnswers = {
  id: tenantId('borgo-sole'),
  kind: 'municipality',
  name: 'Borgo Sole',
  codes: { istat: '058999', ipa: 'c_z999', cadastral: 'Z999' },
  hosts: [],
  theme: compiled.theme,
  site: {
    name: 'Biblioteca',
    address: 'Via del Sole 1',
    postalCode: '00100',
    locality: 'Borgo Sole',
    province: 'RM',
    coordinates: { latitude: 42, longitude: 12.5 },
  },
  hours: [{ days: [1, 2, 3, 4, 5], periods: [['09:00', '19:00']] }],
  pools: [{ kind: 'seats', capacity: 10 }],
  patronSaint: { day: '08-10', name: 'San Lorenzo' },
}
const checked = (answers: TownAnswers, today = '2026-11-21') =>
  checkTenant(JSON.parse(JSON.stringify(draftTown(answers, today))))

describe('a drafted town', () => {
  test('can be served, and says what nobody answered', () => {
    const town = checked(borgo)
    expect(town).toMatchObject({ ok: true, config: { id: 'borgo-sole', name: 'Borgo Sole' } })
    expect(town.ok && town.config.assumptions.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['portal', 'rules', 'emblem', 'privacyNotice', 'contacts.email']),
    )
  })

  test('cuts a long day in two halves, and a short one not', () => {
    const slots = (from: '09:00' | '15:00') =>
      draftTown({ ...borgo, hours: [{ days: [1], periods: [[from, '19:00']] }] }, '2026-11-21').rules.pools[
        'seats'
      ]?.open.slots
    expect(slots('09:00')).toEqual([
      ['09:00', '14:00'],
      ['14:00', '19:00'],
    ])
    expect(slots('15:00')).toEqual([['15:00', '19:00']])
  })

  test('without places tells what it has, and keeps no queue', () => {
    const town = checked({ ...borgo, pools: [], hours: [] })
    expect(town).toMatchObject({ ok: true, config: { pools: [], services: [{ slug: 'informazioni' }] } })
  })

  test('two rooms have a name each', () => {
    const rooms: readonly PoolAnswer[] = [
      { kind: 'room', capacity: 1 },
      { kind: 'room', capacity: 1 },
    ]
    expect(draftTown({ ...borgo, pools: rooms }, '2026-11-21').pools).toMatchObject([
      { slug: 'room', name: { it: 'Sala riunioni' } },
      { slug: 'room2', name: { it: 'Sala riunioni 2' } },
    ])
  })

  test('passes the check whatever its places, its hours, its saint and the day it is drafted on', () => {
    const pools = fc.array(
      fc.record({
        kind: fc.constantFrom<PoolAnswer['kind']>(
          'seats',
          'room',
          'desk',
          'care',
          'pet',
          'workshop',
          'equipment',
        ),
        capacity: fc.integer({ min: 1, max: 200 }),
      }),
      { maxLength: 6 },
    )
    const hours = fc.constantFrom<TownAnswers['hours'][number]['periods']>(
      [['08:30', '19:15']],
      [
        ['09:00', '13:00'],
        ['14:00', '18:30'],
      ],
      [['10:00', '10:20']],
    )
    const today = fc.constantFrom('2026-01-01', '2026-08-10', '2026-12-31', '2028-02-29')
    fc.assert(
      fc.property(pools, hours, today, (answers, periods, day) => {
        const answered = { ...borgo, pools: answers, hours: [{ days: [1, 3, 6], periods }] }
        expect(checked(answered, day)).toMatchObject({ ok: true })
      }),
    )
  })
})
