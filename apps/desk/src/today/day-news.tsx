import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { type Changes, changesBetween } from './changes.ts'
import type { Day } from './day.ts'

/** Says, without interrupting, what appeared or was given back since the page last asked. */
export function DayNews(props: { readonly day: Day }) {
  const { today: words } = useMessages()
  const { day } = props
  const before = useRef(day)
  const [news, setNews] = useState<{ readonly day: string; readonly text: string }>()
  useEffect(() => {
    const text = describeChanges(changesBetween(before.current, day), day, words)
    before.current = day
    if (text !== '') setNews({ day: day.day, text })
  }, [day, words])
  return <output className="om-news">{news?.day === day.day ? news.text : ''}</output>
}

/** The changes in a sentence; more than one of a kind are counted, not listed. */
export function describeChanges(
  changes: Changes,
  day: Pick<Day, 'nowLocal'>,
  words: Messages['today'],
): string {
  const at = words.time(day.nowLocal)
  const [added, ...moreAdded] = changes.added
  const [gone, ...moreGone] = changes.gone
  return [
    added &&
      (moreAdded.length === 0
        ? words.newBooking(at, added.personName, added.unitLabel, words.period(added.from, added.to))
        : words.newBookings(at, changes.added.length)),
    gone &&
      (moreGone.length === 0
        ? words.goneBooking(at, gone.personName, gone.unitLabel)
        : words.goneBookings(at, changes.gone.length)),
  ]
    .filter(Boolean)
    .join(' ')
}
