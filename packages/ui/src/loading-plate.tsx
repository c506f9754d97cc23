import { useEffect, useState } from 'react'

/** A wait shorter than this is not worth a word: the plate would only flash. */
export const quietMilliseconds = 400

/** What we are waiting for, in words, over still grey bars. Shows nothing for the first 400 ms. */
export function LoadingPlate(props: {
  readonly label: string
  /** The wait is for the whole page: its words are the page's heading meanwhile. */
  readonly isPage?: boolean
}) {
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), quietMilliseconds)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={props.isPage ? 'om-loading om-loading-page' : 'om-loading'} aria-live="polite">
      {isShown && (
        <div className="om-empty">
          {props.isPage ? <h1 className="h3">{props.label}</h1> : <p className="h3">{props.label}</p>}
          <div className="om-skel" aria-hidden="true">
            <i />
            <i />
            <i />
          </div>
        </div>
      )}
    </div>
  )
}
