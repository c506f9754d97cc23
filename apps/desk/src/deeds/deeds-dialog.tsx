import { Button } from '@officine/ui/button'
import { Dialog } from '@officine/ui/dialog'
import { type Fact, Facts } from '@officine/ui/facts'
import { type ReactNode, useEffect, useRef } from 'react'
import { useMessages } from '../language.tsx'
import { companionFacts } from './companion-facts.ts'
import type { DeedName, DeedOn, Done } from './deed.ts'
import { deeds, deedsFor } from './deeds.ts'

/** Which booking is open, and which deed is being asked about; none yet is the list of them. */
export type OpenedDeeds = { readonly bookingId: string; readonly asking?: DeedName | undefined }

/** A booking and what can be done with it, at the timeline and in a person's record alike. */
export function DeedsDialog(props: {
  /** The booking as it stands now; undefined keeps the dialog shut. */
  readonly on: DeedOn | undefined
  readonly asking: DeedName | undefined
  readonly facts: readonly Fact[]
  /** After the deeds: where else one can go from here. */
  readonly ways?: ReactNode
  /** Under everything: what cannot be done, and why. */
  readonly note?: string | undefined
  readonly onAsk: (asking: DeedName | undefined) => void
  readonly onCheckIn: (bookingId: string) => void
  readonly onDone: (done: Done) => void
  readonly onClose: () => void
}) {
  const messages = useMessages()
  const { booking: words } = messages
  const { on, asking } = props
  const deed = asking && deeds[asking]
  const inside = useRef<HTMLDivElement>(null)
  // What was pressed is gone with the list it stood in: the focus goes to the first thing that is asked, and back.
  useEffect(() => {
    inside.current?.querySelector<HTMLElement>('input, select, button, a')?.focus()
  }, [asking])
  return (
    <Dialog
      isOpen={on !== undefined}
      title={deed ? deed.label(messages) : (on?.personName ?? '')}
      closeLabel={words.close}
      onClose={props.onClose}
    >
      <div ref={inside}>
        {on && deed?.Ask && (
          <>
            <p className="fw-semibold">
              {words.short(on.personName, on.unitLabel)}, {on.dayLabel},{' '}
              {messages.today.period(on.from, on.to)}
            </p>
            <deed.Ask key={asking} on={on} onDone={props.onDone} onKeep={() => props.onAsk(undefined)} />
          </>
        )}
        {on && !deed?.Ask && (
          <>
            <Facts facts={[...props.facts, ...companionFacts(on, words)]} />
            <div className="d-flex flex-wrap gap-3">
              {deedsFor(on.deeds).map(([name, { label, look, Ask }]) => (
                <Button
                  key={name}
                  look={look}
                  onClick={() => (Ask ? props.onAsk(name) : props.onCheckIn(on.bookingId))}
                >
                  {label(messages)}
                </Button>
              ))}
              {props.ways}
            </div>
            {props.note !== undefined && <p className="small text-secondary mt-3 mb-0">{props.note}</p>}
          </>
        )}
      </div>
    </Dialog>
  )
}
