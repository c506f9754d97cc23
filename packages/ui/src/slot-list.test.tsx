import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SlotList, type SlotRow } from './slot-list.tsx'

const full: SlotRow = {
  id: '09:00-14:00',
  label: '9:00-14:00',
  note: 'tutti i posti sono presi',
  availability: 'completo',
  free: 0,
  capacity: 10,
  isDisabled: true,
}

test('a full time stays in the list, cannot be chosen, and says why', () => {
  const markup = renderToStaticMarkup(
    <SlotList
      name="ora"
      chosen={undefined}
      onChoose={() => {}}
      groups={[{ title: 'Mattina', slots: [full] }]}
    />,
  )
  expect(markup).toContain('disabled=""')
  expect(markup).toContain('completo')
  expect(markup).toContain('tutti i posti sono presi')
})
