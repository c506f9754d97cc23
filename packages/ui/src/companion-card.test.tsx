import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { AlongPlace, Companion } from './along.ts'
import { CompanionCard } from './companion-card.tsx'

const pets: Companion = {
  poolId: 'pets',
  slug: 'pet',
  name: 'Area animali',
  description: '',
  isRequiredOnly: false,
  free: 0,
  state: 'full',
  needsChild: false,
  children: [],
}

const markupOf = (along: readonly AlongPlace[]) =>
  renderToStaticMarkup(
    <CompanionCard
      companion={pets}
      along={along}
      onChoose={() => {}}
      placesFree="0 posti liberi"
      words={{
        states: { full: 'completo', closed: 'chiuso' },
        noteRequired: 'o tutto insieme, o niente',
        noteExtra: 'il resto vale lo stesso',
        noteFull: 'i posti sono finiti',
        noteClosed: 'non è aperto',
        needed: 'mi serve davvero',
      }}
    >
      per quale bambino
    </CompanionCard>,
  )

test('what is full says so and cannot be chosen', () => {
  const markup = markupOf([])
  expect(markup).toContain('disabled=""')
  expect(markup).toContain('completo')
  expect(markup).toContain('i posti sono finiti')
})

test('what was chosen and has filled up meanwhile can still be taken back, and asks for no child', () => {
  const markup = markupOf([{ poolId: 'pets', isExtra: true }])
  expect(markup).not.toContain('disabled')
  expect(markup).toContain('mi serve davvero')
  expect(markup).not.toContain('per quale bambino')
})
