import { Button } from '@officine/ui/button'
import { Field } from '@officine/ui/field'
import { useMutation } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import type { FoundPerson } from '../found-people.tsx'
import { useLanguage } from '../language.tsx'
import { textOf } from '../text-of.ts'
import { useTRPC } from '../trpc.ts'

/** Looks among the people of the town for who will work at the desk. */
export function FindColleague(props: { readonly onChoose: (person: FoundPerson) => void }) {
  const { language, messages } = useLanguage()
  const { people: search, found: words, staff } = messages
  const trpc = useTRPC()
  const find = useMutation(trpc.desk.findPeople.mutationOptions())
  return (
    <>
      <search>
        <form
          className="om-checkin mb-3"
          onSubmit={(event) => {
            event.preventDefault()
            const text = textOf(new FormData(event.currentTarget), 'nome')
            if (text.length >= 2) find.mutate({ text, language })
          }}
        >
          <Field
            id="collega-da-cercare"
            name="nome"
            label={search.search}
            hint={search.searchHint}
            autoComplete="off"
            maxLength={80}
          />
          <Button type="submit" look="outline" workingLabel={find.isPending ? search.searching : undefined}>
            {search.searchAction}
          </Button>
        </form>
      </search>
      {find.error && <FaultNotice error={find.error} />}
      <output className="d-block mb-2">
        {find.data ? (find.data.length === 0 ? words.nobodyKnown : words.countPeople(find.data.length)) : ''}
      </output>
      {find.data && find.data.length > 0 && (
        <ul className="om-rows">
          {find.data.map((person) => (
            <li key={person.personId}>
              <span>
                <strong>{person.name}</strong>
                <br />
                <span className="text-secondary">
                  {[
                    person.bornOnLabel && words.born(person.bornOnLabel),
                    person.madeAtCounter ? words.madeAtCounter : words.digitalIdentity,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </span>
              <span className="om-row-actions">
                <Button look="outline" isSmall onClick={() => props.onChoose(person)}>
                  {staff.choose}
                  <span className="visually-hidden"> {person.name}</span>
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
