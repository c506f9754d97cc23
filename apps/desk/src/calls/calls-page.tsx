import { Button } from '@officine/ui/button'
import { EmptyState } from '@officine/ui/empty-state'
import { LoadingPlate } from '@officine/ui/loading-plate'
import { Tag } from '@officine/ui/tag'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerId } from '../desk-focus.ts'
import { FaultMessage } from '../fault-page.tsx'
import { useLanguage, useMessages } from '../language.tsx'
import { moveInList } from '../move-in-list.ts'
import { PageHeading } from '../page-heading.tsx'
import { failureOf, type Outputs, useTRPC } from '../trpc.ts'
import { CallDialog } from './call-dialog.tsx'
import { describeTopic } from '../describe-topic.ts'

export type Call = Outputs['desk']['callList'][number]

/** Whom to call because no mail reaches them, the most urgent first. */
export function CallsPage() {
  const { calls: words } = useMessages()
  const { language } = useLanguage()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [opened, setOpened] = useState<Call>()
  const [answer, setAnswer] = useState('')
  const { data, error, refetch } = useQuery(
    trpc.desk.callList.queryOptions({ language }, { refetchInterval: 60_000 }),
  )
  const failure = error === null ? undefined : failureOf(error)
  // Names do not stay on the screen of somebody whose session, or role, is over.
  if (failure && (!data || failure.kind === 'signed-out' || failure.kind === 'forbidden'))
    return <FaultMessage failure={failure} onRetry={() => void refetch()} />
  if (!data) return <LoadingPlate label={words.looking} />
  const finish = (sentence: string) => {
    setOpened(undefined)
    setAnswer(sentence)
    void queryClient.invalidateQueries(trpc.desk.callList.pathFilter())
    void queryClient.invalidateQueries(trpc.desk.callCount.pathFilter())
    // The row may be gone with the answer: the focus stays where the answer is read.
    requestAnimationFrame(() => document.getElementById(answerId)?.focus())
  }
  return (
    <div className="om-narrow">
      <PageHeading title={words.title} />
      <p className="text-secondary">{words.lead}</p>
      <output id={answerId} tabIndex={-1} className="d-block fw-semibold mb-3">
        {answer}
      </output>
      {data.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="mb-0">{words.noneText}</p>
        </EmptyState>
      ) : (
        <ul className="om-rows" data-steps>
          {data.map((call) => (
            <CallRow key={call.callId} call={call} onOpen={() => setOpened(call)} />
          ))}
        </ul>
      )}
      <CallDialog
        call={opened}
        onDone={finish}
        onClose={() => {
          setOpened(undefined)
          void refetch()
        }}
      />
    </div>
  )
}

function CallRow(props: { readonly call: Call; readonly onOpen: () => void }) {
  const { calls: words, topics } = useMessages()
  const { call } = props
  return (
    <li className="d-block">
      <p className="mb-2">
        <strong>{call.personName}</strong>
        <br />
        {words.about(describeTopic(call.topic, topics), call.startsAtLabel)}
      </p>
      <div className="d-flex flex-wrap align-items-center gap-3">
        <Button look="outline" data-step onKeyDown={moveInList} onClick={props.onOpen}>
          {words.open}
          <span className="visually-hidden"> {call.personName}</span>
        </Button>
        <Tag>{words.because[call.because]}</Tag>
        {!call.hasPhone && <Tag tone="warn">{words.noPhoneTag}</Tag>}
        {call.tries > 0 && <Tag tone="warn">{words.tried(call.tries, call.triedAtLabel ?? '')}</Tag>}
      </div>
    </li>
  )
}
