import { Button } from '@officine/ui/button'
import { Field } from '@officine/ui/field'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { type FoundPerson, FoundPeople } from '../found-people.tsx'
import { useLanguage } from '../language.tsx'
import { enterList } from '../move-in-list.ts'
import { textOf } from '../text-of.ts'
import { useTRPC } from '../trpc.ts'

const listId = 'persone-trovate'

/** Looks for somebody by name among the people of the town. The name travels in a body, never in an address. */
export function FindPerson(props: {
  readonly onChoose?: (person: FoundPerson) => void
  readonly takesFocus?: boolean
  /** What choosing somebody is called, where it is no booking. */
  readonly action?: string
}) {
  const { language, messages } = useLanguage()
  const { people: words, found } = messages
  const trpc = useTRPC()
  const form = useRef<HTMLFormElement>(null)
  const find = useMutation(trpc.desk.findPeople.mutationOptions())
  const takesFocus = props.takesFocus ?? false
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus()
  }, [takesFocus])
  return (
    <>
      <search>
        <form
          ref={form}
          className="om-checkin mb-3"
          onSubmit={(event) => {
            event.preventDefault()
            const text = textOf(new FormData(event.currentTarget), 'nome')
            if (text.length >= 2) find.mutate({ text, language })
          }}
        >
          <Field
            id="nome-cercato"
            name="nome"
            label={words.search}
            hint={words.searchHint}
            autoComplete="off"
            maxLength={80}
            onKeyDown={(press) => {
              if (press.key !== 'ArrowDown') return
              press.preventDefault()
              enterList(listId)
            }}
          />
          <Button type="submit" look="outline" workingLabel={find.isPending ? words.searching : undefined}>
            {words.searchAction}
          </Button>
        </form>
      </search>
      {find.error && <FaultNotice error={find.error} />}
      <output className="visually-hidden">{find.data ? found.countPeople(find.data.length) : ''}</output>
      {find.data && (
        <div id={listId} data-steps className="mb-4">
          <FoundPeople
            people={find.data}
            {...(props.onChoose ? { onChoose: props.onChoose } : {})}
            {...(props.action ? { action: props.action } : {})}
          />
        </div>
      )}
    </>
  )
}
