import type { InputFault } from '../indicators/json-reading.ts'
import { FACTS_OF_ROWS } from './layout-mapping.ts'
import type { LayoutMapping } from './layout-mapping.ts'

export const MANIFEST_NAME = 'MANIFEST.json'

/** What a well-formed mapping still gets wrong: names that lead nowhere, and file names that would leave their folder. */
export function listMappingFaults(mapping: LayoutMapping): readonly InputFault[] {
  return [...listFileFaults(mapping), ...listColumnFaults(mapping)]
}

function listFileFaults({ files, records, dialects }: LayoutMapping): readonly InputFault[] {
  const taken = new Set<string>([MANIFEST_NAME.toLowerCase()])
  return files.flatMap(({ name, record, dialect }, index) => {
    const path = `files[${index}]`
    const faults: InputFault[] = []
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
      faults.push({ path: `${path}.name`, says: 'is not a plain file name' })
    if (taken.has(name.toLowerCase())) faults.push({ path: `${path}.name`, says: 'is taken' })
    if (!records.has(record)) faults.push({ path: `${path}.record`, says: 'is not among records' })
    if (!dialects.has(dialect)) faults.push({ path: `${path}.dialect`, says: 'is not among dialects' })
    taken.add(name.toLowerCase())
    return faults
  })
}

function listColumnFaults({ records, tables }: LayoutMapping): readonly InputFault[] {
  return [...records].flatMap(([recordName, { rows, columns }]) => {
    const facts: readonly string[] = FACTS_OF_ROWS[rows]
    return columns.flatMap(({ fact, table, constant }, index) => {
      const path = `records.${recordName}.columns[${index}]`
      const faults: InputFault[] = []
      if (fact !== null && !facts.includes(fact))
        faults.push({ path: `${path}.fact`, says: `is no fact of ${rows}` })
      if (fact !== null && constant !== '')
        faults.push({ path: `${path}.constant`, says: 'stands beside a fact' })
      if (table !== null && !tables.has(table))
        faults.push({ path: `${path}.table`, says: 'is not among tables' })
      return faults
    })
  })
}
