import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allumiere } from './allumiere.ts'
import { checkTenant } from './check-tenant.ts'
import { colourOf, compileTheme, numbersOf } from './compile-theme.ts'

const anyNumbers = fc.record({
  hue: fc.integer({ min: 0, max: 360 }),
  saturation: fc.integer({ min: 0, max: 100 }),
  brightness: fc.integer({ min: 0, max: 100 }),
})

test.each([
  [{ hue: 0, saturation: 100, brightness: 100 }, '#ff0000'],
  [{ hue: 120, saturation: 100, brightness: 50 }, '#008000'],
  [{ hue: 240, saturation: 100, brightness: 100 }, '#0000ff'],
  [{ hue: 360, saturation: 100, brightness: 100 }, '#ff0000'],
  [{ hue: 200, saturation: 0, brightness: 20 }, '#333333'],
])('%o is the colour %s', (numbers, colour) => {
  expect(colourOf(numbers)).toBe(colour)
})

test('a colour and its numbers are the same colour, to within one step of each', () => {
  fc.assert(
    fc.property(anyNumbers, (numbers) => {
      const colour = colourOf(numbers)
      expect(distance(colourOf(numbersOf(colour)), colour)).toBeLessThanOrEqual(3)
    }),
  )
})

describe('a theme out of three numbers', () => {
  test('has a darker bar, and lighter grounds of the same hue', () => {
    expect(compileTheme('#8a1c3b')).toEqual({
      compiled: true,
      theme: { accent: '#8a1c3b', accentDark: '#5a1226', accentTint: '#f6edef', accentMid: '#d0a4b1' },
    })
  })

  test('that nobody can read is refused with its contrast, and with the nearest that can be read', () => {
    expect(compileTheme({ hue: 150, saturation: 62, brightness: 60 })).toEqual({
      compiled: false,
      reason: 'too-light',
      accent: '#3a996a',
      contrast: 3.53,
      readable: { hue: 150, saturation: 62, brightness: 39, accent: '#266345' },
    })
  })

  test('is one that the check of a town takes, whatever the numbers, or leads to one', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const compiled = compileTheme(numbers)
        const readable = compiled.compiled ? compiled : compileTheme(compiled.readable)
        if (!readable.compiled) throw new Error('what was said to be readable is not')
        const checked = checkTenant(asRead({ ...allumiere, theme: readable.theme }))
        expect(checked).toMatchObject({ ok: true })
      }),
    )
  })
})

test.each(['red', '#12', '#12345g'])('%s is no colour', (text) => {
  expect(() => compileTheme(text)).toThrow(RangeError)
})

const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function distance(one: string, other: string): number {
  return Math.max(
    ...[1, 3, 5].map((at) =>
      Math.abs(Number.parseInt(one.slice(at, at + 2), 16) - Number.parseInt(other.slice(at, at + 2), 16)),
    ),
  )
}
