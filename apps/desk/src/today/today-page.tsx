import { capitalized } from '@officine/ui/calendar-days'
import { EmptyState } from '@officine/ui/empty-state'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { FaultMessage } from '../fault-page.tsx'
import { showAnswer } from '../desk-focus.ts'
import { useLanguage, useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { enterList } from '../move-in-list.ts'
import { PageHeading } from '../page-heading.tsx'
import { readDay, readOpened } from '../paths.ts'
import { failureOf, type Outputs, useTRPC } from '../trpc.ts'
import { useToday } from '../use-today.ts'
import type { OpenedDeeds } from '../deeds/deeds-dialog.tsx'
import { BookingDialog } from './booking-dialog.tsx'
import { CheckInField } from './check-in-field.tsx'
import { DayBoard, DayCounts } from './day-board.tsx'
import { DayChooser } from './day-chooser.tsx'
import { DayNews } from './day-news.tsx'
import { type Day, momentOf, useDay } from './day.ts'
import { DeskAnswer } from './desk-answer.tsx'
import { FoundByName, foundId } from './found-by-name.tsx'
import { LateNow } from './late-now.tsx'
import { PrintList } from './print-list.tsx'
import { useCheckIn } from './use-check-in.ts'

/** The desk: check-in first, then the day, place by place. */
export function TodayPage() {
  const { today: words } = useMessages()
  const search = useSearch({ strict: false })
  const asked = readDay(search)
  const { data: day, error, refetch } = useDay(asked)
  const today = useToday()
  const checkIn = useCheckIn()
  const [opened, setOpened] = useState<OpenedDeeds | undefined>(() => readOpened(search))
  const { answer } = checkIn
  // Here and not beside the answer: a dialog that closes in the same moment gives its focus back first.
  useEffect(() => {
    if (answer) showAnswer()
  }, [answer])
  const failure = error === null ? undefined : failureOf(error)

  // Names do not stay on the screen of somebody whose session, or role, is over.
  if (failure?.kind === 'signed-out' || failure?.kind === 'forbidden') {
    return <FaultMessage failure={failure} onRetry={() => void refetch()} />
  }
  const moment = momentOf(day, today)
  const title = day.isToday ? words.title(day.dayLabel) : capitalized(day.dayLabel)
  const checkInBooking = (bookingId: string) => {
    setOpened(undefined)
    checkIn.checkInBooking(bookingId)
  }
  return (
    <>
      <div className="om-screen">
        <div className="om-day-head">
          <div>
            <PageHeading title={title} leavesFocus />
            {day.isToday && <OpenNow day={day} />}
          </div>
          <DayCounts day={day} moment={moment} />
        </div>
        <CheckInField
          typed={checkIn.typed}
          onType={checkIn.setTyped}
          onSubmit={checkIn.submit}
          onDown={() => enterList(foundId)}
          isWorking={checkIn.isWorking}
        />
        <DeskAnswer
          answer={answer}
          onUndo={(bookingId) => setOpened({ bookingId, asking: 'undo-check-in' })}
          onAnswer={checkIn.setAnswer}
          onClose={() => checkIn.setAnswer(undefined)}
        />
        {checkIn.searched !== undefined && (
          <FoundByName
            name={checkIn.searched}
            day={day}
            moment={moment}
            people={checkIn.people}
            onCheckIn={checkInBooking}
            onClose={checkIn.closeSearch}
          />
        )}
        <DayChooser day={day} />
        {failure && <output className="om-banner d-block">{words.stale(words.time(day.nowLocal))}</output>}
        <DayNews day={day} />
        {day.pools.length === 0 ? (
          <EmptyState title={words.noPools}>
            <p className="mb-0">{words.noPoolsText}</p>
          </EmptyState>
        ) : (
          <DayBoard
            day={day}
            moment={moment}
            onOpen={({ bookingId }) => setOpened({ bookingId })}
            aside={
              day.isToday && (
                <LateNow
                  day={day}
                  moment={moment}
                  onOpen={({ bookingId }) => setOpened({ bookingId })}
                  onCheckIn={checkInBooking}
                />
              )
            }
          />
        )}
        <BookingDialog
          opened={opened}
          day={day}
          moment={moment}
          onAsk={setOpened}
          onCheckIn={checkInBooking}
          onAnswer={checkIn.setAnswer}
          onClose={() => setOpened(undefined)}
        />
      </div>
      <PrintList day={day} moment={moment} />
    </>
  )
}

/** The town's clock and whether the doors are open. */
function OpenNow(props: { readonly day: Day }) {
  const { today: words } = useMessages()
  const trpc = useTRPC()
  const { language } = useLanguage()
  const { data: now } = useQuery(trpc.town.now.queryOptions({ language }, { refetchInterval: 60_000 }))
  const time = words.time(props.day.nowLocal)
  return <p className="text-secondary mb-0">{now ? describeOpening(now, time, words) : time}</p>
}

function describeOpening(now: Outputs['town']['now'], time: string, words: Messages['today']): string {
  if (now.isOpen) return words.openUntil(time, 'closesAt' in now ? now.closesAt : undefined)
  return words.shut(time, 'nextOpening' in now ? now.nextOpening : undefined)
}
