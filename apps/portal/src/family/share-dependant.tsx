import { Button } from '@officine/ui/button'
import { useMutation } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { Dependant } from './family-page.tsx'

/** A code to say to the other parent, who types it on this same page of theirs. */
export function ShareDependant(props: { readonly dependant: Dependant }) {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { family: words } = messages
  const { dependantId, givenName } = props.dependant
  const share = useMutation(trpc.dependants.share.mutationOptions())
  return (
    <>
      <Button
        look="outline"
        isSmall
        onClick={() => share.mutate({ dependantId, language })}
        workingLabel={share.isPending ? words.preparing : undefined}
      >
        {words.share}
        <span className="visually-hidden">: {givenName}</span>
      </Button>
      <output className="d-block w-100 order-last">
        {share.data && (
          <>
            {words.sayCode} <strong className="font-monospace text-nowrap">{share.data.code}</strong>.{' '}
            {words.codeUntil(share.data.expiresAtLabel)}
          </>
        )}
        {share.isError && words.failed}
      </output>
    </>
  )
}
