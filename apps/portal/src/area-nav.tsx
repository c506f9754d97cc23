import { Button } from '@officine/ui/button'
import { Link } from '@officine/ui/link'
import { useMutation } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useMessages } from './language.tsx'
import { paths } from './paths.ts'
import { useTRPC } from './trpc.ts'

/** The pages of the personal area, and the way out. */
export function AreaNav() {
  const { area } = useMessages()
  const trpc = useTRPC()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const signOut = useMutation(
    trpc.identity.signOut.mutationOptions({
      // A whole new load: nothing of this person stays in memory for the next one at the same screen.
      onSuccess: () => window.location.assign(paths.home()),
    }),
  )
  const items = [
    { label: area.bookings, href: paths.area() },
    { label: area.family, href: paths.family() },
    { label: area.contacts, href: paths.contacts() },
    { label: area.messages, href: paths.messages() },
    { label: area.myData, href: paths.myData() },
    { label: area.sessions, href: paths.sessions() },
  ]
  return (
    <nav className="om-tabs mb-5" aria-label={area.nav}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.href === path ? 'page' : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
        <li className="om-tabs-end">
          <Button look="link" isSmall onClick={() => signOut.mutate()}>
            {area.signOut}
          </Button>
        </li>
      </ul>
    </nav>
  )
}
