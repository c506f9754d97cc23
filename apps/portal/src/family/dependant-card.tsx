import { Button } from '@officine/ui/button'
import { Facts } from '@officine/ui/facts'
import { Tag } from '@officine/ui/tag'
import { useId, useState } from 'react'
import { useMessages } from '../language.tsx'
import type { Dependant } from './family-page.tsx'
import { ChangeDependant } from './change-dependant.tsx'
import { RemoveDependant } from './remove-dependant.tsx'
import { ShareDependant } from './share-dependant.tsx'

/** One child: what is known, and what may be done with it. */
export function DependantCard(props: { readonly dependant: Dependant }) {
  const { family: words, along } = useMessages()
  const { dependant } = props
  const { givenName, age, care } = dependant
  const headingId = useId()
  const [isChanging, setIsChanging] = useState(false)
  return (
    <section className="card mb-4" aria-labelledby={headingId}>
      <div className="card-body">
        <h2 id={headingId} className="h3">
          {along.child(givenName, age)}
        </h2>
        {dependant.hasSecondParent && (
          <p>
            <Tag tone="accent">{dependant.isShared ? words.shared : words.hasSecondParent}</Tag>
          </p>
        )}
        {isChanging ? (
          <ChangeDependant dependant={dependant} onDone={() => setIsChanging(false)} />
        ) : (
          <>
            <Facts
              facts={[
                { term: words.bornOn, detail: dependant.bornOnLabel },
                { term: words.mayCollect, detail: care.mayCollect ?? words.onlyParents },
                { term: words.allergies, detail: care.allergies ?? words.notWritten },
                { term: words.emergencyContact, detail: care.emergencyContact ?? words.notWritten },
              ]}
            />
            <p className="small text-secondary">{words.keptApart}</p>
            <div className="d-flex flex-wrap gap-3">
              <Button
                look="outline"
                isSmall
                aria-label={words.changeOf(givenName)}
                onClick={() => setIsChanging(true)}
              >
                {words.change}
              </Button>
              {!dependant.hasSecondParent && <ShareDependant dependant={dependant} />}
              <RemoveDependant dependant={dependant} />
            </div>
          </>
        )}
      </div>
    </section>
  )
}
