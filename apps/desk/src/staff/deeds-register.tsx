import { LoadingPlate } from '@officine/ui/loading-plate'
import { SelectField } from '@officine/ui/select-field'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import type { Outputs } from '../trpc.ts'
import { useTRPC } from '../trpc.ts'
import { describeDeed } from './describe-deed.ts'
import type { Member } from './member.ts'

type Deed = Outputs['staff']['deeds'][number]
const abouts = ['everything', 'staff', 'openings'] as const

/** The latest deeds of who works at the desk, narrowed by whose and what. */
export function DeedsRegister(props: { readonly people: readonly Member[] }) {
  const { language, messages } = useLanguage()
  const { staff: words } = messages
  const trpc = useTRPC()
  const [personId, setPersonId] = useState('')
  const [about, setAbout] = useState<(typeof abouts)[number]>('everything')
  const deeds = useQuery(
    trpc.staff.deeds.queryOptions(
      { about, language, ...(personId !== '' && { personId }) },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <section aria-labelledby="registro" className="mt-5">
      <h2 id="registro">{words.register}</h2>
      <p className="text-secondary">{words.registerText}</p>
      <div className="row">
        <div className="col-sm-6">
          <SelectField
            id="registro-di"
            label={words.registerOf}
            value={personId}
            options={[
              { value: '', label: words.everybody },
              ...props.people.map((person) => ({ value: person.personId, label: person.name })),
            ]}
            onChange={(change) => setPersonId(change.target.value)}
          />
        </div>
        <div className="col-sm-6">
          <SelectField
            id="registro-cosa"
            label={words.about}
            value={about}
            options={abouts.map((value) => ({ value, label: words.abouts[value] }))}
            onChange={(change) => setAbout(abouts.find((known) => known === change.target.value) ?? about)}
          />
        </div>
      </div>
      {deeds.error && <FaultNotice error={deeds.error} />}
      {deeds.isPending && <LoadingPlate label={words.loading} />}
      {deeds.data?.length === 0 && <p>{words.noDeeds}</p>}
      {deeds.data && deeds.data.length > 0 && <DeedsTable deeds={deeds.data} />}
    </section>
  )
}

function DeedsTable(props: { readonly deeds: readonly Deed[] }) {
  const { staff: words } = useLanguage().messages
  return (
    <table className="table om-stack">
      <caption className="visually-hidden">{words.register}</caption>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {props.deeds.map((deed, at) => (
          // Two deeds may be told alike to the minute: their order is all that parts them.
          <tr key={`${at} ${deed.atLabel} ${deed.action}`}>
            <th scope="row">{deed.atLabel}</th>
            <td data-l={words.who}>{deed.by ?? words.byCommand}</td>
            <td data-l={words.what}>
              <span>
                {describeDeed(deed, words)}
                {deed.why !== undefined && (
                  <>
                    <br />
                    <span className="text-secondary">{words.because(deed.why)}</span>
                  </>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
