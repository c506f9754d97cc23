export type NumberedStep = { readonly title: string; readonly text: string }

/** A rule in its steps, one sentence each. */
export function NumberedSteps(props: { readonly steps: readonly NumberedStep[] }) {
  return (
    <ol className="om-steps">
      {props.steps.map((step) => (
        <li key={step.title}>
          <h3>{step.title}</h3>
          <p>{step.text}</p>
        </li>
      ))}
    </ol>
  )
}
