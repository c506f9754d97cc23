import { Button } from '@officine/ui/button'
import { Callout } from '@officine/ui/callout'
import { CheckField } from '@officine/ui/check-field'
import { Notice } from '@officine/ui/notice'
import { Tag } from '@officine/ui/tag'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { capWords, type Compared, describeMergeRefusal, type MergeRefusal, rowsOf } from './describe-merge.ts'

type Choice = Compared['toChoose'][number]

/** Two records beside each other, what the desk must choose, what follows, and the button that cannot be taken back. */
export function SideBySide(props: {
  readonly compared: Compared
  readonly why: string
  readonly onMerged: (personId: string) => void
  readonly onAgain: () => void
}) {
  const { language, messages } = useLanguage()
  const { merge: words } = messages
  const trpc = useTRPC()
  const { compared, why } = props
  const { first, second, survivor, toChoose } = compared
  const [wins, setWins] = useState<Readonly<Partial<Record<Choice, 'first' | 'second'>>>>({})
  const merge = useMutation(
    trpc.desk.mergePeople.mutationOptions({
      onSuccess: (answer) => {
        if (answer.merged) props.onMerged(answer.personId)
      },
    }),
  )
  const refusal: MergeRefusal | undefined =
    merge.data?.merged === false ? merge.data.refusal : compared.refusal
  return (
    <>
      {merge.error && <FaultNotice error={merge.error} />}
      {refusal && (
        <Notice title={words.title} takesFocus>
          {describeMergeRefusal(refusal, words).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <table className="table om-stack">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            {(['first', 'second'] as const).map((side) => (
              <th key={side} scope="col">
                {words[side]} {survivor === side && <Tag tone="accent">{words.stays}</Tag>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(compared, words).map(({ term, sides }) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              <td data-l={words.first}>{sides[0]}</td>
              <td data-l={words.second}>{sides[1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {toChoose.map((fact) => (
        <fieldset key={fact} className="mb-3">
          <legend className="om-group-title">
            {words.choose}: {words.facts[fact]}
          </legend>
          {(['first', 'second'] as const).map((side) => (
            <CheckField
              key={side}
              id={`${fact}-${side}`}
              kind="radio"
              name={fact}
              label={(side === 'first' ? first : second)[fact] ?? words.unknown}
              isChosen={(wins[fact] ?? survivor) === side}
              onChoose={() => setWins({ ...wins, [fact]: side })}
            />
          ))}
        </fieldset>
      ))}
      {compared.capsPassed.map((cap) => (
        <p key={`${cap.per} ${cap.dayLabel}`}>{capWords(cap, messages)}</p>
      ))}
      <Callout>
        <p className="mb-0">{words.irreversible}</p>
      </Callout>
      <div className="d-flex flex-wrap gap-3">
        {refusal === undefined && (
          <Button
            look="danger"
            workingLabel={merge.isPending ? words.merging : undefined}
            onClick={() =>
              merge.mutate({ personId: first.personId, otherId: second.personId, why, wins, language })
            }
          >
            {words.confirm}
          </Button>
        )}
        <Button look="outline" onClick={props.onAgain}>
          {words.again}
        </Button>
      </div>
    </>
  )
}
