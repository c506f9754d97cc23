import { Callout } from '@officine/ui/callout'
import { useMessages } from '../language.tsx'
import type { Outputs } from '../trpc.ts'

type Overview = Extract<Outputs['usage']['overview'], { readonly isPublished: true }>

/** How far the figures reach and whether they may still change; a release that did not come is said first. */
export function UntilWhen(props: {
  readonly quarter: Pick<Overview['quarter'], 'isFinal' | 'closesOn' | 'revised'>
  readonly edition?: Pick<Overview['edition'], 'lastDay' | 'publishedOn' | 'isLate'>
}) {
  const { overview: words, dayText } = useMessages()
  const { quarter, edition } = props
  const { revised, closesOn, isFinal } = quarter
  const sentences = [
    isFinal && words.final,
    closesOn && words.provisional(dayText(closesOn)),
    revised && words.revised(revised.towns, dayText(revised.lastOn)),
    revised && revised.notes.length > 0 && words.revisedBecause(revised.notes),
    edition && !edition.isLate && words.upTo(dayText(edition.lastDay), dayText(edition.publishedOn)),
  ].filter(Boolean)
  return (
    <>
      {edition?.isLate && (
        <Callout>
          <p>{words.late(dayText(edition.lastDay))}</p>
        </Callout>
      )}
      <p className="text-secondary mb-0">{sentences.join(' ')}</p>
    </>
  )
}
