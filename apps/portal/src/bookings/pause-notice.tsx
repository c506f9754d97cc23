import { Callout } from '@officine/ui/callout'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'

/** Until when one books for the same day only, why, and what still works; nothing when one may book as always. */
export function PauseNotice() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { data } = useSuspenseQuery(trpc.bookings.attendance.queryOptions({ language }))
  if (data.kind !== 'paused') return null
  return (
    <Callout>
      <p className="mb-0">{messages.refusals.paused(data.untilLabel ?? '', data.missedLabels.join(', '))}</p>
    </Callout>
  )
}
