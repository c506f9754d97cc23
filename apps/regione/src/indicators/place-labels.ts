/** A circle on the drawing, in its units. */
export interface MapPoint {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

export interface LabelledPoint extends MapPoint {
  readonly labelX: number
  readonly labelY: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Of the drawing, and of its letters: 21 units high, half as wide on average. */
const canvas: Box = { left: 0, right: 590, top: 0, bottom: 492 }
const letterWidth = 11.5

/** Two lines of text beside each of the first points, where they cover neither a circle nor another label; a point without room goes without. */
export function labelledPoints(points: readonly MapPoint[], atMost: number): readonly LabelledPoint[] {
  const placed: { readonly label: LabelledPoint; readonly box: Box }[] = []
  for (const point of points.slice(0, atMost)) {
    const others = points
      .filter(({ id }) => id !== point.id)
      .slice(0, 40)
      .map(boxOfCircle)
    const found = candidates(point).find(
      ({ box }) =>
        isInside(box, canvas) &&
        !others.some((other) => overlaps(box, other)) &&
        !placed.some((other) => overlaps(box, other.box)),
    )
    if (found !== undefined) placed.push(found)
  }
  return placed.map(({ label }) => label)
}

function candidates(point: MapPoint): readonly { readonly label: LabelledPoint; readonly box: Box }[] {
  const { x, y, radius } = point
  const width = Math.max(point.name.length, point.value.length) * letterWidth
  const away = radius + 8
  const at = (labelX: number, labelY: number, anchor: LabelledPoint['anchor']) => {
    const left = anchor === 'start' ? labelX : anchor === 'end' ? labelX - width : labelX - width / 2
    return {
      label: { ...point, labelX, labelY, anchor },
      box: { left, right: left + width, top: labelY - 18, bottom: labelY + 29 },
    }
  }
  return [
    at(x + away, y - 2, 'start'),
    at(x - away, y - 2, 'end'),
    at(x, y + radius + 22, 'middle'),
    at(x, y - radius - 32, 'middle'),
    at(x + away, y + radius, 'start'),
    at(x + away, y - radius - 8, 'start'),
    at(x - away, y + radius, 'end'),
    at(x - away, y - radius - 8, 'end'),
    at(Math.min(x, canvas.right - width), y + radius + 22, 'start'),
    at(Math.max(x, width), y + radius + 22, 'end'),
    at(Math.max(x, width), y - radius - 32, 'end'),
  ]
}

function boxOfCircle({ x, y, radius }: MapPoint): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}
