import { addDays, addMonths } from './civil-day.ts'
import { countIndicators } from './count-indicators.ts'
import { readIndicatorFile } from './read-indicator-file.ts'
import { reportJson } from './report-json.ts'

const RECORDS = 100_000
const AS_OF = '2027-12-31'

/** A linear congruential generator: the same records on every machine. */
function makeDraw(): (below: number) => number {
  let state = 20_210_630
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

function makeFile(): string {
  const draw = makeDraw()
  const statuses = ['UNE', 'INA', 'EMP'] as const
  const records = Array.from({ length: RECORDS }, (_, number) => {
    const entry = addDays('2023-01-01', draw(1500))
    const exit = draw(4) === 0 ? null : addDays(entry, draw(200))
    const statusAtEntry = statuses[draw(3)] ?? 'EMP'
    return {
      operation: `OP-${String(draw(400)).padStart(3, '0')}`,
      person: `person-${number}`,
      gender: ['F', 'M', 'X'][draw(3)],
      birthDate: addDays('1950-01-01', draw(20_000)),
      statusAtEntry,
      unemployedSince: statusAtEntry === 'UNE' ? '2022-06-15' : null,
      inEducationAtEntry: draw(5) === 0,
      isced: draw(20) === 0 ? null : draw(9),
      citizenship: [['IT', 'RO', 'MA', 'US'][draw(4)]],
      stateless: false,
      foreignBackground: ['Y', 'N', 'REFUSED'][draw(3)],
      minority: 'N',
      disability: ['Y', 'N', 'REFUSED', 'NOT_ASKED'][draw(4)],
      homeless: 'N',
      degurba: draw(3) + 1,
      episodes: [
        {
          entry,
          exit,
          afterExit:
            exit === null
              ? null
              : {
                  eventOn: addDays(exit, draw(40)),
                  status: 'EMP',
                  searching: false,
                  inEducation: false,
                  qualification: draw(2) === 0,
                },
          afterSixMonths:
            exit === null ? null : { observedOn: addMonths(exit, 6), status: 'EMP', improved: true },
        },
      ],
    }
  })
  return JSON.stringify({ asOf: AS_OF, records })
}

const text = makeFile()
const started = performance.now()
const value: unknown = JSON.parse(text)
const parsed = performance.now()
const reading = readIndicatorFile(value)
if (!reading.read) throw new Error('The benchmark writes a file that cannot be read')
const checked = performance.now()
const report = countIndicators(reading.file.records, AS_OF)
const counted = performance.now()
const printed = reportJson(report)
const ended = performance.now()

const milliseconds = (from: number, to: number) => `${(to - from).toFixed(0)} ms`
console.log(
  `indicators, ${report.records.all} records (${(text.length / 1e6).toFixed(0)} MB), ${report.operations.size} operations`,
)
console.log(`  parse ${milliseconds(started, parsed)}, check ${milliseconds(parsed, checked)}`)
console.log(
  `  count ${milliseconds(checked, counted)}, print ${milliseconds(counted, ended)} (${(printed.length / 1e6).toFixed(1)} MB)`,
)
console.log(`  in all ${milliseconds(started, ended)}; target 2000 ms`)
