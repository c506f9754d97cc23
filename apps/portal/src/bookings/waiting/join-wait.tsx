import { alongInput } from '@officine/ui/along'
import { Button, ButtonLink } from '@officine/ui/button'
import { newKey } from '@officine/ui/new-key'
import { Notice } from '@officine/ui/notice'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc.ts'
import type { CompleteChoice } from '../summary-page.tsx'
import { describeWaitRefusal } from './describe-wait-refusal.ts'

/** The button that puts a wish on the waiting list, and the answer when it cannot be there. */
export function JoinWait(props: { readonly choice: CompleteChoice; readonly look?: 'primary' | 'outline' }) {
  const { choice } = props
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { language, messages } = useLanguage()
  const words = messages.waiting
  const [idempotencyKey] = useState(newKey)
  const join = useMutation(
    trpc.bookings.waitFor.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.bookings.pathFilter()),
      onSuccess: (decision) => {
        if (decision.waits) void router.navigate({ href: paths.wait(decision.wait.waitId) })
      },
    }),
  )
  const [from = '', to = ''] = choice.time.split('-')
  const press = () =>
    join.mutate({
      poolId: choice.pool,
      day: choice.day,
      from,
      to,
      ...(choice.people === undefined ? {} : { units: choice.people }),
      ...alongInput(choice.along ?? []),
      idempotencyKey,
      language,
    })
  const refusal = join.data?.waits === false ? join.data.refusal : undefined
  return (
    <>
      {refusal && (
        <Notice title={words.cannot} takesFocus>
          <p className="mb-0">{describeWaitRefusal(refusal, messages)}</p>
          {refusal.reason === 'already-waiting' && (
            <p className="mt-3 mb-0">
              <ButtonLink href={paths.wait(refusal.waitId)}>{words.see}</ButtonLink>
            </p>
          )}
          {refusal.reason === 'free-now' && (
            <p className="mt-3 mb-0">
              <ButtonLink href={paths.summary(choice)}>{messages.summary.choose}</ButtonLink>
            </p>
          )}
        </Notice>
      )}
      {!refusal && (
        <>
          <Button
            look={props.look ?? 'primary'}
            onClick={press}
            workingLabel={join.isPending || join.isSuccess ? words.joining : undefined}
          >
            {words.join}
          </Button>
          <p className="small text-secondary mt-2 mb-0">{words.joinNote}</p>
        </>
      )}
      <output className="d-block fw-semibold">{join.error ? words.failed : ''}</output>
    </>
  )
}
