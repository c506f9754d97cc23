import { newKey } from '@officine/ui/new-key'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import type { togetherInput } from './along.ts'
import type { Channel } from './slot-words.ts'

export type BookingDecision = Outputs['desk']['bookFor']
type Yes = Extract<BookingDecision, { booked: true }>
export type Booked = Yes['booking']
export type DroppedExtra = Yes['dropped'][number]

export type BookingRequest = {
  readonly personId: string
  readonly channel: Channel
  readonly poolId: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly unitId?: string
  /** Past a rule of the town, and why. */
  readonly override?: { readonly why: string }
} & ReturnType<typeof togetherInput>

export type Attempt = { readonly of: string; readonly key: string }

/** The attempt at a request: the same key while the request is the same, another for any other. */
export function attemptAt(
  request: BookingRequest,
  earlier: Attempt | undefined,
  makeKey: () => string,
): Attempt {
  const of = JSON.stringify(request)
  return earlier?.of === of ? earlier : { of, key: makeKey() }
}

/**
 * Books for somebody. The key belongs to the request: pressing again after a lost answer sends the same one and books
 * once; another person, time or place is another request, hence another key.
 */
export function useBookFor(onBooked: (answer: Yes, request: BookingRequest) => void) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { language } = useLanguage()
  const [attempt, setAttempt] = useState<Attempt>()
  const book = useMutation(
    trpc.desk.bookFor.mutationOptions({
      // Also after a refusal: `full` means that the count on screen was stale.
      onSettled: () => {
        void queryClient.invalidateQueries(trpc.desk.companions.pathFilter())
        return queryClient.invalidateQueries(trpc.bookings.pathFilter())
      },
    }),
  )

  function submit(request: BookingRequest) {
    const asked = attemptAt(request, attempt, newKey)
    setAttempt(asked)
    book.mutate(
      { ...request, idempotencyKey: asked.key, language },
      {
        onSuccess: (decision) => {
          if (decision.booked) onBooked(decision, request)
        },
      },
    )
  }

  /** The answer to this very request, with a rule set aside or not: one given to another choice is not shown beside it. */
  function answerTo(request: BookingRequest | undefined) {
    const isSame = request !== undefined && attempt !== undefined && isAbout(attempt, request)
    return isSame ? { decision: book.data, error: book.error } : { decision: undefined, error: null }
  }

  return { submit, answerTo, isWorking: book.isPending }
}

/** Whether an attempt was at this request; the reason for an exception is no part of what is asked for. */
function isAbout({ of }: Attempt, request: BookingRequest): boolean {
  const { override: _why, ...asked } = JSON.parse(of) as BookingRequest // written by `attemptAt`
  return JSON.stringify(asked) === JSON.stringify(request)
}
