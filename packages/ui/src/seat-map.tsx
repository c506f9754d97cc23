import type { CSSProperties } from 'react'
import { layoutSeats, type SeatPlace, seatsAcross } from './seat-layout.tsx'

export type Seat = SeatPlace & {
  readonly id: string
  /** What is written in the drawing: a number, or a very short name. */
  readonly number: string
  /** The whole name, for who does not see the drawing. */
  readonly name: string
  readonly isTaken: boolean
}

/** The words of the drawing, because the state of a seat is a word and a shape before it is a colour. */
export type SeatMapWords = {
  readonly free: string
  readonly taken: string
  readonly chosen: string
  readonly anySeat: string
  readonly legend: string
  readonly legendFree: string
  readonly legendTaken: string
  readonly legendChosen: string
}

type Variables = CSSProperties & Record<`--${string}`, string>

/** A room drawn with radios: the order is the seat's number, the first choice is "no preference". */
export function SeatMap(props: {
  readonly name: string
  readonly seats: readonly Seat[]
  readonly chosen: string | undefined
  readonly onChoose: (seatId: string | undefined) => void
  readonly words: SeatMapWords
}) {
  const { seats, words, name } = props
  const flat = layoutSeats(seats)
  const upright = layoutSeats(seats, true)
  // Six seats of 50 px are what a 360 px screen holds side by side.
  const isTurned = seatsAcross(seats) > 6 && seatsAcross(seats, true) < seatsAcross(seats)
  const narrow = isTurned ? upright : flat
  const isFlow = (isTurned ? seatsAcross(seats, true) : seatsAcross(seats)) > 6
  const room: Variables = {
    '--room': String(flat.aspect),
    '--room-max': `${seatsAcross(seats) * 92}px`,
    '--room-m': String(narrow.aspect),
    '--seat': `${flat.size}%`,
    '--seat-m': `${narrow.size}%`,
  }
  return (
    <>
      <div className="form-check om-any-seat">
        <input
          type="radio"
          name={name}
          id={`${name}-qualsiasi`}
          checked={props.chosen === undefined}
          onChange={() => props.onChoose(undefined)}
        />
        <label htmlFor={`${name}-qualsiasi`}>{words.anySeat}</label>
      </div>
      <div className={isFlow ? 'om-map om-map-flow' : 'om-map'} style={room}>
        {seats.map((seat, index) => {
          const place: Variables = {
            '--x': `${flat.centres[index]?.left ?? 0}%`,
            '--y': `${flat.centres[index]?.top ?? 0}%`,
            '--mx': `${narrow.centres[index]?.left ?? 0}%`,
            '--my': `${narrow.centres[index]?.top ?? 0}%`,
          }
          return (
            <div className="om-seat" style={place} key={seat.id}>
              <input
                type="radio"
                name={name}
                id={`${name}-${seat.id}`}
                checked={seat.id === props.chosen}
                disabled={seat.isTaken}
                onChange={() => props.onChoose(seat.id)}
              />
              <label htmlFor={`${name}-${seat.id}`}>
                <span className="visually-hidden">{seat.name}, </span>
                <span aria-hidden="true">{seat.number}</span>
                <small>
                  {seat.isTaken ? words.taken : seat.id === props.chosen ? words.chosen : words.free}
                </small>
              </label>
            </div>
          )
        })}
      </div>
      <ul className="om-legend" aria-label={words.legend}>
        <li>
          <FreeSeat />
          {words.legendFree}
        </li>
        <li>
          <TakenSeat />
          {words.legendTaken}
        </li>
        <li>
          <ChosenSeat />
          {words.legendChosen}
        </li>
      </ul>
    </>
  )
}

/** Empty square: free. */
export function FreeSeat() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="44" height="44" rx="9" fill="#fff" stroke="var(--accent)" strokeWidth="3" />
    </svg>
  )
}

/** Striped circle: taken. */
export function TakenSeat() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="22" fill="#e9edef" stroke="#7d8a94" strokeWidth="2" />
      <path d="M11 30L30 11M16 36L36 16M8 22L22 8M24 40l16-16" stroke="#b6c0c7" strokeWidth="2" />
    </svg>
  )
}

/** Full square with a tick: chosen. */
export function ChosenSeat() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="44" height="44" rx="9" fill="var(--accent)" />
      <path d="M14 24.5l7 7 13-14" fill="none" stroke="#fff" strokeWidth="4" strokeLinecap="round" />
    </svg>
  )
}
