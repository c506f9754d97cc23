import { Button } from '@officine/ui/button'
import { CheckField } from '@officine/ui/check-field'
import { Notice } from '@officine/ui/notice'
import { SelectField } from '@officine/ui/select-field'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { Preferences } from './messages-page.tsx'

type Wishes = Preferences['wishes']

/** What one may choose about messages; what always comes is said, not offered. */
export function WishesForm(props: { readonly preferences: Preferences }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { messages: words, identity, faults } = useMessages()
  const { preferences } = props
  const [wishes, setWishes] = useState<Wishes>(preferences.wishes)
  const save = useMutation(
    trpc.notifications.savePreferences.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.notifications.preferences.pathFilter()),
    }),
  )
  const change = (part: Partial<Wishes>) => {
    save.reset()
    setWishes({ ...wishes, ...part })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const { language, dayBefore, twoHoursBefore, calendarFile, prefersPhone } = wishes
        save.mutate({ language, dayBefore, twoHoursBefore, calendarFile, prefersPhone })
      }}
    >
      {save.isError && (
        <Notice title={faults.title} takesFocus>
          <p>{identity.failed}</p>
        </Notice>
      )}
      <fieldset className="mb-4">
        <legend>{words.which}</legend>
        <p>{words.always}</p>
        <CheckField
          id="giorno-prima"
          kind="checkbox"
          name="promemoria"
          label={words.dayBefore}
          isChosen={wishes.dayBefore}
          onChoose={(dayBefore) => change({ dayBefore })}
        />
        <CheckField
          id="due-ore-prima"
          kind="checkbox"
          name="promemoria"
          label={words.twoHoursBefore}
          isChosen={wishes.twoHoursBefore}
          onChoose={(twoHoursBefore) => change({ twoHoursBefore })}
        />
        <CheckField
          id="file-calendario"
          kind="checkbox"
          name="calendario"
          label={words.calendarFile}
          isChosen={wishes.calendarFile}
          onChoose={(calendarFile) => change({ calendarFile })}
        />
      </fieldset>
      <fieldset className="mb-4">
        <legend>{words.how}</legend>
        <CheckField
          id="per-posta"
          kind="radio"
          name="come"
          label={words.byEmail}
          note={preferences.email === undefined ? words.noEmail : undefined}
          isChosen={!wishes.prefersPhone}
          onChoose={() => change({ prefersPhone: false })}
        />
        <CheckField
          id="per-telefono"
          kind="radio"
          name="come"
          label={words.byPhone}
          note={preferences.phone === undefined ? words.noPhone : words.byPhoneNote}
          isChosen={wishes.prefersPhone}
          isDisabled={preferences.phone === undefined}
          onChoose={() => change({ prefersPhone: true })}
        />
      </fieldset>
      <SelectField
        id="lingua-messaggi"
        label={words.language}
        value={wishes.language}
        onChange={(press) => change({ language: press.currentTarget.value === 'en' ? 'en' : 'it' })}
        options={[
          { value: 'it', label: 'Italiano' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Button type="submit" workingLabel={save.isPending ? identity.saving : undefined}>
        {identity.save}
      </Button>
      <output className="d-block my-3 fw-semibold">
        {save.data ? (save.data.saved ? words.saved : words.noPhone) : ''}
      </output>
    </form>
  )
}
