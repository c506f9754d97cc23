import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from './language.tsx'
import { type Outputs, useTRPC } from './trpc.ts'

export type Town = Outputs['town']['current']
export type Citizen = Extract<Outputs['identity']['me'], { signedIn: true }>

/** The town whose host this is: it changes when its configuration does, not while somebody reads. */
export function useTown(): Town {
  const trpc = useTRPC()
  const { language } = useLanguage()
  return useSuspenseQuery(trpc.town.current.queryOptions({ language }, { staleTime: 300_000 })).data
}

/** Who is reading. While we do not know yet, or cannot know, it is nobody: the pages that need somebody ask again. */
export function useReader(): Citizen | undefined {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.identity.me.queryOptions(undefined, { staleTime: 60_000 }))
  return data?.signedIn ? data : undefined
}

/** Whether the portal has anything to book: some towns only tell what they offer, and where. */
export function isAnythingBookable({ services }: Town): boolean {
  return services.some((service) => bookablePool(service) !== undefined)
}

/** The pool that a service is booked from here; rooms are granted by the office, and the rest is asked at the desk. */
export function bookablePool(service: Town['services'][number]): string | undefined {
  return service.kind === 'seats' || service.kind === 'desk' ? service.poolId : undefined
}
