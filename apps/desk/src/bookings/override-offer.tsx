import { Button } from '@officine/ui/button'
import { useState } from 'react'
import { useMessages } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { isManager, useMe } from '../town.ts'

/** Under a refusal that is a rule of the town: a manager may book all the same, and says why; others are told who can. */
export function OverrideOffer(props: {
  readonly isWorking: boolean
  readonly onOverride: (why: string) => void
}) {
  const { override: words } = useMessages()
  const me = useMe()
  const [isAsking, setIsAsking] = useState(false)
  if (!isManager(me)) return <p className="mb-0">{words.askManager}</p>
  if (!isAsking) {
    return (
      <p className="mb-0">
        <Button look="outline" onClick={() => setIsAsking(true)}>
          {words.offer}
        </Button>
      </p>
    )
  }
  return (
    <section aria-labelledby="deroga">
      <h3 id="deroga">{words.title}</h3>
      <p>{words.text}</p>
      <ReasonForm
        label={words.why}
        hint={words.whyHint}
        action={words.confirm}
        workingLabel={props.isWorking ? words.working : undefined}
        onReason={props.onOverride}
        wayBack={
          <Button look="outline" onClick={() => setIsAsking(false)}>
            {words.keep}
          </Button>
        }
      />
    </section>
  )
}
