import { useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'

/** What people ask most at the desk. */
export function QuestionsPage() {
  const { questions: words } = useMessages()
  return (
    <Page title={words.title}>
      <PageHeading title={words.title} />
      {words.items.map((item) => (
        <section key={item.q} className="mt-4">
          <h2 className="h3">{item.q}</h2>
          <p>{item.a}</p>
        </section>
      ))}
    </Page>
  )
}
