import { Dialog } from '@officine/ui/dialog'
import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { ExtendRole } from './extend-role.tsx'
import type { StaffDeed, StaffList } from './member.ts'
import { ResetFactor } from './reset-factor.tsx'
import { RevokeRole } from './revoke-role.tsx'

/** Asks what a deed needs before it is done: a day, or a reason. */
export function StaffDeedDialog(props: {
  readonly deed: StaffDeed | undefined
  readonly list: StaffList
  readonly onDone: (said: string) => void
  readonly onClose: () => void
}) {
  const { staff: words } = useMessages()
  const { deed, list, onDone, onClose } = props
  return (
    <Dialog
      isOpen={deed !== undefined}
      title={deed ? titleOf(deed, words) : ''}
      closeLabel={words.close}
      onClose={onClose}
    >
      {deed && (
        <>
          <p className="fw-semibold">
            {deed.kind === 'reset'
              ? deed.member.name
              : words.forRole(deed.member.name, words.roleNames[deed.role.role])}
          </p>
          {deed.kind === 'extend' && (
            <ExtendRole
              role={deed.role}
              list={list}
              onDone={() => onDone(words.extended(deed.member.name))}
            />
          )}
          {deed.kind === 'revoke' && (
            <RevokeRole
              role={deed.role}
              onDone={() => onDone(words.revoked(deed.member.name))}
              onKeep={onClose}
            />
          )}
          {deed.kind === 'reset' && (
            <ResetFactor
              member={deed.member}
              onDone={() => onDone(words.reset(deed.member.name))}
              onKeep={onClose}
            />
          )}
        </>
      )}
    </Dialog>
  )
}

function titleOf(deed: StaffDeed, words: Messages['staff']): string {
  switch (deed.kind) {
    case 'extend':
      return words.extendTitle
    case 'revoke':
      return words.revokeTitle
    case 'reset':
      return words.resetTitle
  }
}
