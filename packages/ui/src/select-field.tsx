import type { SelectHTMLAttributes } from 'react'

/** One labelled list to choose from. */
export function SelectField({
  id,
  label,
  options,
  ...select
}: SelectHTMLAttributes<HTMLSelectElement> & {
  readonly id: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}) {
  return (
    <div className="om-field mb-3">
      <label className="form-label-om" htmlFor={id}>
        {label}
      </label>
      <select {...select} id={id} className="form-select">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
