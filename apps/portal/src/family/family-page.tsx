import { Button } from '@officine/ui/button'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AddChild } from '../add-child.tsx'
import { AreaNav } from '../area-nav.tsx'
import { useLanguage } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import { DependantCard } from './dependant-card.tsx'
import { JoinChild } from './join-child.tsx'

export type Dependant = Outputs['dependants']['list'][number]

/** Whom a person answers for: who they are, who may collect them, what the staff must know. */
export function FamilyPage() {
  return <SignedIn>{() => <OwnFamily />}</SignedIn>
}

function OwnFamily() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { area, family: words } = messages
  const [isAdding, setIsAdding] = useState(false)
  const { data: dependants } = useSuspenseQuery(trpc.dependants.list.queryOptions({ language }))
  return (
    <Page title={words.title} above={[{ label: area.title, href: paths.area() }]}>
      <PageHeading title={words.title} />
      <AreaNav />
      <div className="row">
        <div className="col-lg-8">
          <p className="lead">{words.lead}</p>
          {dependants.length === 0 && !isAdding && <p className="text-secondary">{words.nobody}</p>}
          {dependants.map((dependant) => (
            <DependantCard key={dependant.dependantId} dependant={dependant} />
          ))}
          {isAdding ? (
            <section className="om-empty mb-5" aria-label={words.newChild}>
              <AddChild
                onAdded={() => Promise.resolve(setIsAdding(false))}
                onCancel={() => setIsAdding(false)}
              />
            </section>
          ) : (
            <p className="mb-5">
              <Button onClick={() => setIsAdding(true)}>{words.addChild}</Button>
            </p>
          )}
          <JoinChild />
        </div>
      </div>
    </Page>
  )
}
