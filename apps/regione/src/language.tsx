import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { Messages } from './messages/it.ts'
import { messages as italian } from './messages/it.ts'

/** Languages that the dashboard speaks. */
export type Language = 'it' | 'en'

type Chosen = {
  readonly language: Language
  readonly messages: Messages
  readonly choose: (language: Language) => Promise<void>
}

const LanguageContext = createContext<Chosen | undefined>(undefined)

// Italian is in the first load; each other language is a file in this folder, fetched when somebody asks for it.
const others = import.meta.glob<{ messages: Messages }>(['./messages/*.ts', '!./messages/it.ts'])

/** Whether the portal has the words of a language: a file in `messages` is all it takes. */
export function isSpoken(language: string): language is Language {
  return language === 'it' || `./messages/${language}.ts` in others
}

/** The words of a language; what we do not speak is read in Italian. */
export async function loadMessages(language: Language): Promise<Messages> {
  const load = others[`./messages/${language}.ts`]
  return load ? (await load()).messages : italian
}

/** The language kept from the last visit, on this host only; Italian for who never chose. */
export function keptLanguage(cookies: string): Language {
  const kept = /(?:^|;\s*)lingua=([a-z]{2})(?:;|$)/.exec(cookies)?.[1] ?? 'it'
  return isSpoken(kept) ? kept : 'it'
}

export function LanguageProvider(props: {
  readonly language: Language
  readonly messages: Messages
  readonly children: ReactNode
}) {
  const [current, setCurrent] = useState({ language: props.language, messages: props.messages })
  const choose = useCallback(async (language: Language) => {
    const messages = await loadMessages(language)
    document.cookie = `lingua=${language}; Path=/; Max-Age=31536000; SameSite=Lax`
    document.documentElement.lang = language
    setCurrent({ language, messages })
  }, [])
  const chosen = useMemo(() => ({ ...current, choose }), [current, choose])
  return <LanguageContext value={chosen}>{props.children}</LanguageContext>
}

/** The language of the page, its words, and how to change it. */
export function useLanguage(): Chosen {
  const chosen = use(LanguageContext)
  if (!chosen) throw new Error('useLanguage outside LanguageProvider')
  return chosen
}

/** The words of the page. */
export function useMessages(): Messages {
  return useLanguage().messages
}
