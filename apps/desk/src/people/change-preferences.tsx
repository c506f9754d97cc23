import { Button } from '@officine/ui/button'
import { CheckField } from '@officine/ui/check-field'
import { SelectField } from '@officine/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { KnownPerson } from './known-person.ts'

const switches = ['dayBefore', 'twoHoursBefore', 'calendarFile', 'prefersPhone'] as const

/** How somebody wants to be told: by mail or on the telephone, when, in which language. */
export function ChangePreferences(props: {
  readonly known: KnownPerson
  readonly onDone: (sentence: string, known: KnownPerson) => void
}) {
  const { kept: words } = useMessages()
  const trpc = useTRPC()
  const { dayBefore, twoHoursBefore, calendarFile, prefersPhone, language } = props.known.wishes
  const [wishes, setWishes] = useState({ dayBefore, twoHoursBefore, calendarFile, prefersPhone, language })
  const save = useMutation(
    trpc.desk.changePreferences.mutationOptions({
      onSuccess: (answer) => {
        const { known } = props
        if (answer.changed)
          props.onDone(words.preferencesSaved, { ...known, wishes: { ...known.wishes, ...wishes } })
      },
    }),
  )
  return (
    <>
      {save.error && <FaultNotice error={save.error} />}
      <output className="d-block fw-semibold mb-2">
        {save.data?.changed === false ? words.noPhone : ''}
      </output>
      {switches.map((wish) => (
        <CheckField
          key={wish}
          id={`messaggi-${wish}`}
          kind="checkbox"
          name={wish}
          label={words[wish]}
          isChosen={wishes[wish]}
          onChoose={(isChosen) => setWishes({ ...wishes, [wish]: isChosen })}
        />
      ))}
      <SelectField
        id="messaggi-lingua"
        label={words.language}
        value={wishes.language}
        options={[
          { value: 'it', label: words.languages.it },
          { value: 'en', label: words.languages.en },
        ]}
        onChange={(event) =>
          setWishes({ ...wishes, language: event.currentTarget.value === 'en' ? 'en' : 'it' })
        }
      />
      <Button
        workingLabel={save.isPending ? words.saving : undefined}
        onClick={() => save.mutate({ personId: props.known.personId, wishes })}
      >
        {words.save}
      </Button>
    </>
  )
}
