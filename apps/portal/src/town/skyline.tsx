/** Hills and a small town of Lazio in the town's own colours: ours, and no portrait of a real building. */
export function Skyline() {
  return (
    <div className="overflow-hidden" aria-hidden="true">
      <svg viewBox="0 0 1280 150" preserveAspectRatio="xMidYMax slice" className="om-sky" focusable="false">
        <path
          d="M0 118C160 78 270 96 420 84S640 40 780 70s190 20 300 4 140-6 200 8v68H0z"
          fill="var(--accent-mid)"
          opacity=".35"
        />
        <path
          d="M0 138c210-30 390-20 560-28s330-26 470-6 170 6 250-6v52H0z"
          fill="var(--accent-mid)"
          opacity=".6"
        />
        <g fill="var(--accent)">
          <path d="M720 92l34-16 34 16v50h-68zM788 78h72v64h-72zM860 96l38-18 38 18v46h-76z" />
          <path d="M936 40h40v102h-40zM931 40l25-24 25 24z" />
          <path d="M976 84h64v58h-64zM1040 100l28-14 28 14v42h-56z" />
        </g>
        <g fill="#fff">
          <path d="M800 92h12v16h-12zM822 92h12v16h-12zM844 92h8v16h-8zM990 98h12v16h-12zM1014 98h12v16h-12z" />
          <path d="M748 104h12v14h-12zM892 106h12v14h-12zM1062 110h12v14h-12z" />
          <path d="M949 66v-8a7 7 0 0114 0v8z" />
        </g>
        <g fill="var(--accent-mid)">
          <path d="M676 142v-18a15 22 0 0130 0v18zM1112 142v-26a17 28 0 0134 0v26zM1156 142v-14a12 18 0 0124 0v14z" />
        </g>
        <path d="M0 142h1280v8H0z" fill="var(--accent)" />
      </svg>
    </div>
  )
}
