import { describe, expect, test } from 'vitest'
import { findEmblemFault } from './check-emblem.ts'
import { towns } from './towns.ts'

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56">${inside}</svg>`

test.each(towns.map((town) => [town.name, town.emblem.svg]))(
  'the emblem of %s is plain shapes',
  (_name, svg) => {
    expect(findEmblemFault(svg)).toBeUndefined()
  },
)

test('a drawing may carry a title', () => {
  expect(findEmblemFault(drawing('<title>Tre archi</title><g><path d="M0 0h1z"/></g>'))).toBeUndefined()
})

describe('an emblem is refused', () => {
  test.each([
    ['with a script', drawing('<script>alert(1)</script>'), 'the element <script>'],
    ['with a script in capitals', drawing('<SCRIPT>1</SCRIPT>'), 'the element <SCRIPT>'],
    ['with HTML inside', drawing('<foreignObject></foreignObject>'), 'the element <foreignObject>'],
    [
      'with a picture from elsewhere',
      drawing('<image href="https://x.example/a.png"/>'),
      'the element <image>',
    ],
    ['with a style sheet', drawing('<style>*{}</style>'), 'the element <style>'],
    ['with an animation that sets an attribute', drawing('<set attributeName="href"/>'), 'the element <set>'],
    ['with a handler', drawing('<path onclick="x()" d=""/>'), 'the attribute onclick'],
    ['with a handler on the root', '<svg viewBox="0 0 1 1" onload="x()"></svg>', 'the attribute onload'],
    ['with a link', drawing('<path xlink:href="#a"/>'), 'the attribute xlink:href'],
    ['with a paint from elsewhere', drawing('<path fill="url(https://x.example)"/>'), 'a reference in fill'],
    ['with an entity in a value', drawing('<path fill="&#106;s"/>'), 'a reference in fill'],
    ['with an entity in a text', drawing('<title>&amp;</title>'), 'an entity'],
    ['with a comment', drawing('<!-- x -->'), 'something that is not a plain tag'],
    ['with a document type', `<!DOCTYPE svg>${drawing('')}`, 'does not begin with <svg'],
    [
      'with single quotes, which the check does not read',
      drawing("<path d='M0 0'/>"),
      'something that is not a plain tag',
    ],
    ['with text beside the shapes', drawing('hello'), 'loose text: hello'],
    ['with a tag left open', '<svg viewBox="0 0 1 1"><g></svg>', 'closes nothing'],
    ['with a second drawing after it', `${drawing('')}<svg viewBox="0 0 1 1"></svg>`, 'beside the drawing'],
    ['without a viewBox', '<svg width="1"></svg>', 'without viewBox'],
    ['when it is not a drawing', 'https://x.example/logo.svg', 'does not begin with <svg'],
    ['when it is very large', drawing(`<path d="${'M0 0'.repeat(3_000)}"/>`), 'characters'],
  ])('%s', (_when, svg, found) => {
    expect(findEmblemFault(svg)).toContain(found)
  })
})
