import { Button } from '@officine/ui/button'
import { Link } from '@officine/ui/link'
import { Tag } from '@officine/ui/tag'
import { useState } from 'react'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import { CareDialog } from './care-dialog.tsx'
import type { Present, Visit } from './use-present.ts'

type Child = Visit['children'][number]

/** Who is in a pool, place by place, with whoever they brought. */
export function VisitList(props: { readonly pool: Present['pools'][number] }) {
  const { present: words, booking: bookingWords } = useMessages()
  const { pool } = props
  const [child, setChild] = useState<Child>()
  return (
    <section className="om-pool-day" aria-labelledby={`presenti-${pool.poolId}`}>
      <h2 id={`presenti-${pool.poolId}`}>{pool.name}</h2>
      <ul className="om-rows">
        {pool.visits.map((visit) => (
          <li key={visit.bookingId}>
            <span>
              <Link className="om-tap fw-semibold" href={paths.today(undefined, visit.bookingId)}>
                {visit.personName}
              </Link>
              {visit.isOver && (
                <>
                  {' '}
                  <Tag tone="warn">{words.isOver}</Tag>
                </>
              )}
              <br />
              {[
                visit.unitLabel,
                words.since(visit.since),
                words.until(visit.until),
                ...(visit.people > 1 ? [bookingWords.people(visit.people)] : []),
                ...visit.things,
              ].join(', ')}
              {visit.children.map((each) => (
                <span className="d-block" key={each.dependantId}>
                  {words.child(each.childName, each.unitLabel)}
                </span>
              ))}
            </span>
            {visit.children.length > 0 && (
              <span className="om-row-actions">
                {visit.children.map((each) => (
                  <Button key={each.dependantId} look="outline" isSmall onClick={() => setChild(each)}>
                    {words.whoCollects(each.childName)}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      <CareDialog child={child} onClose={() => setChild(undefined)} />
    </section>
  )
}
