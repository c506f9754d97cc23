import { Button } from '@officine/ui/button'
import { Tag } from '@officine/ui/tag'
import { useMessages } from '../language.tsx'
import type { Member, StaffDeed } from './member.ts'

/** Who works at the desk: one row a role, and what can be done with it. */
export function StaffTable(props: {
  readonly people: readonly Member[]
  readonly onDeed: (deed: StaffDeed) => void
}) {
  const { staff: words } = useMessages()
  return (
    <table className="table om-stack">
      <caption className="visually-hidden">{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.phone}</th>
          <th scope="col">{words.lastSeen}</th>
          <th scope="col">{words.deeds}</th>
        </tr>
      </thead>
      <tbody>
        {props.people.flatMap((member) =>
          member.roles.map((role) => (
            <tr key={role.staffRoleId}>
              <th scope="row">
                {member.name}
                {member.isMe && <span className="fw-normal"> ({words.you})</span>}
              </th>
              <td data-l={words.role}>
                <span>
                  {words.roleNames[role.role]}
                  <br />
                  <span className="text-secondary">{words.until(role.lastDayLabel)}</span>{' '}
                  {role.endsSoon && <Tag tone="warn">{words.endsSoon}</Tag>}
                </span>
              </td>
              <td data-l={words.phone}>{member.hasSecondFactor ? words.connected : words.notConnected}</td>
              <td data-l={words.lastSeen}>{member.lastSeenLabel ?? words.neverSeen}</td>
              <td data-l={words.deeds}>
                <RoleDeeds member={member} role={role} onDeed={props.onDeed} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

function RoleDeeds(props: {
  readonly member: Member
  readonly role: Member['roles'][number]
  readonly onDeed: (deed: StaffDeed) => void
}) {
  const { staff: words } = useMessages()
  const { member, role, onDeed } = props
  const about = (
    <span className="visually-hidden"> {words.forRole(member.name, words.roleNames[role.role])}</span>
  )
  return (
    <span className="d-flex flex-wrap gap-2">
      {!member.isMe && (
        <Button look="outline" isSmall onClick={() => onDeed({ kind: 'extend', member, role })}>
          {words.extend}
          {about}
        </Button>
      )}
      <Button look="danger" isSmall onClick={() => onDeed({ kind: 'revoke', member, role })}>
        {words.revoke}
        {about}
      </Button>
      {!member.isMe && member.hasSecondFactor && (
        <Button look="danger" isSmall onClick={() => onDeed({ kind: 'reset', member })}>
          {words.resetFactor}
          {about}
        </Button>
      )}
    </span>
  )
}
