import type { RegioneRouter } from '@officine/api/regione-router'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { QueryClient } from '@tanstack/react-query'

/** What each procedure answers, as the API declares it. */
export type Outputs = inferRouterOutputs<RegioneRouter>

export const { TRPCProvider, useTRPC } = createTRPCContext<RegioneRouter>()

/** The API is on the same host as the page. */
export function createApiClient() {
  return createTRPCClient<RegioneRouter>({ links: [httpBatchLink({ url: '/trpc' })] })
}

/** Figures are released once a day: answers stay good for five minutes. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 300_000,
        // Offline, a question fails at once and the page can say so, instead of waiting in silence.
        networkMode: 'always',
        retry: (failures, error) => failureOf(error).kind === 'unreachable' && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Why a question had no answer, in the kinds that a page has a sentence for. */
export type Failure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'away' }
  | { readonly kind: 'defect'; readonly requestId: string | undefined }

/** Reads a thrown value; what it does not know is a defect of ours. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { kind: 'defect', requestId: undefined }
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null) return { kind: 'unreachable' }
  const code = 'code' in data ? data.code : undefined
  if (code === 'UNAUTHORIZED') return { kind: 'signed-out' }
  if (code === 'NOT_FOUND') return { kind: 'not-found' }
  if (code === 'SERVICE_UNAVAILABLE') return { kind: 'away' }
  const requestId = 'requestId' in data ? data.requestId : undefined
  return { kind: 'defect', requestId: typeof requestId === 'string' ? requestId : undefined }
}
