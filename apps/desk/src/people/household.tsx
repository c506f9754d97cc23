import { Button } from '@officine/ui/button'
import { Dialog } from '@officine/ui/dialog'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import { CareNotes } from './care-notes.tsx'
import { DependantForm } from './dependant-form.tsx'
import { JoinWithCode, RemoveDependant, ShareCode } from './household-deeds.tsx'

export type Dependant = Outputs['desk']['dependantsOf'][number]

type Opened =
  | { readonly what: 'add'; readonly kind: Dependant['kind'] }
  | { readonly what: 'join' }
  | { readonly what: 'change' | 'care' | 'share' | 'remove'; readonly dependant: Dependant }

/** Whom a person answers for, by name and age; what the parents wrote about them stays shut until somebody says why. */
export function Household(props: { readonly personId: string }) {
  const { language, messages } = useLanguage()
  const { household: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { personId } = props
  const list = useQuery(trpc.desk.dependantsOf.queryOptions({ personId, language }))
  const [opened, setOpened] = useState<Opened>()
  const [said, setSaid] = useState('')
  const finish = (sentence: string) => {
    setSaid(sentence)
    setOpened(undefined)
    void queryClient.invalidateQueries(trpc.desk.dependantsOf.pathFilter())
  }
  const deeds = ['care', 'change', 'share', 'remove'] as const
  return (
    <section className="mb-4" aria-labelledby="nucleo">
      <h2 id="nucleo">{words.title}</h2>
      <output className="d-block fw-semibold mb-2">{said}</output>
      {list.error && <FaultNotice error={list.error} />}
      {list.data?.length === 0 && <p className="text-secondary">{words.nobody}</p>}
      <ul className="om-rows">
        {list.data?.map((dependant) => (
          <li key={dependant.dependantId}>
            <span>
              <strong>{dependant.givenName}</strong>
              <br />
              {[
                dependant.kind === 'adult' ? words.adult : words.child,
                words.aged(dependant.age),
                dependant.hasSecondParent ? words.hasSecondParent : '',
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            <span className="om-row-actions">
              {deeds.map((what) =>
                what === 'share' && dependant.hasSecondParent ? null : (
                  <Button key={what} look="link" isSmall onClick={() => setOpened({ what, dependant })}>
                    {words[what]}
                    <span className="visually-hidden"> {dependant.givenName}</span>
                  </Button>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
      <div className="d-flex flex-wrap gap-3">
        <Button look="outline" isSmall onClick={() => setOpened({ what: 'add', kind: 'child' })}>
          {words.addChild}
        </Button>
        <Button look="outline" isSmall onClick={() => setOpened({ what: 'add', kind: 'adult' })}>
          {words.addAdult}
        </Button>
        <Button look="outline" isSmall onClick={() => setOpened({ what: 'join' })}>
          {words.join}
        </Button>
      </div>
      <Dialog
        isOpen={opened !== undefined}
        title={titleOf(opened, words)}
        closeLabel={words.close}
        onClose={() => setOpened(undefined)}
      >
        {opened?.what === 'add' && (
          <DependantForm
            personId={personId}
            kind={opened.kind}
            onDone={(name) => finish(words.added(name))}
          />
        )}
        {opened?.what === 'change' && (
          <DependantForm
            personId={personId}
            kind={opened.dependant.kind}
            dependant={opened.dependant}
            onDone={(name) => finish(words.changed(name))}
          />
        )}
        {opened?.what === 'care' && (
          <CareNotes
            personId={personId}
            dependant={opened.dependant}
            onChanged={() => finish(words.changed(opened.dependant.givenName))}
          />
        )}
        {opened?.what === 'share' && <ShareCode personId={personId} dependant={opened.dependant} />}
        {opened?.what === 'remove' && (
          <RemoveDependant
            personId={personId}
            dependant={opened.dependant}
            onDone={() => finish(words.removed(opened.dependant.givenName))}
          />
        )}
        {opened?.what === 'join' && (
          <JoinWithCode personId={personId} onDone={(name) => finish(words.joined(name))} />
        )}
      </Dialog>
    </section>
  )
}

function titleOf(
  opened: Opened | undefined,
  words: ReturnType<typeof useLanguage>['messages']['household'],
): string {
  if (opened === undefined) return words.title
  if (opened.what === 'join') return words.join
  if (opened.what === 'add') return opened.kind === 'child' ? words.addChild : words.addAdult
  return `${words[opened.what]}: ${opened.dependant.givenName}`
}
