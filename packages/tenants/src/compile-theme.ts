import { contrast } from './contrast.ts'
import type { Theme } from './tenant-config.ts'

/** The three numbers of the national kit's theme: hue 0 to 360, saturation and brightness 0 to 100. */
export interface ThemeNumbers {
  readonly hue: number
  readonly saturation: number
  readonly brightness: number
}

export type CompiledTheme =
  | { readonly compiled: true; readonly theme: Theme }
  | {
      readonly compiled: false
      readonly reason: 'too-light'
      readonly accent: string
      /** What the accent measures on white, cut to two decimals. */
      readonly contrast: number
      /** The brightest accent of this hue and saturation that can be read. */
      readonly readable: ThemeNumbers & { readonly accent: string }
    }

/** AAA for text: an accent carries small links on every page. */
export const leastAccentContrast = 7
/** AA: on the tint stand labels and callouts, never long text. */
export const leastTintContrast = 4.5

/** The four colours of a town out of three numbers, or out of its accent; refused when the accent cannot be read on white, with the nearest that can. Throws a RangeError on what is no colour. */
export function compileTheme(wanted: ThemeNumbers | string): CompiledTheme {
  const accent = typeof wanted === 'string' ? wanted : colourOf(wanted)
  const numbers = typeof wanted === 'string' ? numbersOf(wanted) : wanted
  const theme = themeOf(accent)
  if (isReadable(theme)) return { compiled: true, theme }
  let brightness = Math.floor(numbers.brightness)
  while (brightness > 0 && !isReadable(themeOf(colourOf({ ...numbers, brightness })))) brightness -= 1
  const readable = { ...numbers, brightness, accent: colourOf({ ...numbers, brightness }) }
  const measured = Math.floor(contrast(accent, '#ffffff') * 100) / 100
  return { compiled: false, reason: 'too-light', accent, contrast: measured, readable }
}

/** A colour `#rrggbb` as the three numbers, each to the nearest whole one. */
export function numbersOf(colour: string): ThemeNumbers {
  const channels = channelsOf(colour)
  const [red = 0, green = 0, blue = 0] = channels
  const most = Math.max(...channels)
  const spread = most - Math.min(...channels)
  const sixth =
    spread === 0
      ? 0
      : most === red
        ? ((green - blue) / spread + 6) % 6
        : most === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4
  return {
    hue: Math.round(sixth * 60) % 360,
    saturation: most === 0 ? 0 : Math.round((spread / most) * 100),
    brightness: Math.round((most / 255) * 100),
  }
}

/** The colour of three numbers, as `#rrggbb`; throws a RangeError on what lies outside their ranges. */
export function colourOf({ hue, saturation, brightness }: ThemeNumbers): string {
  const isWithin = (value: number, most: number) => value >= 0 && value <= most
  if (!isWithin(hue, 360) || !isWithin(saturation, 100) || !isWithin(brightness, 100))
    throw new RangeError(`Not a colour: hue ${hue}, saturation ${saturation}, brightness ${brightness}`)
  const channel = (offset: number) => {
    const place = (offset + hue / 60) % 6
    const fall = Math.max(0, Math.min(place, 4 - place, 1))
    return 255 * (brightness / 100) * (1 - (saturation / 100) * fall)
  }
  return textOf([channel(5), channel(3), channel(1)])
}

/** Bars are two thirds as bright as the accent; behind a choice stands a twelfth of it, in drawings two fifths. */
function themeOf(accent: string): Theme {
  const channels = channelsOf(accent)
  const onWhite = (share: number) => textOf(channels.map((value) => 255 - (255 - value) * share))
  return {
    accent,
    accentDark: textOf(channels.map((value) => value * 0.65)),
    accentTint: onWhite(0.08),
    accentMid: onWhite(0.4),
  }
}

function isReadable({ accent, accentTint }: Theme): boolean {
  return (
    contrast(accent, '#ffffff') >= leastAccentContrast && contrast(accent, accentTint) >= leastTintContrast
  )
}

function channelsOf(colour: string): readonly number[] {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`Not a colour: ${colour}`)
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function textOf(channels: readonly number[]): string {
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}
