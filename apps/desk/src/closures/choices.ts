import type { Messages } from '../messages/it.ts'
import type { Outputs, RouterInputs } from '../trpc.ts'

export type Preview = Extract<Outputs['desk']['previewClosure'], { possible: true }>
export type TouchedBooking = Preview['touched'][number]
export type Answer = RouterInputs['desk']['close']['answers'][number]

/** What the clerk picked for each booking: a treatment, or `move N` for one of the times that were found. */
export type Choices = Readonly<Record<string, string>>

/** What is picked before anybody touches it: who is here is left open, on purpose. */
export function usualChoices(touched: readonly TouchedBooking[]): Choices {
  return Object.fromEntries(touched.map(({ bookingId, usual }) => [bookingId, usual ?? '']))
}

/** The same for everybody, where it is possible; the others keep what they had. */
export function chosenForAll(touched: readonly TouchedBooking[], choices: Choices, how: string): Choices {
  return Object.fromEntries(
    touched.map((booking) => {
      const { bookingId } = booking
      const isPossible = optionsOf(booking).includes(how)
      return [bookingId, isPossible ? how : (choices[bookingId] ?? '')]
    }),
  )
}

/** Everything that may be picked for a booking, as the values of its list. */
export function optionsOf({ treatments, alternatives }: TouchedBooking): readonly string[] {
  return treatments.flatMap((how) => (how === 'move' ? alternatives.map((_, at) => `move ${at}`) : [how]))
}

/** An option as the list says it. */
export function describeOption(option: string, booking: TouchedBooking, words: Messages['closures']): string {
  switch (option) {
    case 'cancel':
      return words.how.cancel
    case 'drop':
      return words.how.drop(booking.lostNames.join(', '))
    case 'keep':
      return words.how.keep
    case 'end':
      return words.how.end
    default:
      return words.how.move(booking.alternatives[placeOf(option)]?.label ?? '')
  }
}

/** The answers as the API takes them; undefined while one is still open. */
export function answersOf(
  touched: readonly TouchedBooking[],
  choices: Choices,
): readonly Answer[] | undefined {
  const answers = touched.flatMap((booking) => answerOf(booking, choices[booking.bookingId] ?? '') ?? [])
  return answers.length === touched.length ? answers : undefined
}

function answerOf({ bookingId, alternatives }: TouchedBooking, option: string): Answer | undefined {
  if (option === 'cancel' || option === 'drop' || option === 'keep' || option === 'end')
    return { bookingId, how: option }
  const chosen = option.startsWith('move') ? alternatives[placeOf(option)] : undefined
  if (chosen === undefined) return undefined
  const { poolId, day, from, to } = chosen
  return { bookingId, how: 'move', to: { poolId, day, from, to } }
}

function placeOf(option: string): number {
  return Number(option.split(' ')[1])
}
