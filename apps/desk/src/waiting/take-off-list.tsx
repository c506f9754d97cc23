import { Button } from '@officine/ui/button'
import { Dialog } from '@officine/ui/dialog'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { useTRPC } from '../trpc.ts'

/** Takes somebody off a list because they asked to, with the reason that the log keeps. */
export function TakeOffList(props: { readonly waitId: string; readonly name: string }) {
  const { waitId, name } = props
  const { messages } = useLanguage()
  const { waiting: words, booking } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const remove = useMutation(
    trpc.desk.stopWaiting.mutationOptions({
      onSuccess: () => setIsOpen(false),
      onSettled: () => queryClient.invalidateQueries(trpc.desk.waitingList.pathFilter()),
    }),
  )
  return (
    <>
      <Button look="outline" isSmall onClick={() => setIsOpen(true)}>
        {words.remove}
        <span className="visually-hidden">: {name}</span>
      </Button>
      <Dialog
        isOpen={isOpen}
        title={words.removeTitle(name)}
        closeLabel={booking.close}
        onClose={() => setIsOpen(false)}
      >
        {isOpen && (
          <ReasonForm
            label={words.removeWhy}
            hint={words.removeHint}
            action={words.remove}
            workingLabel={remove.isPending ? words.working : undefined}
            onReason={(why) => remove.mutate({ waitId, why })}
          />
        )}
        <output className="d-block fw-semibold">{remove.error ? words.failed : ''}</output>
      </Dialog>
    </>
  )
}
