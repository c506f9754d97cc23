import type { KeyboardEvent } from 'react'

/**
 * Up and down go through what can be pressed in a list: each stop is marked `data-step`, their list `data-steps`.
 * Tab still reaches everything.
 */
export function moveInList(press: KeyboardEvent<HTMLElement>): void {
  const step = press.key === 'ArrowDown' ? 1 : press.key === 'ArrowUp' ? -1 : 0
  const list = press.currentTarget.closest('[data-steps]')
  if (step === 0 || !list) return
  const stops = [...list.querySelectorAll<HTMLElement>('[data-step]')]
  press.preventDefault()
  stops[stops.indexOf(press.currentTarget) + step]?.focus()
}

/** Puts the focus on the first thing that can be pressed in a list. */
export function enterList(listId: string): void {
  document.getElementById(listId)?.querySelector<HTMLElement>('[data-step]')?.focus()
}
