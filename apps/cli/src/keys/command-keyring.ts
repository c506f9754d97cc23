import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keyringInFile, keyringOf } from '@officine/db/keyring'
import type { Keyring } from '@officine/db/keyring'
import { fileArgument } from '../env.ts'
import type { CliEnvironment } from '../env.ts'

/** The file of the installation's keyring: the one that OFFICINE_KEYRING names, or the data directory's; undefined when the variable holds the keys themselves. */
export function keyringFile(environment: CliEnvironment): string | undefined {
  const given = environment.inherited['OFFICINE_KEYRING']
  if (given === undefined) return join(environment.dataDirectory, 'keyring.json')
  return given.trimStart().startsWith('{') ? undefined : fileArgument(given, environment)
}

/** The installation's keys, as the server finds them; undefined when there are none. */
export function findCommandKeyring(environment: CliEnvironment): Keyring | undefined {
  const file = keyringFile(environment)
  if (file === undefined) return keyringOf(environment.inherited['OFFICINE_KEYRING'] ?? '')
  return existsSync(file) ? keyringInFile(file) : undefined
}
