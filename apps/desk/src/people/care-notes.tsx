import { Button } from '@officine/ui/button'
import { TextArea } from '@officine/ui/text-area'
import { useMutation } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { textOf } from '../text-of.ts'
import { useTRPC } from '../trpc.ts'
import type { Dependant } from './household.tsx'

const notes = ['mayCollect', 'allergies', 'emergencyContact'] as const

/** What the parents wrote about somebody: opened with a reason, and only then to correct. An emptied note is deleted. */
export function CareNotes(props: {
  readonly personId: string
  readonly dependant: Dependant
  readonly onChanged: () => void
}) {
  const { household: words } = useMessages()
  const trpc = useTRPC()
  const { dependantId } = props.dependant
  const open = useMutation(trpc.desk.openCare.mutationOptions())
  const change = useMutation(
    trpc.desk.changeDependant.mutationOptions({
      onSuccess: (answer) => {
        if (answer.changed) props.onChanged()
      },
    }),
  )
  if (open.data === undefined) {
    return (
      <>
        <p>{words.careText}</p>
        {open.error && <FaultNotice error={open.error} />}
        <ReasonForm
          label={words.why}
          hint={words.whyHint}
          action={words.open}
          workingLabel={open.isPending ? words.opening : undefined}
          onReason={(why) => open.mutate({ dependantId, why })}
        />
      </>
    )
  }
  const { data } = open
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        const said = (note: (typeof notes)[number]) => textOf(typed, note).replace(/\s+/g, ' ') || null
        const [mayCollect, allergies, emergencyContact] = notes.map(said)
        change.mutate({ personId: props.personId, dependantId, mayCollect, allergies, emergencyContact })
      }}
    >
      {change.error && <FaultNotice error={change.error} />}
      {notes.map((note) => (
        <TextArea
          key={note}
          id={`cura-${note}`}
          name={note}
          label={words[note]}
          maxLength={500}
          autoComplete="off"
          defaultValue={data[note]}
          placeholder={words.notWritten}
        />
      ))}
      <Button type="submit" look="outline" workingLabel={change.isPending ? words.saving : undefined}>
        {words.changeCare}
      </Button>
    </form>
  )
}
