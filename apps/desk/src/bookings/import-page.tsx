import { Button } from '@officine/ui/button'
import { Callout } from '@officine/ui/callout'
import { CheckField } from '@officine/ui/check-field'
import { Field } from '@officine/ui/field'
import { Notice } from '@officine/ui/notice'
import { TextArea } from '@officine/ui/text-area'
import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { useTRPC } from '../trpc.ts'
import { describeListRefusal, longestList, textOfFile } from './describe-import.ts'
import { ImportedRows } from './imported-rows.tsx'

/** Bookings of another system: pasted or from a file, tried first, then imported for good. */
export function ImportPage() {
  const { language, messages } = useLanguage()
  const { importing: words } = messages
  const trpc = useTRPC()
  const [csv, setCsv] = useState('')
  const [isNoticeGiven, setIsNoticeGiven] = useState(false)
  const [problem, setProblem] = useState<string>()
  const trial = useMutation(trpc.desk.tryImport.mutationOptions())
  const applied = useMutation(trpc.desk.applyImport.mutationOptions())
  const answer = applied.data ?? trial.data

  function change(text: string) {
    setCsv(text)
    setProblem(undefined)
    trial.reset()
    applied.reset()
  }

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.currentTarget.files ?? []
    if (file) change(textOfFile(await file.arrayBuffer()))
  }

  /** Why nothing can be sent yet; said before anybody is asked. */
  function whyNot(needsNotice: boolean): string | undefined {
    if (csv.trim() === '') return words.empty
    if (csv.length > longestList) return words.tooLong
    return needsNotice && !isNoticeGiven ? words.noNotice : undefined
  }

  return (
    <div className="om-narrow">
      <PageHeading title={words.title} />
      <p>{words.lead}</p>
      <Callout>
        <p>{words.columns}</p>
        <p className="mb-0">{words.limits}</p>
      </Callout>
      <Field
        id="file"
        type="file"
        accept=".csv,text/csv,text/plain"
        label={words.file}
        onChange={(event) => void choose(event)}
      />
      <TextArea
        id="righe"
        rows={8}
        label={words.text}
        value={csv}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => change(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <Notice title={words.title} takesFocus>
          <p>{problem}</p>
        </Notice>
      )}
      {(trial.error ?? applied.error) && <FaultNotice error={trial.error ?? applied.error} />}
      <div className="mb-4">
        <Button
          look="outline"
          workingLabel={trial.isPending ? words.trying : undefined}
          onClick={() => {
            const why = whyNot(false)
            setProblem(why)
            applied.reset() // a new try is shown, not what the last import did
            if (why === undefined) trial.mutate({ csv, language })
          }}
        >
          {words.try}
        </Button>
      </div>
      {answer?.read === false && (
        <Notice title={words.title} takesFocus>
          <p>{describeListRefusal(answer.refusal, words)}</p>
        </Notice>
      )}
      {answer?.read === true && (
        <>
          <ImportedRows rows={answer.rows} ignored={answer.ignored} isDone={applied.data !== undefined} />
          {applied.data === undefined && !answer.rows.some(({ kind }) => kind === 'booked') && (
            <p>{words.nothingToImport}</p>
          )}
          {applied.data === undefined && answer.rows.some(({ kind }) => kind === 'booked') && (
            <>
              <CheckField
                id="informativa-data"
                kind="checkbox"
                name="informativa"
                label={words.notice}
                isChosen={isNoticeGiven}
                onChoose={setIsNoticeGiven}
              />
              <Button
                workingLabel={applied.isPending ? words.applying : undefined}
                onClick={() => {
                  const why = whyNot(true)
                  setProblem(why)
                  if (why === undefined) applied.mutate({ csv, language, noticeGiven: true })
                }}
              >
                {words.apply}
              </Button>
            </>
          )}
        </>
      )}
    </div>
  )
}
