import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { readQuarter } from '../paths.ts'
import { type Outputs, useTRPC } from '../trpc.ts'

/** The overview of the quarter in the address; while another is fetched the last one stays, so that nothing jumps. Undefined at first. */
export function useOverview(): Outputs['usage']['overview'] | undefined {
  const quarter = useRouterState({ select: (state) => readQuarter(state.location.search) })
  const options = useTRPC().usage.overview.queryOptions(quarter === undefined ? {} : { quarter })
  const { data } = useQuery({
    ...options,
    placeholderData: keepPreviousData,
    throwOnError: true,
    // The first edition comes by itself, and so does one that is late.
    refetchInterval: ({ state: { data: shown } }) =>
      shown !== undefined && (!shown.isPublished || shown.edition.isLate) ? 10_000 : false,
  })
  return data
}
