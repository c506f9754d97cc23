import { useQuery } from '@tanstack/react-query'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'

/** How many calls wait, beside the page's name. Asked once a minute: a small question, and nobody dials faster. */
export function CallBadge() {
  const trpc = useTRPC()
  const { calls: words } = useMessages()
  const { data } = useQuery(trpc.desk.callCount.queryOptions(undefined, { refetchInterval: 60_000 }))
  if (!data || data.calls === 0) return null
  return (
    <span className="om-tag om-tag-accent ms-2">
      <span aria-hidden="true">{data.calls}</span>
      <span className="visually-hidden">{words.waiting(data.calls)}</span>
    </span>
  )
}
