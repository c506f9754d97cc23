import { Button } from '@officine/ui/button'
import { Tag, type TagTone } from '@officine/ui/tag'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { describeVerification } from './describe-verification.ts'
import type { Preferences } from './messages-page.tsx'

type Email = NonNullable<Preferences['email']>

const tones: Record<Email['state'], TagTone> = { verified: 'ok', unverified: 'warn', refused: 'bad' }

/** The address we write to, whether it answers, and how to have the link again. */
export function EmailState(props: { readonly email: Email | undefined }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { messages: words } = useMessages()
  const { email } = props
  const ask = useMutation(
    trpc.notifications.askVerification.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.notifications.preferences.pathFilter()),
    }),
  )
  if (!email) return <p>{words.noEmail}</p>
  return (
    <>
      <p className="mb-2">
        <strong className="text-break">{email.address}</strong>{' '}
        <Tag tone={tones[email.state]}>{words.states[email.state]}</Tag>
      </p>
      <p>{words.stateText[email.state]}</p>
      {email.state !== 'verified' && (
        <Button
          look="outline"
          onClick={() => ask.mutate()}
          workingLabel={ask.isPending ? words.sending : undefined}
        >
          {words.sendLink}
        </Button>
      )}
      <output className="d-block my-3 fw-semibold">
        {ask.data ? describeVerification(ask.data, words) : ask.isError ? words.failed : ''}
      </output>
    </>
  )
}
