import { Button } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { Tag } from '@officine/ui/tag'
import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'
import type { DecidedChange } from './lift-closure.tsx'

type Closures = Outputs['desk']['closures']

/** What is shut or keeps other hours from today on: what the desk decided, and what stands in the town's own file, which is only read here. */
export function ClosureList(props: {
  readonly closures: Closures
  readonly onLift: (change: DecidedChange) => void
}) {
  const { closures: words } = useMessages()
  const { decided, ofTown, mayDecide } = props.closures
  return (
    <ul className="om-rows">
      {decided.map((change) => (
        <li key={change.closureId} className="om-closure">
          <div>
            <p className="mb-0 fw-semibold">
              {capitalized(change.daysLabel)} <Standing change={change} />
            </p>
            <p className="mb-0">
              {words.line(
                words.kindsShort[change.kind],
                change.hoursLabel,
                change.where ?? words.wholeTownShort,
              )}
            </p>
            <p className="mb-0 text-secondary">{change.because}</p>
            {settledText(change, words) && <p className="mb-0 small">{settledText(change, words)}</p>}
          </div>
          {mayDecide && !change.isLifted && (
            <Button
              look="outline"
              isSmall
              onClick={() => props.onLift(change)}
              aria-label={words.liftOf(change.daysLabel)}
            >
              {words.lift}
            </Button>
          )}
        </li>
      ))}
      {ofTown.map((closure) => (
        <li key={`${closure.fromDay} ${closure.where ?? ''}`} className="om-closure">
          <div>
            <p className="mb-0 fw-semibold">
              {capitalized(closure.daysLabel)} <Tag>{words.ofTown}</Tag>
            </p>
            <p className="mb-0">
              {words.line(words.kindsShort.closed, undefined, closure.where ?? words.wholeTownShort)}
            </p>
            <p className="mb-0 text-secondary">{closure.because}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Standing(props: { readonly change: DecidedChange }) {
  const { closures: words } = useMessages()
  if (props.change.isLifted) return <Tag>{words.lifted}</Tag>
  return props.change.isNow ? <Tag tone="warn">{words.now}</Tag> : <Tag tone="accent">{words.toCome}</Tag>
}

function settledText({ settled }: DecidedChange, words: Messages['closures']): string {
  const parts = (['cancelled', 'moved', 'dropped', 'kept', 'ended'] as const).flatMap((how) =>
    settled[how] === 0 ? [] : [words.settled[how](settled[how])],
  )
  return parts.join(', ')
}
