import { useRouter } from '@tanstack/react-router'
import { useMessages } from '../language.tsx'

/** Chooses the quarter; the address follows, so that back goes to the one before. */
export function QuarterField(props: {
  readonly chosen: string
  readonly quarters: readonly { readonly quarter: string; readonly isWhole: boolean }[]
  readonly hrefOf: (quarter: string) => string
}) {
  const router = useRouter()
  const { overview, quarterText } = useMessages()
  return (
    <div>
      <label className="form-label-om" htmlFor="trimestre">
        {overview.quarter}
      </label>
      <select
        className="form-select"
        id="trimestre"
        value={props.chosen}
        onChange={({ target }) => router.history.push(props.hrefOf(target.value))}
      >
        {props.quarters.map(({ quarter, isWhole }) => (
          <option key={quarter} value={quarter}>
            {isWhole ? quarterText(quarter) : overview.inProgress(quarterText(quarter))}
          </option>
        ))}
      </select>
    </div>
  )
}
