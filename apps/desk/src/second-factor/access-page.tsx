import { Button } from '@officine/ui/button'
import { Callout } from '@officine/ui/callout'
import { Facts } from '@officine/ui/facts'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { useTRPC } from '../trpc.ts'
import { ConnectPhone } from './connect-phone.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** How the person at the desk gets in: their roles, their phone, what helps without it. */
export function AccessPage() {
  const { language, messages } = useLanguage()
  const { secondFactor: words, staff } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data: mine } = useSuspenseQuery(trpc.staff.mine.queryOptions({ language }))
  const renew = useMutation(trpc.secondFactor.renewCodes.mutationOptions())
  const [isConnecting, setIsConnecting] = useState(false)
  const afterwards = () => {
    setIsConnecting(false)
    renew.reset()
    void queryClient.invalidateQueries(trpc.staff.pathFilter())
    void queryClient.invalidateQueries(trpc.identity.me.pathFilter())
  }
  const facts = [
    {
      term: words.roles,
      detail: mine.roles
        .map(({ role, lastDayLabel }) => `${staff.roleNames[role]} ${staff.until(lastDayLabel)}`)
        .join(', '),
    },
    { term: words.phone, detail: mine.hasSecondFactor ? words.connected : words.notConnected },
    ...(mine.hasSecondFactor ? [{ term: words.codes, detail: words.left(mine.codesLeft) }] : []),
  ]
  return (
    <div className="om-narrow">
      <PageHeading title={words.accessTitle} />
      {renew.data && <RecoveryCodes codes={renew.data.recoveryCodes} onKept={afterwards} />}
      {isConnecting && (
        <>
          {mine.hasSecondFactor && (
            <Callout>
              <p>{words.connectAnotherText}</p>
            </Callout>
          )}
          <ConnectPhone onConnected={afterwards} />
        </>
      )}
      {!renew.data && !isConnecting && (
        <>
          <Facts facts={facts} />
          {renew.error && <FaultNotice error={renew.error} />}
          <div className="d-flex flex-wrap gap-3">
            <Button look="outline" onClick={() => setIsConnecting(true)}>
              {mine.hasSecondFactor ? words.connectAnother : words.connectFirst}
            </Button>
            {mine.hasSecondFactor && (
              <Button
                look="outline"
                workingLabel={renew.isPending ? words.renewing : undefined}
                onClick={() => renew.mutate()}
              >
                {words.renew}
              </Button>
            )}
          </div>
          {mine.hasSecondFactor && <p className="small text-secondary mt-2">{words.renewText}</p>}
        </>
      )}
    </div>
  )
}
