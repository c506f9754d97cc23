import { useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { useTown } from '../town.ts'

/** Where we stand, and whom to tell when something does not work. */
export function AccessibilityPage() {
  const { accessibility: words } = useMessages()
  const { accessibility, contacts } = useTown()
  const { declarationUrl } = accessibility
  const address = accessibility.feedbackEmail ?? contacts.email
  return (
    <Page title={words.title}>
      <PageHeading title={words.title} />
      <p className="lead mb-5">{words.lead}</p>
      <section className="mb-5">
        <h2>{words.stateTitle}</h2>
        <p>{words.state}</p>
        <p>{declarationUrl ? <a href={declarationUrl}>{words.declaration}</a> : words.noDeclaration}</p>
      </section>
      <section>
        <h2>{words.feedbackTitle}</h2>
        <p>
          {words.feedback}
          {address && (
            <>
              {' '}
              {words.write} <a href={`mailto:${address}`}>{address}</a>.
            </>
          )}
        </p>
        <p>{words.noWay}</p>
      </section>
    </Page>
  )
}
