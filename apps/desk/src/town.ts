import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from './language.tsx'
import { type Outputs, useTRPC } from './trpc.ts'

export type Town = Outputs['town']['current']
export type Me = Outputs['identity']['me']
export type SignedIn = Extract<Me, { signedIn: true }>

/** The town whose host this is: it changes when its configuration does, not while somebody reads. */
export function useTown(): Town {
  const trpc = useTRPC()
  const { language } = useLanguage()
  return useSuspenseQuery(trpc.town.current.queryOptions({ language }, { staleTime: 300_000 })).data
}

/** Who is at the desk, or nobody. */
export function useMe(): Me {
  const trpc = useTRPC()
  return useSuspenseQuery(trpc.identity.me.queryOptions(undefined, { staleTime: 60_000 })).data
}

/** Who answers for the town at its desk. */
export function isManager(me: Me): boolean {
  return isStaff(me) && me.roles.includes('manager')
}

/** Whether a person has a role at the desk of this town. The API asks again at every door: here it only chooses the page. */
export function isStaff(me: Me): me is SignedIn {
  return me.signedIn && me.roles.length > 0
}

/** Who is at the desk with the second factor given; before that there is nothing to go to. */
export function findAtWork(me: Me): SignedIn | undefined {
  return isStaff(me) && me.missingFactor === undefined ? me : undefined
}
