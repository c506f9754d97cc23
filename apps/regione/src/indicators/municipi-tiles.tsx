import { useMessages } from '../language.tsx'

export interface Municipio {
  readonly municipio: number | null
  readonly seats: number
  readonly peoplePresent: number
}

const numerals = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
] as const

/** Rome's fifteen municipi in number order: a list whose tiles say in words what their fill and border say. */
export function MunicipiTiles(props: { readonly towns: readonly Municipio[] }) {
  const { tiles, number } = useMessages()
  const known = props.towns.filter(({ municipio }) => municipio !== null)
  const active = known.filter(({ seats }) => seats > 0).length
  return (
    <figure>
      <figcaption>
        <h2>{active === 0 ? tiles.none : tiles.finding(active, known.length - active)}</h2>
        <span>{tiles.means}</span>
      </figcaption>
      <ul className="om-tiles">
        {numerals.map((numeral, at) => {
          const town = known.find(({ municipio }) => municipio === at + 1)
          if (town === undefined)
            return (
              <li key={numeral}>
                <b className="fw-normal">{numeral}</b>
                <span className="visually-hidden">{tiles.notYet}</span>
              </li>
            )
          if (town.seats === 0)
            return (
              <li key={numeral} className="pc">
                <b>{numeral}</b>
                <span>{tiles.started}</span>
              </li>
            )
          return (
            <li key={numeral} className="on">
              <b>{numeral}</b>
              <span>
                {number(town.peoplePresent)}
                <span className="visually-hidden"> {tiles.present}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
