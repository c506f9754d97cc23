import { useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'

/** Under which licence the contents are (C.SI.3.4), what the software is, which cookies there are. */
export function LegalNotesPage() {
  const { legal: words } = useMessages()
  return (
    <Page title={words.title}>
      <PageHeading title={words.title} />
      <section className="mb-5">
        <h2 data-element="legal-notes-section">{words.licenceTitle}</h2>
        <p data-element="legal-notes-body">{words.licence}</p>
      </section>
      <section className="mb-5">
        <h2>{words.softwareTitle}</h2>
        <p>{words.software}</p>
      </section>
      <section>
        <h2>{words.cookiesTitle}</h2>
        <p>{words.cookies}</p>
      </section>
    </Page>
  )
}
