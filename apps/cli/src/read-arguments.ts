import { parseArgs } from 'node:util'
import type { ParseArgsOptionsConfig } from 'node:util'

/** The options and words of a command, or one line that says which of them it does not know. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return { read: true, ...parseArgs({ args: [...args], options, allowPositionals: true }) } as const
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { read: false, fault: error.message.split('. ')[0] ?? error.message } as const
  }
}
