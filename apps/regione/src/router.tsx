import { LoadingPlate } from '@officine/ui/loading-plate'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { FaultPage, NotFoundPage } from './fault-page.tsx'
import { OverviewPage } from './indicators/overview-page.tsx'
import { useMessages } from './language.tsx'
import { OfficerOnly } from './officer-only.tsx'
import { patterns } from './paths.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  component: () => (
    <Shell>
      <OfficerOnly>
        <Outlet />
      </OfficerOnly>
    </Shell>
  ),
  notFoundComponent: NotFoundPage,
  errorComponent: FaultPage,
})

const page = { getParentRoute: () => root }

const routes = root.addChildren([
  createRoute({ ...page, path: patterns.overview, component: OverviewPage }),
  createRoute({
    ...page,
    path: patterns.towns,
    component: lazyRouteComponent(() => import('./indicators/towns-page.tsx'), 'TownsPage'),
  }),
  createRoute({
    ...page,
    path: patterns.town,
    component: lazyRouteComponent(() => import('./indicators/town-page.tsx'), 'TownPage'),
  }),
  createRoute({
    ...page,
    path: patterns.method,
    component: lazyRouteComponent(() => import('./method/method-page.tsx'), 'MethodPage'),
  }),
])

/** The pages of the dashboard; all but the overview arrive when they are asked for. */
export function createRegioneRouter() {
  return createRouter({
    routeTree: routes,
    defaultPendingComponent: Pending,
    defaultErrorComponent: FaultPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    // Plain text, as `paths.ts` writes it.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString()
      return text === '' ? '' : `?${text}`
    },
  })
}

function Pending() {
  const { faults } = useMessages()
  return (
    <div className="om-section">
      <div className="container">
        <LoadingPlate label={faults.loading} isPage />
      </div>
    </div>
  )
}
