import { Facts } from '@officine/ui/facts'
import { useMessages } from '../language.tsx'
import type { Citizen } from '../town.ts'

/** What the digital identity already said: shown, never asked again (once only). */
export function WhoYouAre(props: { readonly me: Citizen }) {
  const { identity: words } = useMessages()
  const { me } = props
  return (
    <section className="card mb-4" aria-labelledby="chi-sei">
      <div className="card-body">
        <h2 id="chi-sei" className="h3">
          {words.you}
        </h2>
        <Facts
          facts={[
            { term: words.name, detail: `${me.givenName} ${me.familyName}` },
            ...(me.fiscalCodeMasked
              ? [
                  {
                    term: words.fiscalCode,
                    detail: <span className="font-monospace">{me.fiscalCodeMasked}</span>,
                  },
                ]
              : []),
          ]}
        />
        <p className="small text-secondary mb-0">{words.youNote}</p>
      </div>
    </section>
  )
}
