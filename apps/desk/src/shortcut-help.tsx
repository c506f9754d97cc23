import { Dialog } from '@officine/ui/dialog'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { checkInFieldId } from './desk-focus.ts'
import { useGo } from './go.ts'
import { useMessages } from './language.tsx'
import { paths, patterns } from './paths.ts'
import { hrefOf, railPagesFor } from './rail-pages.ts'
import { areShortcutsOn, checkInKey, helpKey, isTyping, pressedKey, turnShortcuts } from './shortcuts.ts'
import type { SignedIn } from './town.ts'

/** Listens for the keys of the desk and lists them; the switch to turn them off is in the list itself. */
export function ShortcutHelp(props: {
  readonly me: SignedIn
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}) {
  const messages = useMessages()
  const { help: words } = messages
  const go = useGo()
  const isToday = useRouterState({ select: (state) => state.location.pathname === patterns.today })
  const [isOn, setIsOn] = useState(areShortcutsOn)
  const { me, onOpen } = props
  const pages = railPagesFor(me).flatMap((page) =>
    page.key === undefined ? [] : [{ ...page, key: page.key }],
  )

  useEffect(() => {
    const onPress = (press: KeyboardEvent) => {
      const pressed = pressedKey(press)
      if (!isOn || pressed === undefined || press.defaultPrevented || isTyping(press.target)) return
      const page = railPagesFor(me).find(({ key }) => key === pressed)
      if (page === undefined && pressed !== checkInKey && pressed !== helpKey) return
      press.preventDefault()
      if (page) return go(hrefOf(page))
      if (pressed === helpKey) return onOpen()
      if (isToday) document.getElementById(checkInFieldId)?.focus()
      else go(paths.today())
    }
    window.addEventListener('keydown', onPress)
    return () => window.removeEventListener('keydown', onPress)
  }, [go, isOn, isToday, me, onOpen])

  return (
    <Dialog isOpen={props.isOpen} title={words.title} closeLabel={words.close} onClose={props.onClose}>
      <dl className="om-keys">
        {[
          { key: checkInKey, does: words.checkIn },
          ...pages.map(({ key, label }) => ({ key, does: words.opens(label(messages)) })),
          { key: helpKey, does: words.thisList },
          ...words.keys,
        ].map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="form-check">
        <input
          type="checkbox"
          id="scorciatoie"
          checked={isOn}
          onChange={(change) => {
            setIsOn(change.currentTarget.checked)
            turnShortcuts(change.currentTarget.checked)
          }}
        />
        <label htmlFor="scorciatoie">{words.isOn}</label>
      </div>
    </Dialog>
  )
}
