import { ChoiceCard } from './choice-card.tsx'
import { SelectField } from './select-field.tsx'

/** Numbered places, as far as a group needs to know them: how many may come, and whether they sit side by side. */
type Pool = { readonly groupMax: number; readonly sitsTogether: SitsTogether }

type SitsTogether = 'none' | 'preferred' | 'required'

/** Whether others come too, and how many they are together. */
export function PeopleCard(props: {
  readonly pool: Pool
  readonly free: number
  readonly people: number | undefined
  readonly onChoose: (people: number | undefined) => void
  readonly words: {
    readonly group: string
    readonly groupNote: (max: number, sits: SitsTogether) => string
    readonly groupNoRoom: (free: number) => string
    readonly groupSeats: string
    readonly howMany: string
    readonly people: (count: number) => string
  }
}) {
  const { pool, free, people, onChoose, words } = props
  const isTooFull = free < 2
  return (
    <ChoiceCard
      id="gruppo"
      title={words.group}
      note={isTooFull ? words.groupNoRoom(free) : words.groupNote(pool.groupMax, pool.sitsTogether)}
      isChosen={people !== undefined}
      isDisabled={isTooFull && people === undefined}
      onChoose={(isGroup) => onChoose(isGroup ? 2 : undefined)}
    >
      <SelectField
        id="persone"
        label={words.howMany}
        value={String(people ?? 2)}
        onChange={(press) => onChoose(Number(press.currentTarget.value))}
        options={Array.from({ length: pool.groupMax - 1 }, (_, at) => ({
          value: String(at + 2),
          label: words.people(at + 2),
        }))}
      />
      <p className="small text-secondary mb-0" aria-live="polite">
        {people !== undefined && people > free ? words.groupNoRoom(free) : words.groupSeats}
      </p>
    </ChoiceCard>
  )
}
