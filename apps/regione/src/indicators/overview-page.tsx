import { ButtonLink } from '@officine/ui/button'
import { LoadingPlate } from '@officine/ui/loading-plate'
import { useMessages } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { paths } from '../paths.ts'
import { FigureList } from './figures.tsx'
import { spreadOfUse } from './findings.ts'
import { HeatMap } from './heat-map.tsx'
import { LazioMap } from './lazio-map.tsx'
import { MunicipiTiles } from './municipi-tiles.tsx'
import { QuarterField } from './quarter-field.tsx'
import { TownsTable } from './towns-table.tsx'
import { TrendLine } from './trend-line.tsx'
import { UntilWhen } from './until-when.tsx'
import { useOverview } from './use-overview.ts'

/** How the workshops are doing: four figures, when they are full, where, and town by town. */
export function OverviewPage() {
  const { overview: words, towns, heat, faults, quarterText, dayText } = useMessages()
  const overview = useOverview()
  if (overview === undefined)
    return (
      <div className="container om-section">
        <LoadingPlate label={faults.loading} isPage />
      </div>
    )
  if (!overview.isPublished)
    return (
      <div className="container om-section">
        <PageHeading title={words.notYet} />
        <p className="lead">{words.notYetText}</p>
      </div>
    )
  const { quarter } = overview
  const spread = spreadOfUse(overview.towns.filter(({ seats, bookings }) => seats > 0 || bookings > 0))
  return (
    <div className="container">
      <div className="pt-5 pb-4 d-flex flex-wrap justify-content-between align-items-end gap-3">
        <div>
          <PageHeading title={words.title} />
          <p className="lead mb-2">
            {words.lead(quarterText(quarter.quarter), dayText(quarter.lastDay), quarter.isWhole)}
          </p>
          <UntilWhen quarter={quarter} edition={overview.edition} />
        </div>
        <div className="d-flex flex-wrap gap-3 align-items-end">
          <QuarterField chosen={quarter.quarter} quarters={overview.quarters} hrefOf={paths.overview} />
          <ButtonLink look="outline" href={paths.download(quarter.quarter)} download="">
            {words.download}
          </ButtonLink>
        </div>
      </div>
      <section aria-labelledby="cifre" className="pb-5">
        <h2 id="cifre" className="visually-hidden">
          {words.figures}
        </h2>
        <FigureList now={overview.figures} before={overview.before} />
      </section>
      <div className="row pb-5">
        <div className="col-lg-7 pb-5 pe-lg-5">
          <HeatMap cells={overview.hours} where={heat.everywhere} />
          <div className="mt-5 pt-2">
            <TrendLine weeks={overview.weeks} />
          </div>
        </div>
        <div className="col-lg-5">
          <LazioMap towns={overview.towns} />
          <div className="mt-5 pt-2">
            <MunicipiTiles towns={overview.towns} />
          </div>
        </div>
      </div>
      <section aria-labelledby="enti" className="pb-5">
        <h2 id="enti" className="mb-1">
          {spread === undefined ? towns.none : towns.finding(spread.towns, spread.least, spread.most)}
        </h2>
        <p className="text-secondary">{towns.means}</p>
        <TownsTable overview={overview} atMost={12} />
      </section>
    </div>
  )
}
