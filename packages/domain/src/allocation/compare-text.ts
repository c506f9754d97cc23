/** Order of the UTF-8 bytes of two texts, the same on every machine and in every language; never a locale's. */
export function compareText(left: string, right: string): number {
  const shared = Math.min(left.length, right.length)
  for (let at = 0; at < shared; at += 1) {
    const a = left.charCodeAt(at)
    const b = right.charCodeAt(at)
    if (a !== b) return inUtf8Order(a) - inUtf8Order(b)
  }
  return left.length - right.length
}

// UTF-16 puts the surrogates of the rarer characters before U+E000; their UTF-8 bytes come after U+FFFF.
function inUtf8Order(unit: number): number {
  if (unit < 0xd800) return unit
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000
}
