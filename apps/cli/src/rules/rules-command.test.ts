import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, '..', 'main.ts')

function officine(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'rules', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('officine rules explain', () => {
  test('tells a town’s rules in Italian, with the names the town gives its services', () => {
    const { status, stdout, stderr } = officine('explain', 'pignataro-interamna')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('\n\nSala Conferenze A\n  La sala si prenota per intero.\n')
  })

  test('tells them in English', () => {
    const { stdout } = officine('explain', 'roma-municipio-v', '--lang', 'en')
    expect(stdout).toContain('  3 places are reserved for people who declare the condition')
  })

  test.each([
    ['another town', ['explain', 'atlantis'], /^TOWN: found "atlantis", allowed .*allumiere.*\n$/],
    ['another language', ['explain', 'allumiere', '--lang', 'de'], /^Usage:/],
    ['another act', ['change', 'allumiere'], /^Usage:/],
    ['an option it does not know', ['explain', 'allumiere', '--loud'], /^Usage:/],
  ])('refuses %s, and prints nothing', (_what, args, says) => {
    const { status, stdout, stderr } = officine(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(says)
  })
})
