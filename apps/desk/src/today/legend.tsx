import { useMessages } from '../language.tsx'

/** What each shape of the timeline says; the bars say it in words too. */
export function Legend() {
  const { today: words } = useMessages()
  return (
    <ul className="om-legend mt-3" aria-label={words.legend}>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <rect
            x="1"
            y="5"
            width="22"
            height="14"
            rx="3"
            fill="var(--accent-tint)"
            stroke="var(--accent-mid)"
          />
          <path d="M1 5h6v14H1z" fill="var(--accent)" />
        </svg>
        {words.legendPresent}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <rect
            x="2"
            y="6"
            width="20"
            height="12"
            rx="3"
            fill="var(--om-warn-bg)"
            stroke="var(--om-warn)"
            strokeWidth="2.5"
          />
        </svg>
        {words.legendLate}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <rect
            x="1.5"
            y="5.5"
            width="21"
            height="13"
            rx="3"
            fill="#fff"
            stroke="var(--accent)"
            strokeWidth="1.5"
          />
        </svg>
        {words.legendExpected}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <rect
            x="2"
            y="6"
            width="20"
            height="12"
            rx="3"
            fill="#fff"
            stroke="var(--om-line-strong)"
            strokeWidth="2.5"
            strokeDasharray="5 3"
          />
        </svg>
        {words.legendOffered}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <rect
            x="1.5"
            y="5.5"
            width="21"
            height="13"
            rx="3"
            fill="none"
            stroke="var(--om-line-quiet)"
            strokeDasharray="3 2"
          />
        </svg>
        {words.legendFree}
      </li>
    </ul>
  )
}
