import { Button } from '@officine/ui/button'
import { Notice } from '@officine/ui/notice'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { failureOf } from '../trpc.ts'

/** No answer: on a line that broke halfway the booking may be there, and asking again with the same key is safe. */
export function BookingFault(props: { readonly error: unknown; readonly onRetry: () => void }) {
  const { newBooking: words } = useMessages()
  const { kind } = failureOf(props.error)
  if (kind !== 'unreachable' && kind !== 'away') return <FaultNotice error={props.error} />
  return (
    <Notice title={words.unknown} takesFocus>
      <p>{words.unknownText}</p>
      <p>
        <Button onClick={props.onRetry}>{words.retry}</Button>
      </p>
    </Notice>
  )
}
