import { EmptyState } from '@officine/ui/empty-state'
import { newKey } from '@officine/ui/new-key'
import { Notice } from '@officine/ui/notice'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { useTRPC } from '../trpc.ts'
import { answersOf, type Choices, type Preview, usualChoices } from './choices.ts'
import { ClosureForm } from './closure-form.tsx'
import { ClosureList } from './closure-list.tsx'
import { ClosurePreview } from './closure-preview.tsx'
import { type Closed, ClosureResult } from './closure-result.tsx'
import { describeClosureRefusal } from './describe-closure-refusal.ts'
import { type DecidedChange, LiftClosure } from './lift-closure.tsx'
import type { AskedClosure } from './read-closure.ts'

type Shown = {
  readonly asked: AskedClosure
  readonly preview: Preview
  readonly choices: Choices
  /** The caller's own name for the press, so that one that arrives twice closes once. */
  readonly key: string
}

/** What is shut and what opens at other hours; a manager decides, and says what becomes of every booking it touches. */
export function ClosuresPage() {
  const { language, messages } = useLanguage()
  const { closures: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data } = useSuspenseQuery(trpc.desk.closures.queryOptions({ language }, { staleTime: 0 }))
  const [shown, setShown] = useState<Shown>()
  const [closed, setClosed] = useState<Closed>()
  const [lifting, setLifting] = useState<DecidedChange>()
  const [lifted, setLifted] = useState<number>()
  // A new form after each closure, and only then: what is being typed is never lost.
  const [turn, setTurn] = useState(0)
  const show = (asked: AskedClosure, preview: Preview) =>
    setShown({ asked, preview, choices: usualChoices(preview.touched), key: newKey() })

  const preview = useMutation(
    trpc.desk.previewClosure.mutationOptions({
      onSuccess: (found, asked) => {
        if (found.possible) show(asked, found)
      },
    }),
  )
  const close = useMutation(
    trpc.desk.close.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.closed) {
          setClosed(outcome)
          setTurn(turn + 1)
          setShown(undefined)
        } else if (outcome.preview?.possible && shown) show(shown.asked, outcome.preview)
      },
      onSettled: () => {
        void queryClient.invalidateQueries(trpc.bookings.pathFilter())
        return queryClient.invalidateQueries(trpc.desk.pathFilter())
      },
    }),
  )
  const startAnew = () => {
    setShown(undefined)
    preview.reset()
    close.reset()
  }
  const refusal =
    close.data?.closed === false
      ? close.data.refusal
      : preview.data?.possible === false
        ? preview.data.refusal
        : undefined
  const error = close.error ?? preview.error
  return (
    <>
      <PageHeading title={words.title} />
      <p className="text-secondary">{words.lead}</p>
      {lifted !== undefined && <output className="d-block mb-3">{words.liftedText(lifted)}</output>}
      {closed && <ClosureResult key={closed.closureId} closed={closed} />}
      {data.decided.length + data.ofTown.length === 0 ? (
        <EmptyState title={words.nothing}>
          <p className="mb-0">{words.nothingText}</p>
        </EmptyState>
      ) : (
        <ClosureList closures={data} onLift={setLifting} />
      )}
      {data.mayDecide ? (
        <section className="om-narrow mt-5 om-screen" aria-labelledby="nuova-chiusura">
          <h2 id="nuova-chiusura">{words.newOne}</h2>
          <ClosureForm
            key={turn}
            closures={data}
            workingLabel={preview.isPending ? words.looking : undefined}
            onChange={startAnew}
            onAsk={(asked) => {
              startAnew()
              setLifted(undefined)
              setClosed(undefined)
              preview.mutate({ ...asked, language })
            }}
          />
        </section>
      ) : (
        <p className="text-secondary mt-4">{words.onlyManagers}</p>
      )}
      <div className="mt-4">{error && <FaultNotice error={error} />}</div>
      {refusal && (
        <Notice key={refusal.reason} title={words.notDone} takesFocus>
          <p className="mb-0">{describeClosureRefusal(refusal, messages)}</p>
        </Notice>
      )}
      {shown && (
        <ClosurePreview
          key={shown.preview.seen}
          touched={shown.preview.touched}
          choices={shown.choices}
          workingLabel={close.isPending ? words.working : undefined}
          onChoose={(choices) => setShown({ ...shown, choices })}
          onConfirm={() => {
            const answers = answersOf(shown.preview.touched, shown.choices)
            if (answers === undefined) return
            close.mutate({
              ...shown.asked,
              language,
              seen: shown.preview.seen,
              answers: [...answers],
              rest: 'usual',
              idempotencyKey: shown.key,
            })
          }}
        />
      )}
      <LiftClosure
        change={lifting}
        onLifted={(settled) => {
          setLifting(undefined)
          setLifted(settled)
        }}
        onClose={() => setLifting(undefined)}
      />
    </>
  )
}
