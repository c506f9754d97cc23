import { type AnchorHTMLAttributes, createContext, type MouseEvent, type ReactNode, use } from 'react'

/** What a link of ours is asked for: an address, and whatever an anchor takes. */
export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }

/** Follows an address inside the application; answers false for one that the browser must load. */
export type Follow = (href: string) => boolean

const FollowContext = createContext<Follow>(() => false)

/** Lets an application follow its own addresses without loading the page again. */
export function LinkProvider(props: { readonly follow: Follow; readonly children: ReactNode }) {
  return <FollowContext value={props.follow}>{props.children}</FollowContext>
}

/** An anchor: a plain press is followed inside the application; a new tab, a download or another site is not. */
export function Link({ href, children, onClick, ...rest }: LinkProps) {
  const follow = use(FollowContext)
  return (
    <a
      {...rest}
      href={href}
      onClick={(press) => {
        onClick?.(press)
        if (isPlainPress(press, rest) && follow(href)) press.preventDefault()
      }}
    >
      {children}
    </a>
  )
}

function isPlainPress(
  press: MouseEvent,
  { target, download }: AnchorHTMLAttributes<HTMLAnchorElement>,
): boolean {
  const hasModifier = press.metaKey || press.ctrlKey || press.shiftKey || press.altKey
  return press.button === 0 && !hasModifier && !press.defaultPrevented && !target && download === undefined
}
