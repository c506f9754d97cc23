/** What a notification says of one recipient (RFC 3464): an action, and an enhanced status code (RFC 3463) such as `5.1.1`. */
export interface DeliveryReportFacts {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  readonly status: string
}

export interface BounceVerdict {
  /** `refused`: the address takes no mail. `lost`: this mail did not arrive and the address may be good. `delayed`: somebody still tries. */
  readonly means: 'refused' | 'lost' | 'delayed'
  readonly status: string
}

/**
 * What came back means, the gravest of several reports; undefined when the mail arrived. A mail turned away for what it is (5.6 its content, 5.7 a policy, RFC 3463, 3.7
 * and 3.8) says nothing against the address: one block list would otherwise silence a whole town.
 */
export function decideBounce(reports: readonly DeliveryReportFacts[]): BounceVerdict | undefined {
  const verdicts = reports.flatMap((report) => verdictOf(report) ?? [])
  return (['refused', 'lost', 'delayed'] as const)
    .flatMap((means) => verdicts.filter((verdict) => verdict.means === means))
    .at(0)
}

function verdictOf({ action, status }: DeliveryReportFacts): BounceVerdict | undefined {
  if (action === 'delayed') return { means: 'delayed', status }
  if (action !== 'failed') return undefined
  const [kind, subject] = status.split('.')
  const isAboutAddress = kind === '5' && subject !== '6' && subject !== '7'
  return { means: isAboutAddress ? 'refused' : 'lost', status }
}
