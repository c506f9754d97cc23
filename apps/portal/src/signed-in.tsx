import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FaultMessage } from './fault-page.tsx'
import { paths } from './paths.ts'
import { Redirect } from './redirect.tsx'
import type { Citizen } from './town.ts'
import { useTRPC } from './trpc.ts'

/**
 * For pages that belong to one person: asks to sign in, and sends a first visit through contacts and notice. The way
 * back is this address in both cases.
 */
export function SignedIn(props: { readonly children: (me: Citizen) => ReactNode }) {
  const trpc = useTRPC()
  const here = useRouterState({ select: (state) => state.location.href })
  const { data: me } = useSuspenseQuery(trpc.identity.me.queryOptions())
  if (!me.signedIn) return <FaultMessage failure={{ kind: 'signed-out' }} onRetry={() => {}} />
  if (me.needsContacts || me.needsNotice) return <Redirect href={paths.firstAccess(here)} />
  return props.children(me)
}
