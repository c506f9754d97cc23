import { Button } from '@officine/ui/button'
import { ErrorSummary, type FieldError } from '@officine/ui/error-summary'
import { Notice } from '@officine/ui/notice'
import { TextArea } from '@officine/ui/text-area'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ChildFields, missingInChild, readChild } from '../child-fields.tsx'
import { describeChildRefusal } from '../describe-child-refusal.ts'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { Dependant } from './family-page.tsx'
import { readNotes } from './read-notes.ts'

const longestNote = 500

/** What is known of a child, to correct: who they are and what the staff must know. An emptied note is deleted. */
export function ChangeDependant(props: { readonly dependant: Dependant; readonly onDone: () => void }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { family: words, identity, faults } = useMessages()
  const { dependant, onDone } = props
  const { dependantId, care } = dependant
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const change = useMutation(
    trpc.dependants.change.mutationOptions({
      onSuccess: async (answer) => {
        if (!answer.changed) return setErrors([describeChildRefusal(answer.refusal, words)])
        await queryClient.invalidateQueries(trpc.dependants.pathFilter())
        onDone()
      },
    }),
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const child = readChild(event.currentTarget)
        const missing = missingInChild(child, words)
        setErrors(missing)
        if (missing.length > 0) return
        change.mutate({ dependantId, ...child, ...readNotes(new FormData(event.currentTarget)) })
      }}
    >
      <ErrorSummary title={identity.errors(errors.length)} errors={errors} />
      {change.isError && (
        <Notice title={faults.title} takesFocus>
          <p>{identity.failed}</p>
        </Notice>
      )}
      <ChildFields errors={errors} child={dependant} />
      <TextArea
        id="chi-ritira"
        name="mayCollect"
        maxLength={longestNote}
        label={words.mayCollect}
        hint={words.mayCollectHint}
        defaultValue={care.mayCollect}
      />
      <TextArea
        id="allergie"
        name="allergies"
        maxLength={longestNote}
        label={words.allergies}
        hint={words.allergiesHint}
        defaultValue={care.allergies}
      />
      <TextArea
        id="emergenza"
        name="emergencyContact"
        maxLength={longestNote}
        label={words.emergencyContact}
        hint={words.emergencyHint}
        defaultValue={care.emergencyContact}
      />
      <p className="small text-secondary">{words.keptApart}</p>
      <div className="d-flex flex-wrap gap-3">
        <Button type="submit" workingLabel={change.isPending ? identity.saving : undefined}>
          {identity.save}
        </Button>
        <Button look="outline" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
