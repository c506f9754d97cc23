import { codeFaults } from './code-faults.ts'
import { columnFaults } from './column-faults.ts'
import type { Catalogue, Fault } from './fault.ts'
import { foreignKeyFaults } from './foreign-key-faults.ts'
import { grantFaults } from './grant-faults.ts'
import { keyFaults } from './key-faults.ts'
import { policyFaults } from './policy-faults.ts'
import { queueFaults } from './queue-faults.ts'
import { roleFaults } from './role-faults.ts'
import { tableFaults } from './table-faults.ts'

/**
 * Everything in a migrated database that breaks a rule of its schema; empty when it is sound. Reads the catalogue only, as any role,
 * and wants one connection or transaction: what it asks travels together.
 */
export async function catalogueFaults(sql: Catalogue): Promise<readonly Fault[]> {
  const faults = await Promise.all(
    [
      tableFaults,
      policyFaults,
      keyFaults,
      foreignKeyFaults,
      columnFaults,
      grantFaults,
      codeFaults,
      roleFaults,
      queueFaults,
    ].map((check) => check(sql)),
  )
  return faults.flat()
}

/** Throws with every fault of the database in its message, one a line. */
export async function assertSoundCatalogue(sql: Catalogue): Promise<void> {
  const faults = await catalogueFaults(sql)
  if (faults.length === 0) return
  const lines = faults.map(({ rule, object, found }) => `  ${rule}: ${object}: ${found}`)
  throw new Error(`The schema breaks ${faults.length} of its rules:\n${lines.join('\n')}`)
}
