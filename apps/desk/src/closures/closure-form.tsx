import { Button } from '@officine/ui/button'
import { CheckField } from '@officine/ui/check-field'
import { Field } from '@officine/ui/field'
import { SelectField } from '@officine/ui/select-field'
import { useRef, useState } from 'react'
import { useMessages } from '../language.tsx'
import type { Outputs } from '../trpc.ts'
import { type AskedClosure, type ClosureErrors, placeValue, readClosure } from './read-closure.ts'

type Closures = Outputs['desk']['closures']

/** What shuts or keeps other hours, where, when and why. What was typed stays, whatever the answer is. */
export function ClosureForm(props: {
  readonly closures: Closures
  readonly workingLabel: string | undefined
  readonly onAsk: (asked: AskedClosure) => void
  /** Something was typed: what was answered before is no longer about this. */
  readonly onChange: () => void
}) {
  const { closures: words } = useMessages()
  const { today } = props.closures
  const [kind, setKind] = useState<'closed' | 'hours'>('closed')
  const [isSomeHours, setIsSomeHours] = useState(false)
  const [opens, setOpens] = useState(false)
  const [fromDay, setFromDay] = useState(today)
  const [errors, setErrors] = useState<ClosureErrors>({})
  const form = useRef<HTMLFormElement>(null)
  const isHours = kind === 'hours'
  return (
    <form
      ref={form}
      noValidate
      className="om-closure-form"
      onChange={props.onChange}
      onSubmit={(event) => {
        event.preventDefault()
        const read = readClosure(new FormData(event.currentTarget), words)
        setErrors('errors' in read ? read.errors : {})
        if ('asked' in read) props.onAsk(read.asked)
        else queueMicrotask(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      }}
    >
      <fieldset className="mb-3">
        <legend className="form-label-om">{words.what}</legend>
        {(['closed', 'hours'] as const).map((each) => (
          <CheckField
            key={each}
            id={`tipo-${each}`}
            kind="radio"
            name="tipo-scelto"
            label={words.kinds[each]}
            note={words.kindNotes[each]}
            isChosen={kind === each}
            onChoose={() => setKind(each)}
          />
        ))}
        <input type="hidden" name="tipo" value={kind} />
      </fieldset>
      <SelectField id="dove" name="dove" label={words.where} options={placesOf(props.closures, words)} />
      <div className="om-two">
        <Field
          id="chiude-da"
          name="da"
          type="date"
          label={words.from}
          min={today}
          value={fromDay}
          error={errors.fromDay}
          onChange={(press) => setFromDay(press.currentTarget.value)}
        />
        <Field
          key={fromDay}
          id="chiude-a"
          name="a"
          type="date"
          label={words.to}
          min={fromDay}
          defaultValue={fromDay}
          error={errors.toDay}
        />
      </div>
      {!isHours && (
        <CheckField
          id="solo-ore"
          kind="checkbox"
          name="solo-ore"
          label={words.someHours}
          note={words.someHoursNote}
          isChosen={isSomeHours}
          onChoose={setIsSomeHours}
        />
      )}
      <input type="hidden" name="giornata" value={isSomeHours ? 'ore' : 'intera'} />
      {(isHours || isSomeHours) && (
        <div className="om-two">
          <Field id="dalle" name="dalle" type="time" label={words.fromTime} error={errors.fromTime} />
          <Field id="alle" name="alle" type="time" label={words.toTime} error={errors.toTime} />
        </div>
      )}
      {isHours && (
        <>
          <CheckField
            id="apre-chiusi"
            kind="checkbox"
            name="apre-chiusi-scelto"
            label={words.opensShut}
            note={words.opensShutNote}
            isChosen={opens}
            onChoose={setOpens}
          />
          {opens && <input type="hidden" name="apre-chiusi" value="sì" />}
        </>
      )}
      <Field
        id="motivo"
        name="motivo"
        label={words.because}
        hint={words.becauseHint}
        maxLength={300}
        autoComplete="off"
        error={errors.because}
      />
      <Field
        id="motivo-en"
        name="motivo-en"
        lang="en"
        label={words.becauseEn}
        maxLength={300}
        autoComplete="off"
      />
      <Button type="submit" workingLabel={props.workingLabel}>
        {words.preview}
      </Button>
    </form>
  )
}

function placesOf({ sites, pools }: Closures, words: ReturnType<typeof useMessages>['closures']) {
  return [
    { value: placeValue.town, label: words.wholeTown },
    ...(sites.length < 2
      ? []
      : sites.map(({ slug, name }) => ({ value: placeValue.site(slug), label: words.site(name) }))),
    ...pools.map(({ poolId, name }) => ({ value: placeValue.pool(poolId), label: words.onlyPool(name) })),
  ]
}
