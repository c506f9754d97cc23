import { Callout } from '@officine/ui/callout'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'

/** Says two weeks before that a role of who is at the desk ends. Says nothing while it is not known: the desk works without it. */
export function EndingRole() {
  const { language, messages } = useLanguage()
  const trpc = useTRPC()
  const { data } = useQuery(trpc.staff.mine.queryOptions({ language }, { staleTime: 3_600_000 }))
  const { secondFactor: words, staff } = messages
  const ending = data?.roles.filter(({ endsSoon }) => endsSoon) ?? []
  return ending.map(({ role, lastDayLabel }) => (
    <Callout key={role}>
      <p>
        <strong>{words.roleEnds(staff.roleNames[role], lastDayLabel)}.</strong> {words.roleEndsText}
      </p>
    </Callout>
  ))
}
