import { createContext, type ReactNode, use, useMemo, useState } from 'react'

/** A person of this town as the desk names them: nothing else travels from page to page. */
export type NamedPerson = { readonly personId: string; readonly name: string }

type Chosen = {
  readonly person: NamedPerson | undefined
  readonly choose: (person: NamedPerson | undefined) => void
}

const ChosenPersonContext = createContext<Chosen | undefined>(undefined)

/** Who the desk is serving. In memory only: a name in an address would stay in histories and logs. */
export function ChosenPersonProvider(props: { readonly children: ReactNode }) {
  const [person, choose] = useState<NamedPerson>()
  const chosen = useMemo(() => ({ person, choose }), [person])
  return <ChosenPersonContext value={chosen}>{props.children}</ChosenPersonContext>
}

/** Who the desk is serving, and how to change it. */
export function useChosenPerson(): Chosen {
  const chosen = use(ChosenPersonContext)
  if (!chosen) throw new Error('useChosenPerson outside ChosenPersonProvider')
  return chosen
}
