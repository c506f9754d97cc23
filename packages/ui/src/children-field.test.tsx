import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { AlongPlace, Companion } from './along.ts'
import { ChildrenField } from './children-field.tsx'

const childcare: Companion = {
  poolId: 'care',
  slug: 'care',
  name: 'Spazio bimbi',
  description: '',
  isRequiredOnly: true,
  free: 2,
  state: 'free',
  needsChild: true,
  ageAtLeast: 3,
  children: [{ dependantId: 'd-2', givenName: 'Luca', age: 2, isOfAge: false }],
}

const markupOf = (along: readonly AlongPlace[]) =>
  renderToStaticMarkup(
    <ChildrenField
      id="per-chi"
      companion={childcare}
      along={along}
      onChoose={() => {}}
      words={{
        whom: 'Per chi?',
        child: (name, age) => `${name}, ${age} anni`,
        notOfTheAge: (from) => `da ${from} anni in su`,
      }}
    >
      aggiungi
    </ChildrenField>,
  )

test('a child who is not of the age cannot be chosen, and the card says why', () => {
  const markup = markupOf([])
  expect(markup).toContain('disabled=""')
  expect(markup).toContain('Luca, 2 anni')
  expect(markup).toContain('da 3 anni in su')
})

test('a child already chosen who is not of the age can be taken back', () => {
  const markup = markupOf([{ poolId: 'care', dependantId: 'd-2', isExtra: false }])
  expect(markup).not.toContain('disabled')
  expect(markup).toContain('checked=""')
})
