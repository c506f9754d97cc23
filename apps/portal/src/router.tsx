import { LoadingPlate } from '@officine/ui/loading-plate'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { FaultPage, NotFoundPage } from './fault-page.tsx'
import { useMessages } from './language.tsx'
import { patterns } from './paths.ts'
import { Shell } from './shell.tsx'
import { HomePage } from './town/home-page.tsx'

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFoundPage,
  errorComponent: FaultPage,
})

const page = { getParentRoute: () => root }

const routes = root.addChildren([
  createRoute({ ...page, path: patterns.home, component: HomePage }),
  createRoute({
    ...page,
    path: patterns.seats,
    component: lazyRouteComponent(() => import('./bookings/seats-page.tsx'), 'SeatsPage'),
  }),
  createRoute({
    ...page,
    path: patterns.summary,
    component: lazyRouteComponent(() => import('./bookings/summary-page.tsx'), 'SummaryPage'),
  }),
  createRoute({
    ...page,
    path: patterns.booking,
    component: lazyRouteComponent(() => import('./bookings/booking-page.tsx'), 'BookingPage'),
  }),
  createRoute({
    ...page,
    path: patterns.move,
    component: lazyRouteComponent(() => import('./bookings/move-page.tsx'), 'MovePage'),
  }),
  createRoute({
    ...page,
    path: patterns.repeat,
    component: lazyRouteComponent(() => import('./bookings/repeat-page.tsx'), 'RepeatPage'),
  }),
  createRoute({
    ...page,
    path: patterns.waitFor,
    component: lazyRouteComponent(() => import('./bookings/waiting/wait-for-page.tsx'), 'WaitForPage'),
  }),
  createRoute({
    ...page,
    path: patterns.wait,
    component: lazyRouteComponent(() => import('./bookings/waiting/wait-page.tsx'), 'WaitPage'),
  }),
  createRoute({
    ...page,
    path: patterns.area,
    component: lazyRouteComponent(() => import('./bookings/my-bookings-page.tsx'), 'MyBookingsPage'),
  }),
  createRoute({
    ...page,
    path: patterns.contacts,
    component: lazyRouteComponent(() => import('./identity/contacts-page.tsx'), 'ContactsPage'),
  }),
  createRoute({
    ...page,
    path: patterns.sessions,
    component: lazyRouteComponent(() => import('./identity/sessions-page.tsx'), 'SessionsPage'),
  }),
  createRoute({
    ...page,
    path: patterns.family,
    component: lazyRouteComponent(() => import('./family/family-page.tsx'), 'FamilyPage'),
  }),
  createRoute({
    ...page,
    path: patterns.messages,
    component: lazyRouteComponent(() => import('./notifications/messages-page.tsx'), 'MessagesPage'),
  }),
  createRoute({
    ...page,
    path: patterns.confirmEmail,
    component: lazyRouteComponent(() => import('./notifications/confirm-email-page.tsx'), 'ConfirmEmailPage'),
  }),
  createRoute({
    ...page,
    path: patterns.myData,
    component: lazyRouteComponent(() => import('./privacy/my-data-page.tsx'), 'MyDataPage'),
  }),
  createRoute({
    ...page,
    path: patterns.firstAccess,
    component: lazyRouteComponent(() => import('./identity/first-access-page.tsx'), 'FirstAccessPage'),
  }),
  createRoute({
    ...page,
    path: patterns.rules,
    component: lazyRouteComponent(() => import('./rules/rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    ...page,
    path: patterns.service,
    component: lazyRouteComponent(() => import('./town/service-page.tsx'), 'ServicePage'),
  }),
  createRoute({
    ...page,
    path: patterns.questions,
    component: lazyRouteComponent(() => import('./legal/questions-page.tsx'), 'QuestionsPage'),
  }),
  createRoute({
    ...page,
    path: patterns.privacy,
    component: lazyRouteComponent(() => import('./legal/privacy-page.tsx'), 'PrivacyPage'),
  }),
  createRoute({
    ...page,
    path: patterns.accessibility,
    component: lazyRouteComponent(() => import('./legal/accessibility-page.tsx'), 'AccessibilityPage'),
  }),
  createRoute({
    ...page,
    path: patterns.legalNotes,
    component: lazyRouteComponent(() => import('./legal/legal-notes-page.tsx'), 'LegalNotesPage'),
  }),
])

/** The pages of the portal; all but the home arrive when they are asked for. */
export function createPortalRouter() {
  return createRouter({
    routeTree: routes,
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
  return (
    <div className="om-section">
      <div className="container">
        <LoadingPlate label={faults.loading} isPage />
      </div>
    </div>
  )
}
