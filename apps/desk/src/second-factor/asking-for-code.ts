import type { AppRouter } from '@officine/api/router'
import type { TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { askForCode } from './asked-code.ts'
import { findMissingFactor } from './find-missing-factor.ts'

/**
 * A request that the door refused for want of the second factor asks for it and is sent again: the page never learns of it, and what was typed stays.
 * The door answers before anything is done, so sending again does nothing twice.
 */
export const askingForCode: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let isOver = false
      let sent = send()
      function send() {
        return next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            const missing = findMissingFactor(error)
            if (missing === undefined) return observer.error(error)
            void askForCode(missing, op.type === 'mutation').then((given) => {
              if (isOver) return
              if (given) sent = send()
              else observer.error(error)
            })
          },
        })
      }
      return () => {
        isOver = true
        sent.unsubscribe()
      }
    })
