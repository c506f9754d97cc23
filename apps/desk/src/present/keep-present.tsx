import { useEffect } from 'react'
import { usePresent } from './use-present.ts'

/** Has the list of who is in ready before anybody opens it: both the answer and the page that shows it. */
export function KeepPresent() {
  usePresent(false)
  useEffect(() => void import('./present-page.tsx'), [])
  return null
}
