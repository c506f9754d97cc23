import { useEffect, useRef } from 'react'

export type FieldError = { readonly fieldId: string; readonly message: string }

/** Errors on top of a form: each names its field and leads to it. Takes the focus each time the list changes. */
export function ErrorSummary(props: { readonly title: string; readonly errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const { errors } = props
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={box} className="om-errors mb-4" role="alert" tabIndex={-1} aria-labelledby="errori">
      <h2 className="h3" id="errori">
        {props.title}
      </h2>
      <ul className="mb-0">
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a
              href={`#${error.fieldId}`}
              onClick={(press) => {
                press.preventDefault()
                document.getElementById(error.fieldId)?.focus()
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
