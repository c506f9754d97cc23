import { Breadcrumb } from '@officine/ui/breadcrumb'
import { LoadingPlate } from '@officine/ui/loading-plate'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useMessages } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { paths, readQuarter } from '../paths.ts'
import { type Outputs, useTRPC } from '../trpc.ts'
import { fullestHour } from './findings.ts'
import { HeatMap } from './heat-map.tsx'
import { QuarterField } from './quarter-field.tsx'
import { TrendLine } from './trend-line.tsx'
import { UntilWhen } from './until-when.tsx'

type Kind = Outputs['usage']['ofTown']['kinds'][number]

/** One town: when its places are full, how the weeks go, and every quarter since it began; desks and rooms apart. */
export function TownPage() {
  const { shell, overview, town: words, faults, quarterText, dayText } = useMessages()
  const { town = '' } = useParams({ strict: false })
  const quarter = useRouterState({ select: (state) => readQuarter(state.location.search) })
  const options = useTRPC().usage.ofTown.queryOptions({ town, ...(quarter && { quarter }) })
  const { data } = useQuery({ ...options, placeholderData: keepPreviousData, throwOnError: true })
  if (data === undefined)
    return (
      <div className="container om-section">
        <LoadingPlate label={faults.loading} isPage />
      </div>
    )
  return (
    <div className="container pb-5">
      <Breadcrumb
        label={words.way}
        above={[{ label: shell.towns, href: paths.towns(data.quarter?.quarter) }]}
        current={data.name}
      />
      <div className="pt-4 pb-4 d-flex flex-wrap justify-content-between align-items-end gap-3">
        <div>
          <PageHeading title={data.name} />
          <p className="lead mb-0">
            {data.quarter === undefined
              ? words.unused
              : overview.lead(
                  quarterText(data.quarter.quarter),
                  dayText(data.quarter.lastDay),
                  data.quarter.isWhole,
                )}{' '}
            {data.firstDay && words.since(dayText(data.firstDay))}
          </p>
          {data.quarter && <UntilWhen quarter={data.quarter} />}
        </div>
        {data.quarter !== undefined && (
          <QuarterField
            chosen={data.quarter.quarter}
            quarters={data.quarters}
            hrefOf={(one) => paths.town(town, one)}
          />
        )}
      </div>
      {data.kinds.map((kind) => (
        <KindOfPlaces key={kind.kind} kind={kind} />
      ))}
    </div>
  )
}

function KindOfPlaces(props: { readonly kind: Kind }) {
  const { heat, town: words } = useMessages()
  const { kind } = props
  return (
    <section aria-labelledby={kind.kind} className="pb-5 pt-4 om-line-top">
      <h2 id={kind.kind} className="mb-4">
        {words.kind[kind.kind]}
      </h2>
      {fullestHour(kind.hours) === undefined ? (
        <p>{heat.empty}.</p>
      ) : (
        <div className="row">
          <div className="col-lg-6 pb-4 pe-lg-5">
            <HeatMap cells={kind.hours} where={heat.here} />
          </div>
          <div className="col-lg-6 pb-4">
            <TrendLine weeks={kind.weeks} />
          </div>
        </div>
      )}
      <Quarters kind={kind} />
    </section>
  )
}

function Quarters(props: { readonly kind: Kind }) {
  const { overview, towns, town: words, number, quarterText } = useMessages()
  const [best] = [...props.kind.quarters].sort((one, other) => other.peoplePresent - one.peoplePresent)
  return (
    <table className="table om-stack om-compact">
      <caption>
        <h3 className="mb-1">
          {best === undefined || best.peoplePresent === 0
            ? words.quartersEmpty
            : words.quarters(quarterText(best.quarter), number(best.peoplePresent))}
        </h3>
        <span className="text-secondary">{words.quartersMean}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{overview.quarter}</th>
          {[towns.places, towns.present, towns.bookings, towns.occupancy].map((name) => (
            <th scope="col" className="n" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.kind.quarters.map((row) => (
          <tr key={row.quarter}>
            <th scope="row">{quarterText(row.quarter)}</th>
            <td className="n" data-l={towns.places}>
              {number(row.places)}
            </td>
            <td className="n" data-l={towns.present}>
              {number(row.peoplePresent)}
            </td>
            <td className="n" data-l={towns.bookings}>
              {number(row.bookings)}
            </td>
            <td className="n" data-l={towns.occupancy}>
              {row.occupancy === undefined ? towns.notUsed : `${row.occupancy}%`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
