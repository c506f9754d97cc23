import { Dialog } from '@officine/ui/dialog'
import { useEffect, useState } from 'react'
import { useRouterState } from '@tanstack/react-router'
import { useGo } from './go.ts'
import { useMessages } from './language.tsx'
import { paths } from './paths.ts'
import { areShortcutsOn, isTyping, shortcutOf, turnShortcuts } from './shortcuts.ts'
import { checkInFieldId } from './field-ids.ts'

/** Listens for the keys of the desk and lists them; the switch to turn them off is in the list itself. */
export function ShortcutHelp() {
  const { help: words } = useMessages()
  const go = useGo()
  const isToday = useRouterState({ select: (state) => state.location.pathname === '/' })
  const [isOpen, setIsOpen] = useState(false)
  const [isOn, setIsOn] = useState(areShortcutsOn)

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
          return setIsOpen(true)
      }
    }
    window.addEventListener('keydown', onPress)
    return () => window.removeEventListener('keydown', onPress)
  }, [go, isOn, isToday])

  return (
    <>
      <button type="button" className="om-tool" onClick={() => setIsOpen(true)}>
        <span className="d-none d-sm-inline">{words.open}</span>
        <span className="d-sm-none" aria-hidden="true">
          ?
        </span>
        <span className="visually-hidden d-sm-none">{words.open}</span>
      </button>
      <Dialog isOpen={isOpen} title={words.title} closeLabel={words.close} onClose={() => setIsOpen(false)}>
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
    </>
  )
}
