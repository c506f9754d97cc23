import { Button } from '@officine/ui/button'
import { SelectField } from '@officine/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import type { FoundPerson } from '../found-people.tsx'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { describeRoleRefusal } from './describe-staff-refusal.ts'
import { FindColleague } from './find-colleague.tsx'
import { LastDayForm } from './last-day-form.tsx'
import type { HeldRole, StaffList } from './member.ts'

const roles = ['front-desk', 'operator', 'manager'] as const satisfies readonly HeldRole['role'][]

/** Gives somebody a role: who, which, until when. */
export function GrantRole(props: { readonly list: StaffList; readonly onDone: (said: string) => void }) {
  const { staff: words } = useLanguage().messages
  const [person, setPerson] = useState<FoundPerson>()
  return (
    <section aria-labelledby="dai-un-ruolo" className="om-narrow mt-5">
      <h2 id="dai-un-ruolo">{words.grantTitle}</h2>
      {person === undefined ? (
        <>
          <p className="text-secondary">{words.grantText}</p>
          <FindColleague onChoose={setPerson} />
        </>
      ) : (
        <RoleForPerson
          person={person}
          list={props.list}
          onDone={() => {
            setPerson(undefined)
            props.onDone(words.granted(person.name))
          }}
          onAnother={() => setPerson(undefined)}
        />
      )}
    </section>
  )
}

function RoleForPerson(props: {
  readonly person: FoundPerson
  readonly list: StaffList
  readonly onDone: () => void
  readonly onAnother: () => void
}) {
  const { language, messages } = useLanguage()
  const { staff: words } = messages
  const { person, list, onDone } = props
  const trpc = useTRPC()
  const id = useId()
  const [role, setRole] = useState<HeldRole['role']>('front-desk')
  const grant = useMutation(
    trpc.staff.grant.mutationOptions({
      onSuccess: (answer) => {
        if (answer.granted) onDone()
      },
    }),
  )
  const refusal = grant.data?.granted === false ? grant.data.refusal : undefined
  return (
    <>
      <p className="fw-semibold">{words.grantFor(person.name)}</p>
      {grant.error && <FaultNotice error={grant.error} />}
      <LastDayForm
        day={list.latestDay}
        list={list}
        action={words.grant}
        workingLabel={grant.isPending ? words.granting : undefined}
        refusal={refusal && describeRoleRefusal(refusal, words)}
        onDay={(until) => grant.mutate({ personId: person.personId, role, until, language })}
        wayBack={
          <Button look="outline" onClick={props.onAnother}>
            {words.another}
          </Button>
        }
      >
        <SelectField
          id={id}
          label={words.chooseRole}
          value={role}
          options={roles.map((value) => ({ value, label: words.roleTexts[value] }))}
          onChange={(change) => setRole(roles.find((known) => known === change.target.value) ?? role)}
        />
      </LastDayForm>
    </>
  )
}
