import layouts from './puc-layouts.json' with { type: 'json' }
import { readLayoutMapping } from './read-layout-mapping.ts'
import type { LayoutMapping } from './layout-mapping.ts'

/** The layouts as seen in working systems of 2014-2020; nothing in them is confirmed for 2021-2027. Throws if the file beside this one is broken. */
export function pucMapping(): LayoutMapping {
  const reading = readLayoutMapping(layouts)
  if (!reading.read) throw new Error(`puc-layouts.json: ${JSON.stringify(reading.faults)}`)
  return reading.mapping
}
