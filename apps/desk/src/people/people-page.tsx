import { Button, ButtonLink } from '@officine/ui/button'
import { useState } from 'react'
import { type NamedPerson, useChosenPerson } from '../chosen-person.tsx'
import { useMessages } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { paths } from '../paths.ts'
import { FindPerson } from './find-person.tsx'
import { RegisterPerson } from './register-person.tsx'

/** The people of the town as the desk needs them: found by name, or registered. Records open one by one, with a reason. */
export function PeoplePage() {
  const { people: words } = useMessages()
  const { choose } = useChosenPerson()
  const [isRegistering, setIsRegistering] = useState(false)
  const [registered, setRegistered] = useState<NamedPerson>()
  return (
    <div className="om-narrow">
      <PageHeading title={words.title} leavesFocus />
      <p className="text-secondary">{words.lead}</p>
      <FindPerson takesFocus />
      <div aria-live="polite">
        {registered && (
          <div className="om-result om-result-ok">
            <div className="om-result-text">
              <p className="om-result-title">{words.registered(registered.name)}</p>
            </div>
            <div className="om-result-actions">
              <ButtonLink isSmall href={paths.newBooking()}>
                {words.bookNow}
              </ButtonLink>
            </div>
          </div>
        )}
      </div>
      {isRegistering ? (
        <RegisterPerson
          onRegistered={(person) => {
            choose(person)
            setRegistered(person)
            setIsRegistering(false)
          }}
          onGiveUp={() => setIsRegistering(false)}
        />
      ) : (
        <Button
          look="outline"
          onClick={() => {
            setRegistered(undefined)
            setIsRegistering(true)
          }}
        >
          {words.register}
        </Button>
      )}
    </div>
  )
}
