import { Button } from '@officine/ui/button'
import { newKey } from '@officine/ui/new-key'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { describeWaitRefusal } from './describe-wait-refusal.ts'
import type { BookingRequest } from './use-book-for.ts'

/** A wish that cannot be had now. */
export type Wished = BookingRequest & { readonly label: string }

/** Puts a person on the list of a full time, by the same rules as at home; the answer stays beside the button. */
export function PutOnList(props: { readonly wished: Wished }) {
  const { label, override: _override, ...request } = props.wished
  const { language, messages } = useLanguage()
  const words = messages.waiting
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const of = JSON.stringify(request)
  const [attempt, setAttempt] = useState({ of, key: newKey() })
  const join = useMutation(
    trpc.desk.waitFor.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.desk.waitingList.pathFilter()),
    }),
  )
  const press = () => {
    // The key belongs to the wish: pressing again after a lost answer asks once.
    const asked = attempt.of === of ? attempt : { of, key: newKey() }
    setAttempt(asked)
    join.mutate({ ...request, idempotencyKey: asked.key, language })
  }
  const answer = attempt.of === of ? join.data : undefined
  return (
    <div className="py-2">
      {answer?.waits !== true && (
        <Button
          look="outline"
          isSmall
          onClick={press}
          workingLabel={join.isPending ? words.adding : undefined}
        >
          {words.add(label)}
        </Button>
      )}
      <output className="d-block fw-semibold">
        {join.error
          ? words.failed
          : answer &&
            (answer.waits
              ? words.added(answer.wait.place?.position ?? 1)
              : describeWaitRefusal(answer.refusal, messages))}
      </output>
    </div>
  )
}
