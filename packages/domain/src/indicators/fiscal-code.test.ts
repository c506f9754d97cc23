import { describe, expect, it } from 'vitest'
import { checkCharacter, findFiscalCode, personKey } from './fiscal-code.ts'

describe('a fiscal code', () => {
  it('says sex and birth, and is checked by its last letter', () => {
    expect(findFiscalCode('RSSMRA85T10A562S')).toEqual({
      base: 'RSSMRA85T10A562',
      checkHolds: true,
      sex: 'M',
      bornOn: '85-12-10',
    })
    expect(findFiscalCode('RSSMRA85T10A562X')?.checkHolds).toBe(false)
  })

  it('of a woman has forty added to the day', () => {
    const fifteen = 'VRDNNA90A41H501'
    expect(findFiscalCode(`${fifteen}${checkCharacter(fifteen)}`)).toMatchObject({
      sex: 'F',
      bornOn: '90-01-01',
    })
  })

  it('changed for an omocodia leads back to the code before the change', () => {
    const fifteen = 'RSSMRA85T10A56N'
    const changed = findFiscalCode(`${fifteen}${checkCharacter(fifteen)}`)
    expect(changed).toMatchObject({ base: 'RSSMRA85T10A562', checkHolds: true, bornOn: '85-12-10' })
  })

  it.each(['', 'p1', 'RSSMRA85T10A562', 'RSSMRA85T10A562SS', '80012345678'])('is not what %j is', (text) => {
    expect(findFiscalCode(text)).toBeUndefined()
    expect(personKey(text)).toBe(text)
  })
})
