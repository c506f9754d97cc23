import { Button } from '@officine/ui/button'
import { SelectField } from '@officine/ui/select-field'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { excuseKinds } from '@officine/domain/attendance/excuse-kinds'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { useTRPC } from '../trpc.ts'
import type { AskProps, Deed } from './deed.ts'
import { describeExcuseRefusal } from './describe-restore-refusal.ts'

export const excuse: Deed = {
  label: ({ attendance }) => attendance.excuse,
  look: 'outline',
  Ask: ExcuseAbsence,
}

/** Writes down why somebody could not come, as they say it: one word of a list, and no certificate. */
function ExcuseAbsence({ on, onDone, onKeep }: AskProps) {
  const { language, messages } = useLanguage()
  const { attendance: words, deeds } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [kind, setKind] = useState<string>()
  const [isKindMissing, setIsKindMissing] = useState(false)
  const because = excuseKinds.find((each) => each === kind)
  const excused = useMutation(
    trpc.desk.excuse.mutationOptions({
      onSuccess: (answer) => {
        if (answer.excused) onDone({ lines: [words.excused] })
      },
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
    }),
  )
  return (
    <>
      <p>{words.excuseText}</p>
      <SelectField
        id="motivo-assenza"
        label={words.excuseKind}
        value={kind ?? ''}
        onChange={(press) => {
          setKind(press.currentTarget.value)
          setIsKindMissing(false)
          excused.reset()
        }}
        options={[
          { value: '', label: words.chooseKind },
          ...excuseKinds.map((each) => ({ value: each, label: words.kinds[each] })),
        ]}
      />
      {excused.error && <FaultNotice error={excused.error} />}
      <output className="d-block fw-semibold mb-2">
        {excused.data?.excused === false
          ? describeExcuseRefusal(excused.data.refusal, words)
          : isKindMissing
            ? words.kindMissing
            : ''}
      </output>
      <ReasonForm
        label={words.whoSays}
        hint={words.whoSaysHint}
        action={words.excuseYes}
        workingLabel={excused.isPending ? words.excusing : undefined}
        leavesFocus
        onReason={(why) => {
          setIsKindMissing(because === undefined)
          if (because !== undefined) excused.mutate({ bookingId: on.bookingId, because, why, language })
        }}
        wayBack={
          <Button look="outline" onClick={onKeep}>
            {deeds.keep}
          </Button>
        }
      />
    </>
  )
}
