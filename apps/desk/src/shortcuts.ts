/** What a single key does, wherever the focus is outside a field. */
export type Shortcut = 'check-in' | 'new-booking' | 'people' | 'help'

export const shortcutKeys: Record<Shortcut, string> = {
  'check-in': '/',
  'new-booking': 'n',
  people: 'p',
  help: '?',
}

/** The shortcut of a pressed key. The layout decides Shift: on an Italian keyboard `/` needs it. */
export function shortcutOf(press: {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}): Shortcut | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined
  const key = press.key.toLowerCase()
  return shortcuts.find((shortcut) => shortcutKeys[shortcut] === key)
}

const shortcuts = ['check-in', 'new-booking', 'people', 'help'] as const satisfies readonly Shortcut[]

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
