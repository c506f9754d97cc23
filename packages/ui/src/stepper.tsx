/** Where we are in a procedure: every step named, the current one marked in words and in shape. */
export function Stepper(props: {
  readonly label: string
  readonly steps: readonly string[]
  /** From 1. */
  readonly current: number
  readonly position: string
}) {
  const share = { width: `${(props.current / props.steps.length) * 100}%` }
  return (
    <nav className="steppers mb-4" aria-label={props.label}>
      <div className="steppers-header">
        <ul>
          {props.steps.map((step, index) => (
            <li
              key={step}
              className={stepClass(index + 1, props.current)}
              aria-current={index + 1 === props.current ? 'step' : undefined}
            >
              {step}
            </li>
          ))}
          <li className="steppers-index" aria-hidden="true">
            {props.position}
          </li>
        </ul>
      </div>
      <div className="om-prog" aria-hidden="true">
        <i style={share} />
      </div>
    </nav>
  )
}

function stepClass(step: number, current: number): string | undefined {
  if (step < current) return 'confirmed'
  return step === current ? 'active' : undefined
}
