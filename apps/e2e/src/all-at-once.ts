/** Does something for each of many, at most so many at a time; answers in the order of the many. */
export async function allAtOnce<One, Answer>(
  many: readonly One[],
  atOnce: number,
  act: (one: One) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const queue = many.entries()
  const worker = async () => {
    for (const [at, one] of queue) answers[at] = await act(one)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}
