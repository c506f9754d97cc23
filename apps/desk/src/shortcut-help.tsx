import { Dialog } from '@officine/ui/dialog'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { checkInFieldId } from './desk-focus.ts'
import { useGo } from './go.ts'
import { useMessages } from './language.tsx'
import { paths, patterns } from './paths.ts'
import { areShortcutsOn, isTyping, shortcutOf, turnShortcuts } from './shortcuts.ts'

/** Listens for the keys of the desk and lists them; the switch to turn them off is in the list itself. */
export function ShortcutHelp(props: {
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}) {
  const { help: words } = useMessages()
  const go = useGo()
  const isToday = useRouterState({ select: (state) => state.location.pathname === patterns.today })
  const [isOn, setIsOn] = useState(areShortcutsOn)
  const { onOpen } = props

  useEffect(() => {
    const onPress = (press: KeyboardEvent) => {
      const shortcut = shortcutOf(press)
      if (!isOn || shortcut === undefined || press.defaultPrevented || isTyping(press.target)) return
      press.preventDefault()
      switch (shortcut) {
        case 'check-in':
          if (isToday) document.getElementById(checkInFieldId)?.focus()
          else go(paths.today())
          return
        case 'new-booking':
          return go(paths.newBooking())
        case 'people':
          return go(paths.people())
        case 'help':
          return onOpen()
      }
    }
    window.addEventListener('keydown', onPress)
    return () => window.removeEventListener('keydown', onPress)
  }, [go, isOn, isToday, onOpen])

  return (
    <Dialog isOpen={props.isOpen} title={words.title} closeLabel={words.close} onClose={props.onClose}>
      <dl className="om-keys">
        {words.keys.map(({ key, does }) => (
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
