import { Button, ButtonLink } from '@officine/ui/button'
import { useChosenPerson } from './chosen-person.tsx'
import { useGo } from './go.ts'
import { useMessages } from './language.tsx'
import { moveInList } from './move-in-list.ts'
import { paths } from './paths.ts'
import type { Outputs } from './trpc.ts'

export type FoundPerson = Outputs['desk']['findPeople'][number]

/** People of the town who answer to a name, with what can be done for each; at most the twenty that the API sends. */
export function FoundPeople(props: {
  readonly people: readonly FoundPerson[]
  /** What choosing somebody does; without it, a booking is started for them. */
  readonly onChoose?: (person: FoundPerson) => void
  /** What choosing is called, where it is no booking. */
  readonly action?: string
}) {
  const { found: words } = useMessages()
  const { choose } = useChosenPerson()
  const go = useGo()
  const onChoose =
    props.onChoose ??
    ((person: FoundPerson) => {
      choose(person)
      go(paths.newBooking())
    })
  if (props.people.length === 0) {
    return (
      <p>
        {words.nobodyKnown}{' '}
        {props.onChoose === undefined && (
          <ButtonLink look="link" isSmall href={paths.newBooking()}>
            {words.registerNew}
          </ButtonLink>
        )}
      </p>
    )
  }
  return (
    <ul className="om-rows">
      {props.people.map((person) => (
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
            <Button look="outline" isSmall data-step onKeyDown={moveInList} onClick={() => onChoose(person)}>
              {props.action ?? words.bookFor}
              <span className="visually-hidden"> {person.name}</span>
            </Button>
            <ButtonLink look="link" isSmall href={paths.person(person.personId)} data-step>
              {words.record}
              <span className="visually-hidden"> {person.name}</span>
            </ButtonLink>
          </span>
        </li>
      ))}
    </ul>
  )
}
