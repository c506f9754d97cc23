import { Dialog } from '@officine/ui/dialog'
import { Facts } from '@officine/ui/facts'
import { useMutation } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { useTRPC } from '../trpc.ts'
import type { Visit } from './use-present.ts'

type Child = Visit['children'][number]

/** Who may collect a child and what the parents wrote: shut until somebody says why, and the opening stays written. */
export function CareDialog(props: { readonly child: Child | undefined; readonly onClose: () => void }) {
  const { present: words, booking } = useMessages()
  const { child } = props
  return (
    <Dialog
      isOpen={child !== undefined}
      title={child ? words.whoCollects(child.childName) : ''}
      closeLabel={booking.close}
      onClose={props.onClose}
    >
      {child && <AskedCare key={child.dependantId} dependantId={child.dependantId} />}
    </Dialog>
  )
}

function AskedCare(props: { readonly dependantId: string }) {
  const { present: words, record } = useMessages()
  const trpc = useTRPC()
  const open = useMutation(trpc.desk.openCare.mutationOptions())
  if (open.data) {
    const { mayCollect, emergencyContact, allergies } = open.data
    return (
      <div aria-live="polite">
        <Facts
          facts={[
            { term: words.mayCollect, detail: mayCollect ?? words.notSaid },
            { term: words.emergencyContact, detail: emergencyContact ?? words.notSaid },
            { term: words.allergies, detail: allergies ?? words.notSaid },
          ]}
        />
      </div>
    )
  }
  return (
    <>
      <p>{words.careLogged}</p>
      {open.error && <FaultNotice error={open.error} />}
      <ReasonForm
        label={record.why}
        hint={words.careHint}
        action={words.openCare}
        workingLabel={open.isPending ? record.opening : undefined}
        onReason={(why) => open.mutate({ dependantId: props.dependantId, why })}
      />
    </>
  )
}
