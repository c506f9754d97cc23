import { ButtonLink } from '@officine/ui/button'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMessages } from './language.tsx'
import { PageHeading } from './page-heading.tsx'
import { paths, patterns } from './paths.ts'
import { useTRPC } from './trpc.ts'

/** The page for who is signed in; for everybody else, how to sign in. How the figures are made is told to anyone. */
export function OfficerOnly(props: { readonly children: ReactNode }) {
  const { signIn } = useMessages()
  const { data: me } = useSuspenseQuery(useTRPC().identity.me.queryOptions())
  const { href, pathname } = useRouterState({ select: (state) => state.location })
  if (me.signedIn || pathname === patterns.method) return props.children
  return (
    <div className="om-section">
      <div className="container">
        <PageHeading title={signIn.title} />
        <p className="lead">{signIn.text}</p>
        <ButtonLink href={paths.signIn(href)}>{signIn.action}</ButtonLink>
      </div>
    </div>
  )
}
