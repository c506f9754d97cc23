import { useMessages } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { ConnectPhone } from './connect-phone.tsx'
import type { MissingFactor } from './find-missing-factor.ts'
import { GiveCode } from './give-code.tsx'

/** Stands in place of every page of the desk until the second factor is given; the address stays, and with it where the clerk was going. */
export function SecondFactorPage(props: { readonly missing: MissingFactor; readonly onGiven: () => void }) {
  const { secondFactor: words } = useMessages()
  const isNew = props.missing === 'second-factor-not-enrolled'
  return (
    <div className="om-narrow">
      <PageHeading title={isNew ? words.connectTitle : words.giveTitle} leavesFocus={!isNew} />
      <p className="lead">{isNew ? words.connectLead : words.giveLead}</p>
      {isNew ? <ConnectPhone onConnected={props.onGiven} /> : <GiveCode onGiven={props.onGiven} />}
    </div>
  )
}
