import { capitalized } from '@officine/ui/calendar-days'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { describeDeed } from './describe-deed.ts'

/** Who of the office opened this person's record or wrote in it, when, and the reason they gave. */
export function WhoOpenedMyRecord() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { myData: words } = messages
  const { data: deeds } = useSuspenseQuery(trpc.privacy.whoOpenedMyRecord.queryOptions({ language }))
  return (
    <section className="mb-5" aria-labelledby="chi-ha-guardato">
      <h2 id="chi-ha-guardato">{words.opened}</h2>
      <p>{words.openedText}</p>
      {deeds.length === 0 ? (
        <p className="text-secondary">{words.nobody}</p>
      ) : (
        <table className="table om-stack">
          <caption className="visually-hidden">{words.opened}</caption>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {deeds.map((deed) => (
              <tr key={`${deed.at} ${deed.action}`}>
                <th scope="row">{capitalized(deed.atLabel)}</th>
                <td data-l={words.who}>{deed.by ?? words.system}</td>
                <td data-l={words.what}>{describeDeed(deed.action, words)}</td>
                <td data-l={words.why}>{deed.why ?? words.noReason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
