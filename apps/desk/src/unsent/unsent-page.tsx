import { Button, ButtonLink } from '@officine/ui/button'
import { EmptyState } from '@officine/ui/empty-state'
import { LoadingPlate } from '@officine/ui/loading-plate'
import { Tag, type TagTone } from '@officine/ui/tag'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { describeTopic } from '../describe-topic.ts'
import { FaultNotice } from '../fault-notice.tsx'
import { answerId } from '../desk-focus.ts'
import { FaultMessage } from '../fault-page.tsx'
import { useLanguage, useMessages } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { paths } from '../paths.ts'
import { failureOf, type Outputs, useTRPC } from '../trpc.ts'
import { describeFault } from './describe-fault.ts'

type Unsent = Outputs['desk']['failedJobs'][number]

const tones: Record<Unsent['state'], TagTone> = {
  delayed: 'warn',
  'held-up': 'warn',
  failed: 'bad',
  'came-back': 'bad',
}

/** What could not leave and what came back: what happened, why, and what can be done. */
export function UnsentPage() {
  const { unsent: words } = useMessages()
  const { language } = useLanguage()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [answer, setAnswer] = useState('')
  const { data, error, refetch } = useQuery(
    trpc.desk.failedJobs.queryOptions({ language }, { refetchInterval: 60_000 }),
  )
  const retry = useMutation(
    trpc.desk.retryJob.mutationOptions({
      onSuccess: (outcome) => {
        setAnswer(outcome.retried ? words.retried : words.refusals[outcome.refusal.reason])
        requestAnimationFrame(() => document.getElementById(answerId)?.focus()) // the row is gone with its button
      },
      onSettled: () => queryClient.invalidateQueries(trpc.desk.failedJobs.pathFilter()),
    }),
  )
  const failure = error === null ? undefined : failureOf(error)
  if (failure && (!data || failure.kind === 'signed-out' || failure.kind === 'forbidden'))
    return <FaultMessage failure={failure} onRetry={() => void refetch()} />
  if (!data) return <LoadingPlate label={words.looking} />
  return (
    <div className="om-narrow">
      <PageHeading title={words.title} />
      <p className="text-secondary">{words.lead}</p>
      <p>
        <ButtonLink look="outline" isSmall href={paths.calls()}>
          {words.toCalls}
        </ButtonLink>
      </p>
      <output id={answerId} tabIndex={-1} className="d-block fw-semibold mb-3">
        {answer}
      </output>
      {retry.error && <FaultNotice error={retry.error} />}
      {data.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="mb-0">{words.noneText}</p>
        </EmptyState>
      ) : (
        <ul className="om-rows">
          {data.map((word) => (
            <UnsentRow
              key={`${word.wordId} ${word.state}`}
              word={word}
              isWorking={retry.isPending && retry.variables.wordId === word.wordId}
              onRetry={() => retry.mutate({ wordId: word.wordId })}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function UnsentRow(props: {
  readonly word: Unsent
  readonly isWorking: boolean
  readonly onRetry: () => void
}) {
  const { unsent: words, topics } = useMessages()
  const { word } = props
  return (
    <li className="d-block">
      <Tag tone={tones[word.state]}>{words.states[word.state]}</Tag>
      <p className="mt-2 mb-1">
        <strong>{describeTopic(word.topic, topics)}</strong>
        <br />
        {describeFault(word.fault, words.faults)}
      </p>
      <p className="small text-secondary mb-2">
        {words.when(word.dueAtLabel ?? '', word.attempts, word.lastTriedAtLabel)} {words.next[word.state]}
      </p>
      {word.state === 'failed' && (
        <Button
          look="outline"
          isSmall
          workingLabel={props.isWorking ? words.retrying : undefined}
          onClick={props.onRetry}
        >
          {words.retry}
          <span className="visually-hidden">
            {' '}
            {words.ofWord(describeTopic(word.topic, topics), word.dueAtLabel ?? '')}
          </span>
        </Button>
      )}
    </li>
  )
}
