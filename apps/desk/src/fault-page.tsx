import { Button, ButtonLink } from '@officine/ui/button'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useMessages } from './language.tsx'
import type { Messages } from './messages/it.ts'
import { paths } from './paths.ts'
import { type Failure, failureOf } from './trpc.ts'

/** A page that could not be shown: what happened, what to do, and the number to quote when it is our fault. */
export function FaultPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  useEffect(() => queries.reset(), [queries])
  return (
    <FaultMessage
      failure={failureOf(error)}
      onRetry={() => {
        queries.reset()
        reset()
        void router.invalidate()
      }}
    />
  )
}

/** The page for each failure. */
export function FaultMessage(props: { readonly failure: Failure; readonly onRetry: () => void }) {
  const { faults } = useMessages()
  const here = useRouterState({ select: (state) => state.location.publicHref })
  const { failure } = props
  const { title, text } = describeFailure(failure, faults)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div role="alert">
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <WayOut failure={failure} here={here} onRetry={props.onRetry} />
    </div>
  )
}

function WayOut(props: {
  readonly failure: Failure
  readonly here: string
  readonly onRetry: () => void
}): ReactNode {
  const { faults } = useMessages()
  switch (props.failure.kind) {
    case 'signed-out':
      // A plain anchor: the API answers, not the router.
      return <ButtonLink href={paths.signIn(props.here)}>{faults.signIn}</ButtonLink>
    case 'forbidden':
    case 'own-record':
      return <ButtonLink href={paths.portal()}>{faults.toPortal}</ButtonLink>
    case 'not-found':
      return <ButtonLink href={paths.today()}>{faults.toToday}</ButtonLink>
    case 'second-factor':
    case 'unreachable':
    case 'away':
    case 'too-many':
    case 'defect':
      return <Button onClick={props.onRetry}>{faults.retry}</Button>
  }
}

/** What each failure is called and what to do about it, in words. */
export function describeFailure(
  failure: Failure,
  words: Messages['faults'],
): { readonly title: string; readonly text: string } {
  switch (failure.kind) {
    case 'unreachable':
      return { title: words.unreachable, text: words.unreachableText }
    case 'away':
      return { title: words.away, text: words.awayText }
    case 'too-many':
      return { title: words.tooMany, text: words.tooManyText }
    case 'not-found':
      return { title: words.notFound, text: words.notFoundText }
    case 'signed-out':
      return { title: words.signedOut, text: words.signedOutText }
    case 'forbidden':
      return { title: words.forbidden, text: words.forbiddenText }
    case 'own-record':
      return { title: words.ownRecord, text: words.ownRecordText }
    case 'second-factor':
      return { title: words.secondFactor, text: words.secondFactorText }
    case 'defect':
      return {
        title: words.title,
        text: failure.requestId ? `${words.text} ${words.requestId(failure.requestId)}` : words.text,
      }
  }
}

/** The page for an address that leads nowhere. */
export function NotFoundPage() {
  return <FaultMessage failure={{ kind: 'not-found' }} onRetry={() => {}} />
}
