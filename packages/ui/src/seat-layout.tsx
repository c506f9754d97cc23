/** Where a seat is drawn: any grid, whole steps or finer; only distances matter. */
export type SeatPlace = { readonly x: number; readonly y: number }

export type SeatLayout = {
  /** Width over height of the room. */
  readonly aspect: number
  /** Seat centres and size, in percent of the room's width (`left`, `size`) and height (`top`). */
  readonly size: number
  readonly centres: readonly { readonly left: number; readonly top: number }[]
}

/**
 * Fits seats into a room with a margin, whatever unit their grid uses: the nearest two seats set the step.
 * `isUpright` turns the room on its side, for a narrow screen.
 */
export function layoutSeats(places: readonly SeatPlace[], isUpright = false): SeatLayout {
  const turned = isUpright ? places.map(({ x, y }) => ({ x: y, y: x })) : places
  const step = nearestDistance(turned)
  const left = Math.min(...turned.map((place) => place.x)) - step * margin
  const top = Math.min(...turned.map((place) => place.y)) - step * margin
  const width = Math.max(...turned.map((place) => place.x)) + step * margin - left
  const height = Math.max(...turned.map((place) => place.y)) + step * margin - top
  return {
    aspect: width / height,
    size: ((step * seatShare) / width) * 100,
    centres: turned.map((place) => ({
      left: ((place.x - left) / width) * 100,
      top: ((place.y - top) / height) * 100,
    })),
  }
}

/** How many seats fit side by side, hence how narrow a screen may be before the room is turned. */
export function seatsAcross(places: readonly SeatPlace[], isUpright = false): number {
  return Math.round(100 / (layoutSeats(places, isUpright).size / seatShare))
}

const margin = 0.9
const seatShare = 0.8

function nearestDistance(places: readonly SeatPlace[]): number {
  const distances = places.flatMap((one, index) =>
    places.slice(index + 1).map((other) => Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))),
  )
  const apart = distances.filter((distance) => distance > 0)
  return apart.length > 0 ? Math.min(...apart) : 1
}
