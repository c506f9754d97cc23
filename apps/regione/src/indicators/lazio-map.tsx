import { useMessages } from '../language.tsx'
import { byPresence, leadingTown } from './findings.ts'
import { lazioOutline } from './lazio-outline.ts'
import { labelledPoints, type MapPoint } from './place-labels.ts'

export interface TownOnMap {
  readonly town: string
  readonly name: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly peoplePresent: number
}

/** Towns written out on the drawing; the others have their circle there and their name in the table. */
const namedTowns = 6

/** Lazio with a circle for each town, its area in proportion to the visits; the largest carry name and number. */
export function LazioMap(props: { readonly towns: readonly TownOnMap[] }) {
  const { map, number } = useMessages()
  const towns = byPresence(props.towns).filter(({ peoplePresent }) => peoplePresent > 0)
  const leading = leadingTown(towns)
  const most = towns[0]?.peoplePresent ?? 1
  const points = towns.flatMap(({ town, name, latitude, longitude, peoplePresent }): MapPoint[] =>
    latitude === null || longitude === null
      ? []
      : [
          {
            id: town,
            name,
            value: number(peoplePresent),
            ...placeOf(latitude, longitude),
            radius: Math.max(4, 37 * Math.sqrt(peoplePresent / most)),
          },
        ],
  )
  return (
    <figure>
      <figcaption>
        <h2>
          {leading === undefined
            ? map.empty
            : towns.length === 1
              ? map.only(leading.town.name)
              : map.finding(leading.town.name, leading.percent)}
        </h2>
        <span>{map.means}</span>
      </figcaption>
      <svg
        viewBox="0 0 590 492"
        role="img"
        aria-label={map.described(
          towns
            .slice(0, namedTowns)
            .map(({ name, peoplePresent }) => `${name} ${number(peoplePresent)}`)
            .join(', '),
        )}
      >
        <g transform="scale(4) translate(-244 -303)">
          <path d={lazioOutline} fill="#ecf0f8" stroke="#7d8fb3" strokeWidth=".4" fillRule="evenodd" />
        </g>
        {points.map(({ id, x, y, radius }) => (
          <circle
            key={id}
            cx={x}
            cy={y}
            r={radius}
            fill="#1f4079"
            fillOpacity=".88"
            stroke="#fff"
            strokeWidth="2"
          />
        ))}
        {labelledPoints(points, namedTowns).map(({ id, name, value, labelX, labelY, anchor }) => (
          <text
            key={id}
            x={labelX}
            y={labelY}
            textAnchor={anchor}
            fontSize="21"
            fontWeight="600"
            fill="#17212b"
            paintOrder="stroke"
            stroke="#fff"
            strokeWidth="4"
          >
            {name}
            <tspan x={labelX} dy="23" fontWeight="400">
              {value}
            </tspan>
          </text>
        ))}
      </svg>
      <p className="om-source">{map.source}</p>
    </figure>
  )
}

/** From WGS 84 to the drawing: linear, fitted on the outline at this latitude; within a kilometre or two of the truth. */
function placeOf(latitude: number, longitude: number): { readonly x: number; readonly y: number } {
  return { x: 107.6 + 205.71 * (longitude - 11.9036), y: 205.1 - 272.8 * (latitude - 42.1577) }
}
