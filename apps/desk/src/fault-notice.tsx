import { ButtonLink } from '@officine/ui/button'
import { Notice } from '@officine/ui/notice'
import { useRouterState } from '@tanstack/react-router'
import { describeFailure } from './fault-page.tsx'
import { useMessages } from './language.tsx'
import { paths } from './paths.ts'
import { failureOf } from './trpc.ts'

/** Something asked for had no answer; what was typed is still on the page. */
export function FaultNotice(props: { readonly error: unknown }) {
  const { faults } = useMessages()
  const here = useRouterState({ select: (state) => state.location.publicHref })
  const failure = failureOf(props.error)
  const { title, text } = describeFailure(failure, faults)
  return (
    <Notice title={title} takesFocus>
      <p>{text}</p>
      {failure.kind === 'signed-out' && (
        <ButtonLink href={paths.signIn(here)} look="outline">
          {faults.signIn}
        </ButtonLink>
      )}
    </Notice>
  )
}
