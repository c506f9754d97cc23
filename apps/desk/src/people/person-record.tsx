import { Button } from '@officine/ui/button'
import { type Fact, Facts } from '@officine/ui/facts'
import { useState } from 'react'
import { useChosenPerson } from '../chosen-person.tsx'
import { useGo } from '../go.ts'
import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { PageHeading } from '../page-heading.tsx'
import { paths } from '../paths.ts'
import type { Outputs } from '../trpc.ts'
import { AbsencesOfPerson } from './absences-of-person.tsx'
import { BookingsOfPerson } from './bookings-of-person.tsx'
import { Household } from './household.tsx'
import type { KnownPerson } from './known-person.ts'
import { RecordDeeds } from './record-deeds.tsx'

type OpenedRecord = Outputs['desk']['openRecord']

/** Data, bookings, and who opened this record before. Nothing that says why a place was given. */
export function PersonRecord(props: { readonly record: OpenedRecord }) {
  const { record: words, kept } = useMessages()
  const { openedBy } = props.record
  // What is changed here is shown here: opening the record again would write one more opening.
  const { wishes, notice } = props.record
  const [person, setPerson] = useState<KnownPerson>({ ...props.record.person, wishes, notice })
  const [isErased, setIsErased] = useState(false)
  const { choose } = useChosenPerson()
  const go = useGo()
  const name = `${person.givenName} ${person.familyName}`
  return (
    <>
      <div className="om-day-head">
        <PageHeading title={name} />
        <Button
          onClick={() => {
            choose({ personId: person.personId, name })
            go(paths.newBooking())
          }}
        >
          {words.book}
        </Button>
      </div>
      <RecordDeeds
        known={person}
        isErased={isErased}
        onChanged={setPerson}
        onErased={() => setIsErased(true)}
      />
      <div className="row">
        <section className="col-lg-4 mb-4" aria-labelledby="dati">
          <h2 id="dati">{words.data}</h2>
          <Facts facts={factsOf(person, words, kept)} />
          <AbsencesOfPerson attendance={props.record.attendance} />
          {!isErased && <Household personId={person.personId} />}
        </section>
        <section className="col-lg-8 mb-4" aria-labelledby="prenotazioni">
          <h2 id="prenotazioni">{words.bookings}</h2>
          <BookingsOfPerson personId={person.personId} name={name} bookings={props.record.bookings} />
        </section>
      </div>
      <section aria-labelledby="aperture">
        <h2 id="aperture">{words.openings}</h2>
        <table className="table om-stack">
          <caption className="visually-hidden">{words.openings}</caption>
          <thead>
            <tr>
              <th scope="col">{words.openedAt}</th>
              <th scope="col">{words.openedBy}</th>
              <th scope="col">{words.openedWhy}</th>
            </tr>
          </thead>
          <tbody>
            {openedBy.map((opening) => (
              <tr key={`${opening.at} ${opening.why}`}>
                <th scope="row">{opening.at}</th>
                <td data-l={words.openedBy}>{opening.by}</td>
                <td data-l={words.openedWhy}>{opening.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function factsOf(person: KnownPerson, words: Messages['record'], kept: Messages['kept']): readonly Fact[] {
  const { isCurrent, acceptedAtLabel } = person.notice
  const unknown = <span className="fw-normal text-secondary">{words.unknown}</span>
  return [
    { term: words.born, detail: person.bornOnLabel ?? unknown },
    { term: words.phone, detail: person.phone ?? unknown },
    {
      term: words.email,
      detail:
        person.email === undefined
          ? unknown
          : [person.email, person.emailState && kept.emailState[person.emailState]]
              .filter(Boolean)
              .join(', '),
    },
    {
      term: words.fiscalCode,
      detail: person.fiscalCode ? <span className="font-monospace">{person.fiscalCode}</span> : unknown,
    },
    {
      term: kept.notice,
      detail: isCurrent
        ? acceptedAtLabel === undefined
          ? kept.noticeSaved
          : kept.noticeCurrent(acceptedAtLabel)
        : acceptedAtLabel === undefined
          ? kept.noticeNever
          : kept.noticeOld,
    },
    { term: words.madeBy, detail: person.madeAtCounter ? words.atCounter : words.digitalIdentity },
  ]
}
