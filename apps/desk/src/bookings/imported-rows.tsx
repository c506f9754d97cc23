import { Tag, type TagTone } from '@officine/ui/tag'
import { useLanguage } from '../language.tsx'
import { describeRow, type ImportedRow } from './describe-import.ts'

const marks: Readonly<Record<ImportedRow['kind'], { readonly tone: TagTone; readonly shape: string }>> = {
  booked: { tone: 'ok', shape: '●' },
  already: { tone: 'plain', shape: '○' },
  refused: { tone: 'warn', shape: '▲' },
  malformed: { tone: 'bad', shape: '■' },
}

/** Every row of a list with its answer, by the number that the editor shows beside it. */
export function ImportedRows(props: {
  readonly rows: readonly ImportedRow[]
  readonly ignored: readonly string[]
  readonly isDone: boolean
}) {
  const { messages } = useLanguage()
  const { importing: words } = messages
  const { rows, ignored, isDone } = props
  const count = (...kinds: readonly ImportedRow['kind'][]) =>
    rows.filter(({ kind }) => kinds.includes(kind)).length
  const title = isDone ? words.applied : words.tried
  return (
    <section className="mb-4" aria-labelledby="esito">
      <h2 id="esito">{title}</h2>
      <output className="d-block fw-semibold mb-2">
        {words.count(count('booked'), count('already'), count('refused', 'malformed'))}
      </output>
      {ignored.length > 0 && <p className="text-secondary">{words.ignored(ignored.join(', '))}</p>}
      <table className="table om-stack">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.answer}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              <td data-l={words.who}>{row.kind === 'malformed' ? '' : row.name}</td>
              <td data-l={words.when}>{row.kind === 'malformed' ? '' : `${row.when}, ${row.poolName}`}</td>
              <td data-l={words.answer}>
                <span>
                  <Tag tone={marks[row.kind].tone}>
                    <span aria-hidden="true">{marks[row.kind].shape}</span> {words.kinds[row.kind]}
                  </Tag>{' '}
                  {describeRow(row, messages)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
