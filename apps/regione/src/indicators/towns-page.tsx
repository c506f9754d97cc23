import { LoadingPlate } from '@officine/ui/loading-plate'
import { useMessages } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { paths } from '../paths.ts'
import { QuarterField } from './quarter-field.tsx'
import { TownsTable } from './towns-table.tsx'
import { useOverview } from './use-overview.ts'

/** Every town side by side. */
export function TownsPage() {
  const { overview: words, towns, faults } = useMessages()
  const overview = useOverview()
  return (
    <div className="container py-5">
      <div className="pb-4 d-flex flex-wrap justify-content-between align-items-end gap-3">
        <div>
          <PageHeading title={towns.pageTitle} />
          <p className="lead mb-0">{towns.means}</p>
        </div>
        {overview?.isPublished && (
          <QuarterField chosen={overview.quarter.quarter} quarters={overview.quarters} hrefOf={paths.towns} />
        )}
      </div>
      {overview === undefined && <LoadingPlate label={faults.loading} />}
      {overview?.isPublished === false && <p>{words.notYetText}</p>}
      {overview?.isPublished && <TownsTable overview={overview} />}
    </div>
  )
}
