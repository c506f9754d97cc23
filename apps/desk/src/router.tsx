import { LoadingPlate } from '@officine/ui/loading-plate'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { ChosenPersonProvider } from './chosen-person.tsx'
import { FaultPage, NotFoundPage } from './fault-page.tsx'
import { useMessages } from './language.tsx'
import { base, patterns } from './paths.ts'
import { Shell } from './shell.tsx'
import { StaffOnly } from './staff-only.tsx'
import { TodayPage } from './today/today-page.tsx'

const root = createRootRoute({
  component: () => (
    <ChosenPersonProvider>
      <Shell>
        <StaffOnly>
          <Outlet />
        </StaffOnly>
      </Shell>
    </ChosenPersonProvider>
  ),
  notFoundComponent: NotFoundPage,
  errorComponent: FaultPage,
})

const page = { getParentRoute: () => root }

const routes = root.addChildren([
  createRoute({ ...page, path: patterns.today, component: TodayPage }),
  createRoute({
    ...page,
    path: patterns.newBooking,
    component: lazyRouteComponent(() => import('./new-booking-page.tsx'), 'NewBookingPage'),
  }),
  createRoute({
    ...page,
    path: patterns.people,
    component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    ...page,
    path: patterns.present,
    component: lazyRouteComponent(() => import('./present/present-page.tsx'), 'PresentPage'),
  }),
  createRoute({
    ...page,
    path: patterns.places,
    component: lazyRouteComponent(() => import('./places/places-page.tsx'), 'PlacesPage'),
  }),
  createRoute({
    ...page,
    path: patterns.closures,
    component: lazyRouteComponent(() => import('./closures/closures-page.tsx'), 'ClosuresPage'),
  }),
  createRoute({
    ...page,
    path: patterns.person,
    component: lazyRouteComponent(() => import('./people/person-page.tsx'), 'PersonPage'),
  }),
  createRoute({
    ...page,
    path: patterns.waiting,
    component: lazyRouteComponent(() => import('./waiting/waiting-page.tsx'), 'WaitingPage'),
  }),
  createRoute({
    ...page,
    path: patterns.calls,
    component: lazyRouteComponent(() => import('./calls/calls-page.tsx'), 'CallsPage'),
  }),
  createRoute({
    ...page,
    path: patterns.unsent,
    component: lazyRouteComponent(() => import('./unsent/unsent-page.tsx'), 'UnsentPage'),
  }),
  createRoute({
    ...page,
    path: patterns.staff,
    component: lazyRouteComponent(() => import('./staff/staff-page.tsx'), 'StaffPage'),
  }),
  createRoute({
    ...page,
    path: patterns.import,
    component: lazyRouteComponent(() => import('./bookings/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    ...page,
    path: patterns.access,
    component: lazyRouteComponent(() => import('./second-factor/access-page.tsx'), 'AccessPage'),
  }),
])

/** The pages of the desk; all but today's arrive when they are asked for. */
export function createDeskRouter() {
  return createRouter({
    routeTree: routes,
    basepath: base,
    defaultPendingComponent: Pending,
    defaultErrorComponent: FaultPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    // Plain text, as `paths.ts` writes it: the router's own JSON would turn a code of digits into a number.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString()
      return text === '' ? '' : `?${text}`
    },
  })
}

function Pending() {
  const { faults } = useMessages()
  return <LoadingPlate label={faults.loading} />
}
