import { Button } from '@officine/ui/button'
import { useState } from 'react'
import { useChosenPerson } from './chosen-person.tsx'
import { useMessages } from './language.tsx'
import { FindPerson } from './people/find-person.tsx'
import { RegisterPerson } from './people/register-person.tsx'

/** Whom the booking is for: found by name, or registered here and now. */
export function PersonField() {
  const { newBooking: words } = useMessages()
  const { person, choose } = useChosenPerson()
  const [isRegistering, setIsRegistering] = useState(false)
  if (person) {
    return (
      <div className="om-chosen">
        <strong>{person.name}</strong>
        <Button look="link" isSmall onClick={() => choose(undefined)}>
          {words.changePerson}
        </Button>
      </div>
    )
  }
  if (isRegistering) {
    return (
      <RegisterPerson
        onRegistered={(registered) => {
          setIsRegistering(false)
          choose(registered)
        }}
        onGiveUp={() => setIsRegistering(false)}
      />
    )
  }
  return (
    <>
      <FindPerson onChoose={choose} takesFocus />
      <p className="mb-0">
        {words.notThere}{' '}
        <Button look="link" isSmall onClick={() => setIsRegistering(true)}>
          {words.registerNew}
        </Button>
      </p>
    </>
  )
}
