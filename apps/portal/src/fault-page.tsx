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

/** The sentence for each failure. */
export function FaultMessage(props: { readonly failure: Failure; readonly onRetry: () => void }) {
  const { faults, area, shell } = useMessages()
  const location = useRouterState({ select: (state) => state.location.href })
  const { failure } = props
  const retry = <Button onClick={props.onRetry}>{faults.retry}</Button>
  switch (failure.kind) {
    case 'unreachable':
      return <FaultFrame title={faults.unreachable} text={faults.unreachableText} action={retry} />
    case 'too-many':
      return <FaultFrame title={faults.tooMany} text={faults.tooManyText} action={retry} />
    case 'away':
      return <FaultFrame title={faults.away} text={faults.awayText} action={retry} />
    case 'not-found':
      return (
        <FaultFrame
          title={faults.notFound}
          text={faults.notFoundText}
          action={<ButtonLink href={paths.home()}>{faults.toHome}</ButtonLink>}
        />
      )
    case 'signed-out':
      return (
        <FaultFrame
          title={area.signInTitle}
          text={area.signInText}
          action={<ButtonLink href={paths.signIn(location)}>{shell.signIn}</ButtonLink>}
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

/** The page for an address that leads nowhere. */
export function NotFoundPage() {
  return <FaultMessage failure={{ kind: 'not-found' }} onRetry={() => {}} />
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
