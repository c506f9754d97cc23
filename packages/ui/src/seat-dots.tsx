import { FreeSeat, TakenSeat } from './seat-map.tsx'

/** How many places are free now, drawn, with the words for who does not see: free ones first, since no drawing here means a specific seat. */
export function SeatDots(props: {
  readonly free: number
  readonly capacity: number
  readonly label: string
}) {
  const dots = Array.from({ length: props.capacity }, (_, index) => index)
  return (
    <>
      <p className="visually-hidden">{props.label}</p>
      <div className="om-dots mb-3" aria-hidden="true">
        {dots.map((dot) => (
          <span key={dot}>{dot < props.free ? <FreeSeat /> : <TakenSeat />}</span>
        ))}
      </div>
    </>
  )
}
