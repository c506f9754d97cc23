import type { ReactNode } from 'react'
import { FaultMessage } from './fault-page.tsx'
import { isStaff, useMe } from './town.ts'

/** Everything here is for who has a role at this town's desk: others are told so, and where to go. */
export function StaffOnly(props: { readonly children: ReactNode }) {
  const me = useMe()
  if (!me.signedIn) return <FaultMessage failure={{ kind: 'signed-out' }} onRetry={() => {}} />
  if (!isStaff(me)) return <FaultMessage failure={{ kind: 'forbidden' }} onRetry={() => {}} />
  return props.children
}
