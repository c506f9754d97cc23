import { useMessages } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'

/** What each figure counts, how it got here, and what is left out on purpose. */
export function MethodPage() {
  const { method } = useMessages()
  return (
    <div className="container py-5">
      <PageHeading title={method.title} />
      {method.sections.map((section) => (
        <section key={section.title} className="pt-4">
          <h2>{section.title}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  )
}
