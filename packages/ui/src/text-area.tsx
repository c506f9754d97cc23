import type { TextareaHTMLAttributes } from 'react'

/** One labelled field for a few sentences. */
export function TextArea({
  id,
  label,
  hint,
  ...area
}: TextareaHTMLAttributes<HTMLTextAreaElement> & {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
}) {
  return (
    <div className="om-field mb-4">
      <label className="form-label-om" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="small text-secondary mb-2" id={`${id}-aiuto`}>
          {hint}
        </p>
      )}
      <textarea
        rows={2}
        {...area}
        id={id}
        className="form-control"
        aria-describedby={hint ? `${id}-aiuto` : undefined}
      />
    </div>
  )
}
