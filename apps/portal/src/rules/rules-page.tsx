import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { useTRPC } from '../trpc.ts'

/** The town's rules in plain words, as the system applies them, with their version and fingerprint. */
export function RulesPage() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const words = messages.rules
  const { data: rules } = useSuspenseQuery(trpc.rules.explained.queryOptions({ language }))
  const sections = rules.sections.map((section, index) => ({ ...section, id: `regola-${index + 1}` }))
  return (
    <Page title={words.title}>
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      <p className="small text-secondary mb-5">{words.inForce(rules.version, rules.effectiveFromLabel)}</p>
      <div className="row">
        <nav className="col-lg-3 mb-4 om-index" aria-label={words.index}>
          <ul>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
            <li>
              <a href="#controllo">{words.check}</a>
            </li>
          </ul>
        </nav>
        <div className="col-lg-8 offset-lg-1">
          {sections.map(({ id, title, sentences }) => (
            <section key={id} id={id} className="mb-5" aria-labelledby={`${id}-titolo`}>
              <h2 id={`${id}-titolo`}>{title}</h2>
              <ul className="om-sentences">
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </section>
          ))}
          <section id="controllo" aria-labelledby="controllo-titolo">
            <h2 id="controllo-titolo">{words.check}</h2>
            <p>{words.checkText}</p>
            <p className="mb-0 text-secondary">{words.fingerprint}</p>
            <p className="font-monospace text-break">{rules.rulesHash}</p>
          </section>
        </div>
      </div>
    </Page>
  )
}
