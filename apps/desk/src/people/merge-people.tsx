import { Button, ButtonLink } from '@officine/ui/button'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NamedPerson } from '../chosen-person.tsx'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { paths } from '../paths.ts'
import { ReasonForm } from '../reason-form.tsx'
import { useTRPC } from '../trpc.ts'
import { FindPerson } from './find-person.tsx'
import type { KnownPerson } from './known-person.ts'
import { SideBySide } from './side-by-side.tsx'

/** Two records of one person become one: the other is found, both are seen side by side, and the desk decides knowing that there is no way back. */
export function MergePeople(props: { readonly known: KnownPerson }) {
  const { language, messages } = useLanguage()
  const { merge: words, looksKnown } = messages
  const trpc = useTRPC()
  const { personId } = props.known
  const likely = useQuery(trpc.desk.likelyTwins.queryOptions({ personId, language }))
  const [other, setOther] = useState<NamedPerson>()
  const [why, setWhy] = useState('')
  const compare = useMutation(trpc.desk.comparePeople.mutationOptions())
  const [merged, setMerged] = useState<string>()

  if (merged !== undefined) {
    return (
      <>
        <output className="d-block fw-semibold mb-3">{words.done}</output>
        <ButtonLink href={paths.person(merged)}>{words.openMerged}</ButtonLink>
      </>
    )
  }
  if (other === undefined) {
    return (
      <>
        <p>{words.lead}</p>
        {likely.error && <FaultNotice error={likely.error} />}
        {likely.data && (
          <>
            <h3>{words.likely}</h3>
            {likely.data.length === 0 && <p className="text-secondary">{words.noneLikely}</p>}
            <ul className="om-rows mb-3">
              {likely.data.map((person) => (
                <li key={person.personId}>
                  <span>
                    <strong>{person.name}</strong>
                    <br />
                    {person.alike.map((each) => looksKnown.alike[each]).join(', ')}
                  </span>
                  <Button look="outline" isSmall onClick={() => setOther(person)}>
                    {words.compare}
                    <span className="visually-hidden"> {person.name}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <FindPerson onChoose={setOther} action={words.compare} />
      </>
    )
  }
  if (compare.data === undefined) {
    return (
      <>
        {compare.error && <FaultNotice error={compare.error} />}
        <ReasonForm
          label={words.whyLabel(other.name)}
          hint={words.whyHint}
          action={words.compare}
          workingLabel={compare.isPending ? words.looking : undefined}
          onReason={(reason) => {
            setWhy(reason)
            compare.mutate({ personId, otherId: other.personId, why: reason, language })
          }}
          wayBack={
            <Button look="outline" onClick={() => setOther(undefined)}>
              {words.again}
            </Button>
          }
        />
      </>
    )
  }
  return (
    <SideBySide
      compared={compare.data}
      why={why}
      onMerged={setMerged}
      onAgain={() => {
        compare.reset()
        setOther(undefined)
      }}
    />
  )
}
