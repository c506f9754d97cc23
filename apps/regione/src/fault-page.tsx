import { Button, ButtonLink } from '@officine/ui/button'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useMessages } from './language.tsx'
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

/** The page for an address that leads nowhere. */
export function NotFoundPage() {
  return <FaultMessage failure={{ kind: 'not-found' }} onRetry={() => {}} />
}

function FaultMessage(props: { readonly failure: Failure; readonly onRetry: () => void }) {
  const { faults, signIn } = useMessages()
  const location = useRouterState({ select: (state) => state.location.href })
  const { failure } = props
  const retry = <Button onClick={props.onRetry}>{faults.retry}</Button>
  switch (failure.kind) {
    case 'unreachable':
      return <FaultFrame title={faults.unreachable} text={faults.unreachableText} action={retry} />
    case 'away':
      return <FaultFrame title={faults.away} text={faults.awayText} action={retry} />
    case 'not-found':
      return (
        <FaultFrame
          title={faults.notFound}
          text={faults.notFoundText}
          action={<ButtonLink href={paths.overview()}>{faults.toOverview}</ButtonLink>}
        />
      )
    case 'signed-out':
      return (
        <FaultFrame
          title={signIn.title}
          text={signIn.text}
          action={<ButtonLink href={paths.signIn(location)}>{signIn.action}</ButtonLink>}
        />
      )
    case 'defect':
      return (
        <FaultFrame
          title={faults.title}
          text={failure.requestId ? `${faults.text} ${faults.requestId(failure.requestId)}` : faults.text}
          action={retry}
        />
      )
  }
}

function FaultFrame(props: { readonly title: string; readonly text: string; readonly action: ReactNode }) {
  useEffect(() => {
    document.title = props.title
  }, [props.title])
  return (
    <div className="om-section" role="alert">
      <div className="container">
        <h1>{props.title}</h1>
        <p className="lead">{props.text}</p>
        {props.action}
      </div>
    </div>
  )
}
