import type { ReactNode } from 'react'

export type TagTone = 'plain' | 'ok' | 'warn' | 'bad' | 'accent'

const tones: Record<TagTone, string> = {
  plain: 'om-tag',
  ok: 'om-tag om-tag-ok',
  warn: 'om-tag om-tag-warn',
  bad: 'om-tag om-tag-bad',
  accent: 'om-tag om-tag-accent',
}

/** A state in a word; the colour only repeats it. */
export function Tag(props: { readonly tone?: TagTone; readonly children: ReactNode }) {
  return <span className={tones[props.tone ?? 'plain']}>{props.children}</span>
}
