import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { FaultMessage } from './fault-page.tsx'
import { SecondFactorPage } from './second-factor/second-factor-page.tsx'
import { EndingRole } from './staff/ending-role.tsx'
import { isStaff, useMe } from './town.ts'
import { useTRPC } from './trpc.ts'

/**
 * Everything here is for who has a role at this town's desk and gave the second factor: others are told so, and what to do.
 * Once the work is open it stays: when the factor runs out, what is asked of the API asks for it over the page.
 */
export function StaffOnly(props: { readonly children: ReactNode }) {
  const me = useMe()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  if (!me.signedIn) return <FaultMessage failure={{ kind: 'signed-out' }} onRetry={() => {}} />
  if (!isStaff(me)) return <FaultMessage failure={{ kind: 'forbidden' }} onRetry={() => {}} />
  if (me.missingFactor !== undefined && !isOpen)
    return (
      <SecondFactorPage
        missing={me.missingFactor}
        onGiven={() => void queryClient.invalidateQueries(trpc.identity.me.pathFilter())}
      />
    )
  if (!isOpen) setIsOpen(true)
  return (
    <>
      <EndingRole />
      {props.children}
    </>
  )
}
