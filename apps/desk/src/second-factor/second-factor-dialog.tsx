import { Dialog } from '@officine/ui/dialog'
import { useQueryClient } from '@tanstack/react-query'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { answerAsked, useAskedCode } from './asked-code.ts'
import { ConnectPhone } from './connect-phone.tsx'
import { GiveCode } from './give-code.tsx'

/** Asks for the second factor over the page, when it runs out in the middle of work or a deed wants a fresh one. */
export function SecondFactorDialog() {
  const { secondFactor: words } = useMessages()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const missing = useAskedCode()
  const onGiven = () => {
    answerAsked(true)
    void queryClient.invalidateQueries(trpc.identity.me.pathFilter())
  }
  const isNew = missing === 'second-factor-not-enrolled'
  return (
    <Dialog
      isOpen={missing !== undefined}
      title={isNew ? words.connectTitle : words.dialogTitle}
      closeLabel={words.notNow}
      onClose={() => answerAsked(false)}
    >
      {missing !== undefined && (
        <>
          <p>{words.dialogText}</p>
          {isNew ? <ConnectPhone onConnected={onGiven} /> : <GiveCode onGiven={onGiven} />}
        </>
      )}
    </Dialog>
  )
}
