/** Starts a program; one that cannot start says why, a line a fault, and ends with status 1. `OFFICINE_LOG_LEVEL=debug` adds the trace. */
export async function startOrSayWhy(program: string, start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    const lines = error instanceof Error ? error.message.split('\n') : [String(error)]
    for (const line of lines) process.stderr.write(`${program}: ${line}\n`)
    if (error instanceof Error && process.env['OFFICINE_LOG_LEVEL'] === 'debug')
      process.stderr.write(`${error.stack}\n`)
    process.exit(1) // what was opened before the fault would keep the process
  }
}
