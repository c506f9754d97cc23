import { Button } from '@officine/ui/button'
import { useMutation } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import { useTown } from '../town.ts'
import { useTRPC } from '../trpc.ts'
import type { KnownPerson } from './known-person.ts'

/** The privacy notice, read out or handed over at the counter. */
export function GiveNotice(props: {
  readonly known: KnownPerson
  readonly onDone: (sentence: string, known: KnownPerson) => void
}) {
  const { kept: words, register } = useMessages()
  const trpc = useTRPC()
  const { version } = useTown().privacyNotice
  const accept = useMutation(
    trpc.desk.acceptNotice.mutationOptions({
      onSuccess: (answer) => {
        if (answer.accepted)
          props.onDone(words.noticeSaved, {
            ...props.known,
            notice: { ...props.known.notice, isCurrent: true },
          })
      },
    }),
  )
  const { personId } = props.known
  return (
    <>
      <p>{words.noticeText(version)}</p>
      <p>
        <a className="om-tap" href={paths.privacy()} target="_blank" rel="noreferrer">
          {register.readNotice}
        </a>
      </p>
      {accept.error && <FaultNotice error={accept.error} />}
      <output className="d-block fw-semibold mb-2">
        {accept.data?.accepted === false ? words.noticeOutdated : ''}
      </output>
      <div className="d-flex flex-wrap gap-3">
        <Button
          workingLabel={accept.isPending ? words.saving : undefined}
          onClick={() => accept.mutate({ personId, version, how: 'read-out' })}
        >
          {words.noticeRead}
        </Button>
        <Button
          look="outline"
          workingLabel={accept.isPending ? words.saving : undefined}
          onClick={() => accept.mutate({ personId, version, how: 'handed-over' })}
        >
          {words.noticeHanded}
        </Button>
      </div>
    </>
  )
}
