import { describe, expect, test } from 'vitest'
import { findEmblemFault } from './check-emblem.ts'
import { cleanEmblem } from './clean-emblem.ts'
import { drawEmblem } from './draw-emblem.ts'
import { compileTheme } from './compile-theme.ts'

const shape = '<path d="M0 0h1v1z" fill="#fff"/>'
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${shape}</svg>`

test('what a drawing program adds is taken away, and the picture stays', () => {
  const saved = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Made with a program -->
<svg id="layer" version="1.1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">
  <path class="a" d="M0 0h1v1z" fill="#fff"/>
</svg>`
  expect(cleanEmblem(saved)).toEqual({ clean: true, svg: drawing })
})

describe('a drawing that could act is refused, and nothing is cut out of it', () => {
  test.each([
    ['with a script', drawing.replace(shape, '<script>alert(1)</script>'), 'the element <script>'],
    [
      'with a script around a comment',
      drawing.replace(shape, '<scr<!-- -->ipt>x</script>'),
      'the element <script>',
    ],
    ['that answers a press', drawing.replace('fill', 'onclick'), 'the attribute onclick'],
    [
      'that loads a picture',
      drawing.replace(shape, '<image href="https://x.example/p.png"/>'),
      'the element <image>',
    ],
    [
      'with an entity of its own',
      `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing}`,
      'a text that does not begin with <svg …>',
    ],
    ['that is a web page', '<html></html>', 'a text that does not begin with <svg …>'],
  ])('%s', (_what, file, found) => {
    expect(cleanEmblem(file)).toEqual({ clean: false, found })
  })
})

test('a town without an emblem has its initial drawn, in shapes that the check takes', () => {
  const compiled = compileTheme({ hue: 20, saturation: 80, brightness: 40 })
  if (!compiled.compiled) throw new Error('a colour that can be read')
  const drawn = [...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), 'È', '7', 'Ж', ''].map((initial) =>
    drawEmblem(`${initial}borgo`, compiled.theme),
  )
  expect(drawn.map(findEmblemFault).filter((fault) => fault !== undefined)).toEqual([])
  // Twenty-six letters, E with and without its accent; B again for the empty name; two signs share the house.
  expect(new Set(drawn).size).toBe(27)
})
