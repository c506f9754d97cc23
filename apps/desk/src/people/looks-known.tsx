import { Button } from '@officine/ui/button'
import { Notice } from '@officine/ui/notice'
import type { NamedPerson } from '../chosen-person.tsx'
import { useMessages } from '../language.tsx'
import type { Outputs } from '../trpc.ts'

export type Lookalike = Outputs['desk']['likelyTwins'][number]

/** Somebody known may be the one at the counter: who, what they have in common, and what to ask before there are two of them. */
export function LooksKnown(props: {
  readonly people: readonly Lookalike[]
  readonly onKnown: (person: NamedPerson) => void
  readonly onSomebodyElse: () => void
}) {
  const { looksKnown: words, found } = useMessages()
  return (
    <Notice title={words.title} takesFocus>
      <p>{words.text}</p>
      <ul className="om-rows">
        {props.people.map((person) => (
          <li key={person.personId}>
            <span>
              <strong>{person.name}</strong>
              <br />
              {[
                person.bornOnLabel && found.born(person.bornOnLabel),
                ...person.alike.map((each) => words.alike[each]),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            <Button look="outline" isSmall onClick={() => props.onKnown(person)}>
              {words.isThem}
              <span className="visually-hidden"> {person.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="mb-0">
        <Button look="outline" onClick={props.onSomebodyElse}>
          {words.somebodyElse}
        </Button>
      </p>
    </Notice>
  )
}
