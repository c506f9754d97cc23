import { useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { useTown } from '../town.ts'

/** The town's privacy notice, in the words its controller adopted. */
export function PrivacyPage() {
  const { privacy: words } = useMessages()
  const { privacyNotice } = useTown()
  return (
    <Page title={words.title}>
      <PageHeading title={words.title} />
      <p className="text-secondary mb-5">{words.version(privacyNotice.version)}</p>
      {privacyNotice.sections.map((section) => (
        <section key={section.title} className="mb-4">
          <h2>{section.title}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </Page>
  )
}
