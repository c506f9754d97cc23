import { Button } from '@officine/ui/button'
import { ConfirmDialog } from '@officine/ui/confirm-dialog'
import { newKey } from '@officine/ui/new-key'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { ShownBooking } from './booking-page.tsx'
import { describeChangeRefusal, describeLeaveRefusal } from './describe-change-refusal.ts'

/** While one is in: go before the end, which frees the places at once, or stay for the next time. */
export function PresenceActions(props: { readonly booking: ShownBooking }) {
  const { booking } = props
  const { language, messages } = useLanguage()
  const words = messages.changes
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const [idempotencyKey, setIdempotencyKey] = useState(newKey)
  const onSettled = () => {
    setIsAsking(false)
    // A new press is a new request: the hours may have changed since.
    setIdempotencyKey(newKey())
    return queryClient.invalidateQueries(trpc.bookings.pathFilter())
  }
  const leave = useMutation(trpc.bookings.leaveEarly.mutationOptions({ onSettled }))
  const stay = useMutation(trpc.bookings.stayLonger.mutationOptions({ onSettled }))
  const { bookingId } = booking
  const said = leave.data
    ? leave.data.left
      ? words.left
      : describeLeaveRefusal(leave.data.refusal, words)
    : stay.data
      ? stay.data.extended
        ? words.stayed(stay.data.booking.timeLabel)
        : describeChangeRefusal(stay.data.refusal, messages)
      : leave.error || stay.error
        ? words.failed
        : ''
  return (
    <>
      {(booking.canLeaveEarly || booking.canStayLonger) && (
        <div className="d-flex flex-wrap gap-3 mt-3">
          {booking.canLeaveEarly && (
            <Button look="outline" onClick={() => setIsAsking(true)}>
              {words.leave}
            </Button>
          )}
          {booking.canStayLonger && (
            <Button
              look="outline"
              workingLabel={stay.isPending ? words.asking : undefined}
              onClick={() => {
                leave.reset()
                stay.mutate({ bookingId, idempotencyKey, language })
              }}
            >
              {words.stay}
            </Button>
          )}
        </div>
      )}
      <output className="d-block mt-3 fw-semibold">{said}</output>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.leaveTitle}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button
              onClick={() => leave.mutate({ bookingId, language })}
              workingLabel={leave.isPending ? words.asking : undefined}
            >
              {words.leaveYes}
            </Button>
            <Button look="outline" onClick={() => setIsAsking(false)}>
              {words.leaveNo}
            </Button>
          </>
        }
      >
        <p className="mb-0">{words.leaveText}</p>
      </ConfirmDialog>
    </>
  )
}
