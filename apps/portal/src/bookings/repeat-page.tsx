import { Button, ButtonLink } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { CheckField } from '@officine/ui/check-field'
import { newKey } from '@officine/ui/new-key'
import { Notice } from '@officine/ui/notice'
import { SelectField } from '@officine/ui/select-field'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { useTRPC } from '../trpc.ts'
import { RepeatedDates } from './repeated-dates.tsx'

const mostWeeks = 8

/** The same booking again in the weeks that follow, with an answer for each date. */
export function RepeatPage() {
  return <SignedIn>{() => <OwnRepeat />}</SignedIn>
}

function OwnRepeat() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { language, messages } = useLanguage()
  const { area, booking: bookingWords, changes: words, summary, faults } = messages
  const { bookingId = '' } = useParams({ strict: false })
  const { data: booking } = useSuspenseQuery(trpc.bookings.byId.queryOptions({ bookingId, language }))
  const [weeks, setWeeks] = useState(4)
  const [mode, setMode] = useState<'each' | 'all'>('each')
  const [idempotencyKey, setIdempotencyKey] = useState(newKey)
  const repeat = useMutation(
    trpc.bookings.repeat.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.bookings.pathFilter()),
    }),
  )
  // Another question needs another key: the old one would be answered with the old dates.
  const change = (apply: () => void) => {
    apply()
    repeat.reset()
    setIdempotencyKey(newKey())
  }
  const when = bookingWords.when(capitalized(booking.dayLabel), booking.timeLabel)
  return (
    <Page
      title={words.repeatTitle}
      above={[
        { label: area.title, href: paths.area() },
        { label: when, href: paths.booking(bookingId) },
      ]}
    >
      <div className="row">
        <div className="col-lg-8">
          <PageHeading title={words.repeatTitle} />
          <p className="lead">{words.repeatLead(bookingWords.when(booking.dayLabel, booking.timeLabel))}</p>
          {repeat.isError && (
            <Notice title={faults.title} takesFocus>
              <p>{summary.unknownText}</p>
            </Notice>
          )}
          {repeat.data ? (
            <RepeatedDates dates={repeat.data.dates} isAllBooked={repeat.data.isAllBooked} mode={mode} />
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                repeat.mutate({ bookingId, weeks, mode, idempotencyKey, language })
              }}
            >
              <SelectField
                id="settimane"
                label={words.howManyWeeks}
                value={String(weeks)}
                onChange={(press) => change(() => setWeeks(Number(press.currentTarget.value)))}
                options={Array.from({ length: mostWeeks }, (_, at) => ({
                  value: String(at + 1),
                  label: words.weeks(at + 1),
                }))}
              />
              <fieldset className="mb-4">
                <legend className="om-inner-legend">{words.ifSomeFull}</legend>
                <CheckField
                  id="dove-si-puo"
                  kind="radio"
                  name="modo"
                  label={words.eachDate}
                  isChosen={mode === 'each'}
                  onChoose={() => change(() => setMode('each'))}
                />
                <CheckField
                  id="tutte"
                  kind="radio"
                  name="modo"
                  label={words.allDates}
                  isChosen={mode === 'all'}
                  onChoose={() => change(() => setMode('all'))}
                />
              </fieldset>
              <Button type="submit" workingLabel={repeat.isPending ? words.repeating : undefined}>
                {words.repeatYes}
              </Button>
            </form>
          )}
          {repeat.data && (
            <div className="d-flex flex-wrap gap-3 mt-4">
              <ButtonLink href={paths.area()}>{words.toBookings}</ButtonLink>
              <Button look="outline" onClick={() => change(() => {})}>
                {words.repeatAgain}
              </Button>
            </div>
          )}
        </div>
      </div>
    </Page>
  )
}
