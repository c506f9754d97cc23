import { Link } from '@officine/ui/link'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import type { Outputs } from '../trpc.ts'
import { byPresence } from './findings.ts'

type Overview = Extract<Outputs['usage']['overview'], { readonly isPublished: true }>

/** The towns with their figures, the most visited first, and their sum; at most `atMost` of them. */
export function TownsTable(props: { readonly overview: Overview; readonly atMost?: number }) {
  const { towns: words, number } = useMessages()
  const { overview, atMost } = props
  const used = byPresence(overview.towns.filter(({ seats, bookings }) => seats > 0 || bookings > 0))
  const shown = atMost === undefined ? used : used.slice(0, atMost)
  const without = overview.towns.filter(({ seats, bookings }) => seats === 0 && bookings === 0)
  const { figures, before, quarter } = overview
  return (
    <>
      <table className="table om-stack om-compact">
        <caption className="visually-hidden">{words.means}</caption>
        <thead>
          <tr>
            <th scope="col">{words.town}</th>
            <th scope="col" className="n">
              {words.places}
            </th>
            <th scope="col" className="n">
              {words.present}
            </th>
            <th scope="col" className="n">
              {words.before}
            </th>
            <th scope="col" className="n">
              {words.bookings}
            </th>
            <th scope="col" className="ps-lg-4">
              {words.occupancy}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((town) => (
            <tr key={town.town}>
              <th scope="row">
                <Link className="om-tap" href={paths.town(town.town, quarter.quarter)}>
                  {town.name}
                </Link>
              </th>
              <td className="n" data-l={words.places}>
                {number(town.seats)}
              </td>
              <td className="n" data-l={words.present}>
                {number(town.peoplePresent)}
              </td>
              <td className="n" data-l={words.before}>
                {town.presentBefore === undefined ? words.unknown : number(town.presentBefore)}
              </td>
              <td className="n" data-l={words.bookings}>
                {number(town.bookings)}
              </td>
              <td data-l={words.occupancy} className="ps-lg-4 om-wide">
                <Occupancy percent={town.occupancy} none={words.notUsed} />
              </td>
            </tr>
          ))}
          <tr className="om-total">
            <th scope="row">{words.total}</th>
            <td className="n" data-l={words.places}>
              {number(used.reduce((sum, { seats }) => sum + seats, 0))}
            </td>
            <td className="n" data-l={words.present}>
              {number(figures.peoplePresent)}
            </td>
            <td className="n" data-l={words.before}>
              {before === undefined ? words.unknown : number(before.peoplePresent)}
            </td>
            <td className="n" data-l={words.bookings}>
              {number(figures.bookings)}
            </td>
            <td data-l={words.occupancy} className="ps-lg-4 om-wide">
              <Occupancy percent={figures.occupancy} none={words.notUsed} />
            </td>
          </tr>
        </tbody>
      </table>
      {shown.length < used.length && (
        <p>
          <Link href={paths.towns(quarter.quarter)}>{words.all(used.length)}</Link>
        </p>
      )}
      {without.length > 0 && (
        <p className="text-secondary mt-3">
          {words.withoutPlaces(without.map(({ name }) => name).join(', '))}
        </p>
      )}
    </>
  )
}

function Occupancy(props: { readonly percent: number | undefined; readonly none: string }) {
  const { percent } = props
  if (percent === undefined) return <>{props.none}</>
  return (
    <div className="d-flex align-items-center gap-3 flex-grow-1 justify-content-end">
      <div className="flex-grow-1 d-none d-md-block">
        <div className="om-bul" aria-hidden="true">
          <i style={{ width: `${percent}%` }} />
        </div>
      </div>
      <span className="om-num">{percent}%</span>
    </div>
  )
}
