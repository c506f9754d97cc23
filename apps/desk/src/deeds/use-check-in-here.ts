import { useMutation, useQueryClient } from '@tanstack/react-query'
import { describeFailure } from '../fault-page.tsx'
import { useLanguage } from '../language.tsx'
import { failureOf, useTRPC } from '../trpc.ts'
import { describeCheckInRefusal } from './describe-check-in-refusal.ts'

/** Checks a booking in away from today's page, and says what became of it in lines to be read out. */
export function useCheckInHere() {
  const { language, messages } = useLanguage()
  const { checkIn: words, today, faults } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const checkIn = useMutation(
    trpc.desk.checkIn.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
    }),
  )
  return (bookingId: string, onSaid: (lines: readonly string[]) => void) =>
    checkIn.mutate(
      { bookingId, language },
      {
        onSuccess: (decision) => {
          if (decision.checkedIn) {
            const { from, to, checkedInAt } = decision.booking
            return onSaid([
              words.goTo(decision.unitLabel),
              words.checkedIn(today.period(from, to), checkedInAt),
            ])
          }
          const { title, text } = describeCheckInRefusal(decision.refusal, messages)
          onSaid([`${title}.`, text])
        },
        onError: (error) => {
          const { title, text } = describeFailure(failureOf(error), faults)
          onSaid([title, text])
        },
      },
    )
}
