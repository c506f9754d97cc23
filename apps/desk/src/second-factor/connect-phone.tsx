import { LoadingPlate } from '@officine/ui/loading-plate'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { CodeForm } from './code-form.tsx'
import { describeFactorRefusal } from './describe-factor-refusal.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Connects a phone: a QR to read, or the same secret to type; its first code confirms it, and the recovery codes are shown once. */
export function ConnectPhone(props: { readonly onConnected: () => void }) {
  const { language, messages } = useLanguage()
  const { secondFactor: words } = messages
  const trpc = useTRPC()
  const begin = useMutation(trpc.secondFactor.begin.mutationOptions())
  const confirm = useMutation(trpc.secondFactor.confirm.mutationOptions())
  const { mutate: beginNow } = begin
  // Asked twice it shows the same secret, so a page that is drawn twice does no harm.
  useEffect(() => beginNow(), [beginNow])

  if (confirm.data?.confirmed)
    return <RecoveryCodes codes={confirm.data.recoveryCodes} onKept={props.onConnected} />
  if (begin.error) return <FaultNotice error={begin.error} />
  if (begin.data === undefined) return <LoadingPlate label={words.preparing} />
  const { qrSvg, secret } = begin.data
  return (
    <>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="d-flex flex-wrap gap-4 align-items-center mb-4">
        <img
          className="om-qr"
          src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`}
          width="200"
          height="200"
          alt={words.qr}
        />
        <dl className="om-facts mb-0">
          <div>
            <dt>{words.secret}</dt>
            <dd className="font-monospace text-break">{inFours(secret)}</dd>
          </div>
        </dl>
      </div>
      {confirm.error && <FaultNotice error={confirm.error} />}
      <CodeForm
        kind="phone"
        action={words.connect}
        error={confirm.data && describeFactorRefusal(confirm.data.refusal, words)}
        isWorking={confirm.isPending}
        takesFocus={false}
        onCode={(code) => confirm.mutate({ code: code === '' ? '-' : code, language })}
      />
    </>
  )
}

function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
