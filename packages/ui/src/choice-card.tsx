import type { ReactNode } from 'react'
import { Tag } from './tag.tsx'

/**
 * Something that may come along with the choice: a checkbox whose card says how many places are left and what happens
 * when there is none. Its own question opens inside it once it is chosen.
 */
export function ChoiceCard(props: {
  readonly id: string
  readonly title: string
  /** Places left, in words. */
  readonly state?: string | undefined
  /** One sentence: what it is and what happens when it is full, or why it cannot be chosen. */
  readonly note: string
  readonly isChosen: boolean
  readonly isDisabled?: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly children?: ReactNode
}) {
  const isDisabled = props.isDisabled ?? false
  return (
    <div className={isDisabled ? 'om-add om-add-off' : 'om-add'}>
      <div className="form-check om-add-box">
        <input
          type="checkbox"
          id={props.id}
          checked={props.isChosen}
          disabled={isDisabled}
          aria-describedby={`${props.id}-nota`}
          onChange={(press) => props.onChoose(press.currentTarget.checked)}
        />
        <label htmlFor={props.id}>
          {props.title}
          {props.state !== undefined && <Tag tone={isDisabled ? 'plain' : 'accent'}>{props.state}</Tag>}
        </label>
        <p className="om-add-note" id={`${props.id}-nota`}>
          {props.note}
        </p>
      </div>
      {props.isChosen && props.children && <div className="om-add-more">{props.children}</div>}
    </div>
  )
}
