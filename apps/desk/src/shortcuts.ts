/** The keys that do something wherever the focus is outside a field: two of their own, and one a page of the rail. */
export const checkInKey = '/'
export const helpKey = '?'

/** The single keys of the pages: a letter of the page's name in Italian, free of the others. */
export type Shortcut = 'a' | 'c' | 'f' | 'h' | 'i' | 'm' | 'n' | 'p' | 's' | 't'

/** The key that was pressed, when it stands alone. The layout decides Shift: on an Italian keyboard `/` needs it. */
export function pressedKey(press: {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}): string | undefined {
  return press.ctrlKey || press.metaKey || press.altKey ? undefined : press.key.toLowerCase()
}

/** Whether a key pressed here is text, or belongs to an open dialog. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null
  )
}

// WCAG 2.2, 2.1.4: a shortcut made of one character can be turned off.
const keptUnder = 'scorciatoie'

export function areShortcutsOn(): boolean {
  return localStorage.getItem(keptUnder) !== 'spente'
}

export function turnShortcuts(isOn: boolean): void {
  localStorage.setItem(keptUnder, isOn ? 'accese' : 'spente')
}
