import { AreaNav } from '../area-nav.tsx'
import { useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { Link } from '@officine/ui/link'
import { DownloadMyData } from './download-my-data.tsx'
import { EraseMyData } from './erase-my-data.tsx'
import { WhoOpenedMyRecord } from './who-opened-my-record.tsx'

/** What the town holds about a person: to take away, to see who looked at it, to have erased. */
export function MyDataPage() {
  return <SignedIn>{() => <MyData />}</SignedIn>
}

function MyData() {
  const { area, myData: words, identity } = useMessages()
  return (
    <Page title={words.title} above={[{ label: area.title, href: paths.area() }]}>
      <PageHeading title={words.title} />
      <AreaNav />
      <p className="lead">{words.lead}</p>
      <p className="mb-5">
        <Link className="om-tap" href={paths.privacy()}>
          {identity.noticeLink}
        </Link>
      </p>
      <DownloadMyData />
      <WhoOpenedMyRecord />
      <EraseMyData />
    </Page>
  )
}
