import { useMessages } from '../language.tsx'

export interface Figures {
  readonly towns: number
  readonly places: number
  readonly peoplePresent: number
  readonly bookings: number
  readonly occupancy?: number | undefined
}

/** What is true of the quarter, in four numbers, each beside the quarter before. */
export function FigureList(props: { readonly now: Figures; readonly before: Figures | undefined }) {
  const { overview, number } = useMessages()
  const { now, before } = props
  const compared = (of: (figures: Figures) => number, unit = '') => {
    if (before === undefined) return overview.firstTime
    const [one, other] = [of(now), of(before)]
    if (one === other) return overview.same(`${number(other)}${unit}`)
    const say = one > other ? overview.more : overview.fewer
    return say(`${number(one)}${unit}`, `${number(other)}${unit}`)
  }
  return (
    <dl className="om-figs mb-0">
      <Figure
        name={overview.present}
        value={number(now.peoplePresent)}
        says={compared(({ peoplePresent }) => peoplePresent)}
      />
      <Figure
        name={overview.occupancy}
        value={String(now.occupancy ?? 0)}
        unit="%"
        means={overview.occupancyMeans}
        says={compared(({ occupancy }) => occupancy ?? 0, '%')}
      />
      <Figure
        name={overview.bookings}
        value={number(now.bookings)}
        means={overview.bookingsMean}
        says={compared(({ bookings }) => bookings)}
      />
      <Figure name={overview.places} value={number(now.places)} says={overview.placesIn(now.towns)} />
    </dl>
  )
}

function Figure(props: {
  readonly name: string
  readonly value: string
  readonly unit?: string
  readonly means?: string
  readonly says: string
}) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <p className="v">
          {props.value}
          {props.unit && <small>{props.unit}</small>}
        </p>
        {props.means && <p className="small text-secondary mb-1">{props.means}</p>}
        <p className="small text-secondary mb-0">{props.says}</p>
      </dd>
    </div>
  )
}
