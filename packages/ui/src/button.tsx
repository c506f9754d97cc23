import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from './link.tsx'

export type ButtonLook = 'primary' | 'outline' | 'danger' | 'link'

const looks: Record<ButtonLook, string> = {
  primary: 'btn btn-primary',
  outline: 'btn btn-outline-primary',
  danger: 'btn btn-danger-quiet',
  link: 'btn btn-link',
}

function classes(look: ButtonLook, isSmall: boolean, isWide: boolean): string {
  return [looks[look], isSmall ? 'btn-sm' : '', isWide ? 'w-100' : ''].filter(Boolean).join(' ')
}

type Shared = {
  readonly look?: ButtonLook
  readonly isSmall?: boolean
  readonly isWide?: boolean
  readonly children: ReactNode
}

/**
 * A button; while `workingLabel` is given it shows those words and ignores presses, but keeps the focus,
 * which a `disabled` button would lose.
 */
export function Button({
  look = 'primary',
  isSmall = false,
  isWide = false,
  workingLabel,
  type = 'button',
  onClick,
  children,
  ...rest
}: Shared & ButtonHTMLAttributes<HTMLButtonElement> & { readonly workingLabel?: string | undefined }) {
  const isWorking = workingLabel !== undefined
  return (
    <button
      {...rest}
      type={isWorking ? 'button' : type}
      className={classes(look, isSmall, isWide)}
      aria-disabled={isWorking ? true : undefined}
      onClick={isWorking ? undefined : onClick}
    >
      {isWorking ? workingLabel : children}
    </button>
  )
}

/** A link that looks like a button, because it leads to the next step. */
export function ButtonLink({
  href,
  look = 'primary',
  isSmall = false,
  isWide = false,
  children,
  ...rest
}: Shared & { readonly href: string; readonly download?: string }) {
  return (
    <Link {...rest} href={href} className={classes(look, isSmall, isWide)}>
      {children}
    </Link>
  )
}
