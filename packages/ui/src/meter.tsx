/** Ten ticks, full ones first: a decoration beside the number of free places, never instead of it. */
export function Meter(props: { readonly free: number; readonly capacity: number }) {
  const full = freeTicks(props.free, props.capacity)
  return (
    <span className="om-meter" aria-hidden="true">
      {tickNumbers.map((tick) => (
        <i key={tick} className={tick <= full ? 'f' : undefined} />
      ))}
    </span>
  )
}

const tickNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** Ticks out of ten; at least one while a single place is left, and ten only when all are. */
export function freeTicks(free: number, capacity: number): number {
  if (free <= 0 || capacity <= 0) return 0
  if (free >= capacity) return 10
  return Math.min(9, Math.max(1, Math.round((free / capacity) * 10)))
}
