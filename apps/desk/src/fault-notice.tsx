import { Notice } from '@officine/ui/notice'
import { describeFailure } from './fault-page.tsx'
import { useMessages } from './language.tsx'
import { failureOf } from './trpc.ts'

/** Something asked for had no answer; what was typed is still on the page. */
export function FaultNotice(props: { readonly error: unknown }) {
  const { faults } = useMessages()
  const { title, text } = describeFailure(failureOf(props.error), faults)
  return (
    <Notice title={title} takesFocus>
      <p>{text}</p>
    </Notice>
  )
}
