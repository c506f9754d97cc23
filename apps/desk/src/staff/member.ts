import type { Outputs } from '../trpc.ts'

export type StaffList = Outputs['staff']['list']
export type Member = StaffList['people'][number]
export type HeldRole = Member['roles'][number]

/** What a manager is about to do to somebody. */
export type StaffDeed =
  | { readonly kind: 'extend' | 'revoke'; readonly member: Member; readonly role: HeldRole }
  | { readonly kind: 'reset'; readonly member: Member }
