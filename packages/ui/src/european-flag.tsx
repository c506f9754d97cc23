const starAngles = Array.from({ length: 12 }, (_, index) => index * 30)

/** The European emblem: twelve stars on a circle a third of the flag's height, as its graphical guide says. */
export function EuropeanFlag(props: { readonly label: string }) {
  return (
    <svg viewBox="-30 -20 60 40" role="img" aria-label={props.label} focusable="false">
      <rect x="-30" y="-20" width="60" height="40" fill="#039" />
      {starAngles.map((angle) => (
        <path
          key={angle}
          transform={`rotate(${angle}) translate(0 -13.3) rotate(${-angle})`}
          d="M0-2.22L.5-.69L2.110-.69L.81.26L1.300 1.8L0 .85L-1.300 1.8L-.81.26L-2.110-.69L-.5-.69z"
          fill="#fc0"
        />
      ))}
    </svg>
  )
}
