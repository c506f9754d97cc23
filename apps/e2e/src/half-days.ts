import { signIn, seatsOf } from './citizen.ts'
import type { Citizen } from './citizen.ts'

export interface HalfDay {
  readonly day: string
  readonly from: string
  readonly to: string
}

/** Books a seat of Allumiere over HTTP; throws what the town said when it refuses. Answers the booking. */
export async function bookSeat(citizen: Citizen, { day, from, to }: HalfDay) {
  const poolId = await seatsOf(citizen)
  const answer = await citizen.write('bookings.book', {
    poolId,
    day,
    from,
    to,
    idempotencyKey: crypto.randomUUID(),
    language: 'it',
  })
  if (!answer.booked) throw new Error(`${citizen.persona} was refused: ${JSON.stringify(answer.refusal)}`)
  return answer.booking
}

/** Other people take that many seats of a half day, one each; `first` is the number of the first of them. */
export async function fillSeats(port: number, half: HalfDay, first: number, seats: number): Promise<void> {
  const people = Array.from({ length: seats }, (_, at) => `load-${String(first + at).padStart(4, '0')}`)
  await Promise.all(people.map(async (persona) => bookSeat(await signIn(port, 'allumiere', persona), half)))
}

/** The address of the summary of a half day, as a link somebody sent would have it. */
export function summaryLink({ day, from, to }: HalfDay): string {
  return `/prenota/riepilogo?pool=seats&giorno=${day}&ora=${from}-${to}`
}
