import '@officine/ui/theme.scss'
import './regione.scss'
import { LinkProvider } from '@officine/ui/link'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keptLanguage, LanguageProvider, loadMessages } from './language.tsx'
import { createRegioneRouter } from './router.tsx'
import { createApiClient, createQueryClient, TRPCProvider } from './trpc.ts'

const place = document.getElementById('radice')
if (!place) throw new Error('index.html has no place for the page')

const language = keptLanguage(document.cookie)
document.documentElement.lang = language
const messages = await loadMessages(language)
const queryClient = createQueryClient()
const api = createApiClient()
const router = createRegioneRouter()

// Everything under these is answered by the API: the browser must load it.
const elsewhere = /^\/(?:accedi|esporta|trpc)(?:[/?]|$)/

function follow(href: string): boolean {
  if (!href.startsWith('/') || elsewhere.test(href)) return false
  router.history.push(href)
  return true
}

createRoot(place).render(
  <StrictMode>
    <LanguageProvider language={language} messages={messages}>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={api} queryClient={queryClient}>
          <LinkProvider follow={follow}>
            <RouterProvider router={router} />
          </LinkProvider>
        </TRPCProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
)
