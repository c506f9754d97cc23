import { Button } from '@officine/ui/button'
import { Dialog } from '@officine/ui/dialog'
import { useState } from 'react'
import { useMessages } from '../language.tsx'
import { ChangeContacts } from './change-contacts.tsx'
import { ChangePreferences } from './change-preferences.tsx'
import { EraseData } from './erase-data.tsx'
import { GiveNotice } from './give-notice.tsx'
import type { KnownPerson } from './known-person.ts'
import { MergePeople } from './merge-people.tsx'
import { PrintData } from './print-data.tsx'

const deeds = ['contacts', 'preferences', 'notice', 'merge', 'print', 'erase'] as const
type Deed = (typeof deeds)[number]

/** What the counter can do with a record, each in a dialog of its own; what changed is shown without opening the record again. */
export function RecordDeeds(props: {
  readonly known: KnownPerson
  /** Nothing can be done any more with who was just taken out of the records. */
  readonly isErased: boolean
  readonly onChanged: (known: KnownPerson) => void
  readonly onErased: () => void
}) {
  const messages = useMessages()
  const { kept: words, merge } = messages
  const { known } = props
  const [opened, setOpened] = useState<Deed>()
  const [said, setSaid] = useState('')
  const finish = (sentence: string, changed: KnownPerson = known) => {
    setSaid(sentence)
    setOpened(undefined)
    props.onChanged(changed)
  }
  const labelOf = (deed: Deed) => (deed === 'merge' ? merge.open : words[deed])
  return (
    <section className="mb-4" aria-labelledby="atti">
      <h2 id="atti">{words.deeds}</h2>
      <output className="d-block fw-semibold mb-2">{said}</output>
      <div className="d-flex flex-wrap gap-3">
        {(props.isErased ? [] : deeds).map((deed) => (
          <Button
            key={deed}
            look={deed === 'erase' ? 'danger' : 'outline'}
            isSmall
            onClick={() => setOpened(deed)}
          >
            {labelOf(deed)}
          </Button>
        ))}
      </div>
      <Dialog
        isOpen={opened !== undefined}
        title={opened === undefined ? words.deeds : labelOf(opened)}
        closeLabel={words.close}
        onClose={() => setOpened(undefined)}
      >
        {opened === 'contacts' && <ChangeContacts known={known} onDone={finish} />}
        {opened === 'preferences' && <ChangePreferences known={known} onDone={finish} />}
        {opened === 'notice' && <GiveNotice known={known} onDone={finish} />}
        {opened === 'merge' && <MergePeople known={known} />}
        {opened === 'print' && <PrintData known={known} />}
        {opened === 'erase' && (
          <EraseData
            known={known}
            onErased={(sentence) => {
              finish(sentence)
              props.onErased()
            }}
          />
        )}
      </Dialog>
    </section>
  )
}
