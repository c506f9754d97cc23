import type { NamedPerson } from '../chosen-person.tsx'
import { useMessages } from '../language.tsx'
import { type Together, togetherInput } from './along.ts'
import { PutOnList } from './put-on-list.tsx'
import type { Channel } from './slot-words.ts'
import type { Picked } from './use-picked.ts'

/** Times that are full cannot be chosen, but can be waited for: by who is named already. */
export function FullTimes(props: {
  readonly picked: Picked
  readonly person: NamedPerson | undefined
  readonly channel: Channel
  readonly together: Together
}) {
  const { waiting: words } = useMessages()
  const { picked, person, channel, together } = props
  const full = picked.day?.slots.filter(({ state }) => state === 'full' || state === 'held') ?? []
  if (full.length === 0 || !picked.day || !person) return null
  const { day } = picked.day
  return (
    <section className="mb-4" aria-labelledby="pieni">
      <h3 id="pieni" className="om-group-title">
        {words.full}
      </h3>
      <p className="small text-secondary mb-1">{words.fullNote}</p>
      {full.map((slot) => (
        <PutOnList
          key={`${day} ${slot.from}`}
          wished={{
            personId: person.personId,
            channel,
            poolId: picked.pool.poolId,
            day,
            from: slot.from,
            to: slot.to,
            label: slot.label,
            ...togetherInput(together, false),
          }}
        />
      ))}
    </section>
  )
}
