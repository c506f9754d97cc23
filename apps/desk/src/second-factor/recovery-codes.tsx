import { Button } from '@officine/ui/button'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../language.tsx'

/** The recovery codes, this once. */
export function RecoveryCodes(props: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { secondFactor: words } = useMessages()
  const [isCopied, setIsCopied] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const copy = async () => {
    await navigator.clipboard.writeText(props.codes.join('\n'))
    setIsCopied(true)
  }
  return (
    <section aria-labelledby="codici">
      <h2 id="codici" ref={heading} tabIndex={-1}>
        {words.codesTitle}
      </h2>
      <p>{words.codesText}</p>
      <ul className="list-unstyled font-monospace row row-cols-2 row-cols-sm-3 g-2 mb-4">
        {props.codes.map((code) => (
          <li key={code} className="col">
            {code}
          </li>
        ))}
      </ul>
      <div className="d-flex flex-wrap gap-3">
        <Button onClick={props.onKept}>{words.goOn}</Button>
        <Button look="outline" onClick={() => void copy()}>
          {words.copy}
        </Button>
      </div>
      <output className="d-block mt-2">{isCopied ? words.copied : ''}</output>
    </section>
  )
}
