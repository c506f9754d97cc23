import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { trendOf } from './findings.ts'

export interface WeekCount {
  readonly week: string
  readonly peoplePresent: number
}

const left = 44
const right = 596
const top = 36
const bottom = 250

/** Visits week by week: a line whose lowest and highest points and last one carry their numbers, and the same values as a table. */
export function TrendLine(props: { readonly weeks: readonly WeekCount[] }) {
  const words = useMessages()
  const { trend, number } = words
  const { weeks } = props
  const counts = weeks.map(({ peoplePresent }) => peoplePresent)
  return (
    <figure>
      <figcaption>
        <h2>{findingOf(words, counts)}</h2>
        <span>{trend.means}</span>
      </figcaption>
      {counts.length > 1 && <Drawing weeks={weeks} />}
      {counts.length > 0 && (
        <details className="om-values">
          <summary>{trend.values}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{trend.week}</th>
                <th scope="col" className="n">
                  {words.towns.present}
                </th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ week, peoplePresent }) => (
                <tr key={week}>
                  <th scope="row">{words.dayText(week)}</th>
                  <td className="n">{number(peoplePresent)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </figure>
  )
}

function Drawing(props: { readonly weeks: readonly WeekCount[] }) {
  const { trend, number, month } = useMessages()
  const { weeks } = props
  const counts = weeks.map(({ peoplePresent }) => peoplePresent)
  const highest = Math.max(...counts)
  const lowest = Math.min(...counts)
  const scale = niceScale(highest)
  const x = (at: number) => left + ((right - left) * at) / (counts.length - 1)
  const y = (count: number) => bottom - ((bottom - top) * count) / scale.top
  const extremes = [counts.indexOf(highest), counts.indexOf(lowest)]
  const last = counts.length - 1
  // Two numbers side by side would cover each other.
  const isLastApart = extremes.every((at) => last - at > 1)
  const marked = new Set(isLastApart ? [...extremes, last] : extremes)
  const months = weeks.flatMap(({ week }, at) =>
    at === 0 || month(week) !== month(weeks[at - 1]?.week ?? '') ? [{ at, name: month(week) }] : [],
  )
  return (
    <svg
      viewBox="-22 -12 650 306"
      role="img"
      aria-label={trend.described(
        number(counts[0] ?? 0),
        number(counts.at(-1) ?? 0),
        number(lowest),
        number(highest),
      )}
    >
      {scale.lines.map((line) => (
        <g key={line}>
          <path d={`M${left} ${y(line)}H${right}`} stroke={line === 0 ? '#5f6e79' : '#d8dee3'} />
          <text x={left - 10} y={y(line) + 5} className="om-ax" textAnchor="end" fill="#46555f">
            {number(line)}
          </text>
        </g>
      ))}
      <path
        d={counts
          .map((count, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(count).toFixed(1)}`)
          .join('')}
        fill="none"
        stroke="#1f4079"
        strokeWidth="3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {[...marked].map((at) => {
        const count = counts[at] ?? 0
        const isBelow = count === lowest && count !== highest && y(count) < bottom - 50
        return (
          <g key={at}>
            <circle cx={x(at)} cy={y(count)} r="6" fill="#fff" stroke="#1f4079" strokeWidth="3" />
            <text
              x={x(at)}
              y={y(count) + (isBelow ? 30 : -16)}
              className="om-axv"
              fontWeight="600"
              textAnchor={at === 0 ? 'start' : at === counts.length - 1 ? 'end' : 'middle'}
              fill="#17212b"
              paintOrder="stroke"
              stroke="#fff"
              strokeWidth="4"
            >
              {number(count)}
            </text>
          </g>
        )
      })}
      {months.map(({ at, name }) => (
        <text key={name} x={x(at)} y={bottom + 32} className="om-ax" textAnchor="start" fill="#46555f">
          {at < counts.length - 1 ? name : ''}
        </text>
      ))}
    </svg>
  )
}

function findingOf({ trend, number }: Messages, counts: readonly number[]): string {
  const found = trendOf(counts)
  switch (found.goes) {
    case 'up':
      return trend.up(number(found.from), number(found.to))
    case 'down':
      return trend.down(number(found.from), number(found.to))
    case 'steady':
      return trend.steady(number(found.around))
    case 'dip':
      return trend.dip(number(found.least), number(found.around))
    case 'unknown':
      return trend.short
  }
}

/** Three lines at round numbers, from nothing to above the highest value. */
function niceScale(highest: number): { readonly top: number; readonly lines: readonly number[] } {
  const rough = Math.max(1, highest) / 2
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power)
  return { top: step * 2, lines: [0, step, step * 2] }
}
