import { useMessages } from '../language.tsx'
import { useTown } from '../town.ts'
import type { Present } from './use-present.ts'

/** Who is in, on paper, with a box to tick at the meeting point. On paper only. */
export function PresentOnPaper(props: { readonly present: Present }) {
  const { present: words, print, today, booking } = useMessages()
  const town = useTown()
  const { present } = props
  return (
    <div className="om-paper">
      <h1>{words.paperTitle(town.portal.officeName, town.name, present.dayLabel)}</h1>
      <p>
        {words.paperAt(today.time(present.nowLocal))} {words.total(present.total)}{' '}
        {present.maybeInside > 0 && words.maybeInside(present.maybeInside)}
      </p>
      {present.pools.map((pool) => (
        <table key={pool.poolId}>
          <caption>{pool.name}</caption>
          <thead>
            <tr>
              <th scope="col">{words.outside}</th>
              <th scope="col">{print.person}</th>
              <th scope="col">{print.place}</th>
              <th scope="col">{words.inFrom}</th>
              <th scope="col">{print.with}</th>
            </tr>
          </thead>
          <tbody>
            {pool.visits.map((visit) => (
              <tr key={visit.bookingId}>
                <td>☐</td>
                <td>
                  {visit.personName}
                  {visit.isOver && `, ${words.isOver}`}
                </td>
                <td>{visit.unitLabel}</td>
                <td>{today.period(visit.since, visit.until)}</td>
                <td>
                  {[
                    ...(visit.people > 1 ? [booking.people(visit.people)] : []),
                    ...visit.children.map(({ childName, unitLabel }) => words.child(childName, unitLabel)),
                    ...visit.things,
                  ].join('; ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
