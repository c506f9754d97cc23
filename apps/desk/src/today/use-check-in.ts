import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import type { CheckInRefusal } from '../deeds/describe-check-in-refusal.ts'
import { type Outputs, useTRPC } from '../trpc.ts'
import { readCheckIn } from './read-check-in.ts'

type CheckInDecision = Outputs['desk']['checkIn']
export type CheckedIn = Extract<CheckInDecision, { checkedIn: true }>
export type FoundPerson = Outputs['desk']['findPeople'][number]

/** The last thing the counter did, until the next one. */
export type Answer =
  | { readonly kind: 'checked-in'; readonly done: CheckedIn }
  | { readonly kind: 'refused'; readonly refusal: CheckInRefusal }
  | { readonly kind: 'done'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'failed'; readonly error: unknown }

/** The one field of the desk: a code or a QR checks in at once, anything else looks for a name. */
export function useCheckIn() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { language } = useLanguage()
  const [typed, setTyped] = useState('')
  const [searched, setSearched] = useState<string>()
  const [answer, setAnswer] = useState<Answer>()
  const find = useMutation(trpc.desk.findPeople.mutationOptions())
  const checkIn = useMutation(
    trpc.desk.checkIn.mutationOptions({
      onSuccess: (decision) => {
        if (decision.checkedIn) {
          setTyped('')
          setSearched(undefined)
          setAnswer({ kind: 'checked-in', done: decision })
        } else {
          setAnswer({ kind: 'refused', refusal: decision.refusal })
        }
      },
      onError: (error) => setAnswer({ kind: 'failed', error }),
      onSettled: () => queryClient.invalidateQueries(trpc.desk.today.pathFilter()),
    }),
  )

  function search(name: string) {
    setAnswer(undefined)
    setSearched(name)
    find.mutate({ text: name, language })
  }

  function submit() {
    const read = readCheckIn(typed)
    switch (read.kind) {
      case 'nothing':
        return setSearched(undefined)
      case 'name':
        return search(read.name)
      case 'qr':
        setSearched(undefined)
        return checkIn.mutate({ qr: read.qr, language })
      case 'code':
        setSearched(undefined)
        return checkIn.mutate(
          { code: read.code, language },
          {
            onSuccess: (decision) => {
              const isNobody = !decision.checkedIn && decision.refusal.reason === 'unknown-code'
              if (isNobody && read.mayBeName) search(typed.trim())
            },
          },
        )
    }
  }

  return {
    typed,
    setTyped,
    submit,
    answer,
    setAnswer,
    isWorking: checkIn.isPending,
    checkInBooking: (bookingId: string) => checkIn.mutate({ bookingId, language }),
    searched,
    closeSearch: () => setSearched(undefined),
    people: { found: find.data, error: find.error, isWorking: find.isPending },
  }
}
