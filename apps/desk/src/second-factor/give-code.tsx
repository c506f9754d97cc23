import { Button } from '@officine/ui/button'
import { Notice } from '@officine/ui/notice'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { CodeForm } from './code-form.tsx'
import { describeFactorRefusal } from './describe-factor-refusal.ts'

/** Gives the code of the phone, or a recovery code in its place. */
export function GiveCode(props: { readonly onGiven: () => void }) {
  const { language, messages } = useLanguage()
  const { secondFactor: words } = messages
  const trpc = useTRPC()
  const [kind, setKind] = useState<'phone' | 'recovery'>('phone')
  const give = useMutation(
    trpc.secondFactor.give.mutationOptions({
      onSuccess: (answer) => {
        if (answer.given && answer.codesLeft === undefined) props.onGiven()
      },
    }),
  )
  const answer = give.data
  if (answer?.given && answer.codesLeft !== undefined) {
    return (
      <Notice title={words.enteredByRecovery} takesFocus>
        <p>{words.codesLeft(answer.codesLeft)}</p>
        <Button onClick={props.onGiven}>{words.enter}</Button>
      </Notice>
    )
  }
  const isRecovery = kind === 'recovery'
  const refusal = answer?.given === false ? answer.refusal : undefined
  return (
    <>
      {give.error && <FaultNotice error={give.error} />}
      <CodeForm
        kind={kind}
        action={words.give}
        error={refusal && describeFactorRefusal(refusal, words, isRecovery)}
        isWorking={give.isPending}
        onCode={(code) => give.mutate({ code: code === '' ? '-' : code, language })}
      />
      <p className="mt-3 mb-0">
        <Button
          look="link"
          isSmall
          onClick={() => {
            give.reset()
            setKind(isRecovery ? 'phone' : 'recovery')
          }}
        >
          {isRecovery ? words.usePhone : words.useRecovery}
        </Button>
      </p>
      <p className="small text-secondary">{words.lost}</p>
    </>
  )
}
