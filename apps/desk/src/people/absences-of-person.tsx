import { Callout } from '@officine/ui/callout'
import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

type Attendance = Outputs['desk']['openRecord']['attendance']

/** The absences that count, and what follows from them; of a minor the town decides. */
export function AbsencesOfPerson(props: { readonly attendance: Attendance }) {
  const { attendance: words } = useMessages()
  const { missedLabels, strikes, strikeDays, pauseDays } = props.attendance
  const consequence = consequenceOf(props.attendance, words)
  return (
    <section className="mt-4" aria-labelledby="assenze">
      <h2 id="assenze">{words.title}</h2>
      {missedLabels.length === 0 ? (
        <p className="text-secondary">{words.none}</p>
      ) : (
        <p>{words.counted(missedLabels.join(', '))}</p>
      )}
      {consequence === undefined ? (
        missedLabels.length > 0 &&
        strikes > 0 && <p className="text-secondary">{words.rule(strikes, strikeDays, pauseDays)}</p>
      ) : (
        <Callout>
          <p>{consequence}</p>
        </Callout>
      )}
    </section>
  )
}

function consequenceOf({ kind, untilLabel }: Attendance, words: Messages['attendance']): string | undefined {
  switch (kind) {
    case 'free':
      return undefined
    case 'paused':
      return words.paused(untilLabel ?? '')
    case 'to-review':
      return words.toReview
  }
}
