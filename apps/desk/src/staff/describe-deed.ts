import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

type Deed = Outputs['staff']['deeds'][number]

/** What somebody did, to whom of the staff, with the role and its end. An act without words of its own is told by its code: nothing in a register is left out. */
export function describeDeed(
  { action, by, whom, role, untilLabel }: Pick<Deed, 'action' | 'by' | 'whom' | 'role' | 'untilLabel'>,
  words: Messages['staff'],
): string {
  const actions: Readonly<Record<string, string>> = words.actions
  const roleNames: Readonly<Record<string, string>> = words.roleNames
  const what = actions[action] ?? words.otherAction(action)
  const toWhom = whom === undefined || whom === by ? '' : words.whom(whom)
  const asWhat = [role && (roleNames[role] ?? role), untilLabel && words.until(untilLabel)]
    .filter(Boolean)
    .join(' ')
  return `${what}${toWhom}${asWhat === '' ? '' : `, ${asWhat}`}`
}
