import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMessages } from './language.tsx'
import { paths } from './paths.ts'
import { useReader } from './town.ts'

/** From here on the end of the session is announced: enough to finish a summary without hurry (WCAG 2.2.1). */
const warnedMinutes = 10

/** Says that the session is about to end, and offers to begin another one on this same page. */
export function SessionNotice() {
  const { shell } = useMessages()
  const reader = useReader()
  const here = useRouterState({ select: (state) => state.location.href })
  const left = useMinutesUntil(reader?.sessionExpiresAt)
  const isNear = left !== undefined && left > 0 && left <= warnedMinutes
  return (
    <div aria-live="polite">
      {isNear && (
        <p className="om-banner">
          {shell.sessionEnds(left)} <a href={paths.signIn(here)}>{shell.sessionAgain}</a>
        </p>
      )}
    </div>
  )
}

function useMinutesUntil(instant: string | undefined): number | undefined {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return instant === undefined ? undefined : Math.ceil((Date.parse(instant) - now) / 60_000)
}
