import type { ReactNode } from 'react'

// Drawn by us on a 24 grid, stroke 2.
const drawings = {
  calendar: (
    <>
      <rect x="4" y="5.5" width="16" height="15" rx="2" />
      <path d="M4 10h16M8.5 3v5M15.5 3v5" />
    </>
  ),
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.5l3.5 2" />
    </>
  ),
  close: <path d="M6 6l12 12M18 6L6 18" />,
  left: <path d="M14.5 5.5L8 12l6.5 6.5" />,
  mail: (
    <>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2" />
      <path d="M4 7.5l8 6 8-6" />
    </>
  ),
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6" />
    </>
  ),
  phone: (
    <path d="M5 4h4l1.5 5-2.5 1.5a11 11 0 005.5 5.5L15 13.5l5 1.5v4a2 2 0 01-2 2A15 15 0 013 6a2 2 0 012-2z" />
  ),
  pin: (
    <>
      <path d="M12 21c4.5-5 7-8.3 7-11.5a7 7 0 10-14 0C5 12.7 7.5 16 12 21z" />
      <circle cx="12" cy="9.5" r="2.5" />
    </>
  ),
  print: (
    <>
      <path d="M7 9V4h10v5M7 17H4v-8h16v8h-3" />
      <rect x="7" y="14" width="10" height="6.5" />
    </>
  ),
  qr: <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2M14 20h2M19.5 19.5h.5" />,
  right: <path d="M9.5 5.5L16 12l-6.5 6.5" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5L20.5 20.5" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A drawing beside a label, never instead of one: it is hidden from assistive technology. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon-om" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  )
}
