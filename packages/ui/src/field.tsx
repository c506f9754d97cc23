import type { InputHTMLAttributes } from 'react'

/** One labelled text field; its error is a sentence above it that says what to write. */
export function Field({
  id,
  label,
  hint,
  error,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}) {
  const isBad = error !== undefined
  const describedBy = [hint ? `${id}-aiuto` : '', isBad ? `${id}-errore` : ''].filter(Boolean).join(' ')
  return (
    <div className={isBad ? 'om-field om-field-bad mb-4' : 'om-field mb-4'}>
      <label className="form-label-om" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="small text-secondary mb-2" id={`${id}-aiuto`}>
          {hint}
        </p>
      )}
      {isBad && (
        <p className="om-msg" id={`${id}-errore`}>
          {error}
        </p>
      )}
      <input
        {...input}
        id={id}
        className={isBad ? 'form-control is-invalid' : 'form-control'}
        aria-invalid={isBad ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
    </div>
  )
}
