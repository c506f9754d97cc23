/** The field that the whole desk goes back to. */
export const checkInFieldId = 'ingresso'

/** Where the desk says what it has just done. */
export const answerId = 'esito'

/**
 * Ready for the next person: the answer in sight and the focus in the field, since what was pressed may be gone with the
 * answer. Where the focus would call up a keyboard over the screen, the answer takes it.
 */
export function showAnswer(): void {
  const answer = document.getElementById(answerId)
  answer?.scrollIntoView({ block: 'nearest' })
  if (matchMedia('(pointer: fine)').matches) document.getElementById(checkInFieldId)?.focus()
  else answer?.focus()
}
