import type { AppRouter } from '@officine/api/router'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { QueryClient } from '@tanstack/react-query'
import { askingForCode } from './second-factor/asking-for-code.ts'
import { findMissingFactor } from './second-factor/find-missing-factor.ts'

/** What each procedure answers, as the API declares it. */
export type Outputs = inferRouterOutputs<AppRouter>
/** What each procedure takes. */
export type RouterInputs = inferRouterInputs<AppRouter>

export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>()

/** The API is on the same host as the page: the host is the town. */
export function createApiClient() {
  return createTRPCClient<AppRouter>({ links: [askingForCode, httpBatchLink({ url: '/trpc' })] })
}

/** Answers stay good for a quarter of a minute; a refusal by the API is not asked again, a broken line is, twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
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
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'second-factor' }
  | { readonly kind: 'own-record' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'away' }
  | { readonly kind: 'defect'; readonly requestId: string | undefined }

/** Reads a thrown value; what it does not know is a defect of ours. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { kind: 'defect', requestId: undefined }
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null) return { kind: 'unreachable' }
  const code = 'code' in data ? data.code : undefined
  if (code === 'UNAUTHORIZED') return { kind: 'signed-out' }
  if (findMissingFactor(error) !== undefined) return { kind: 'second-factor' }
  if ('isOwnRecord' in data && data.isOwnRecord === true) return { kind: 'own-record' }
  if (code === 'FORBIDDEN') return { kind: 'forbidden' }
  // A request of the wrong shape comes from an address that was mistyped: the fields of our pages cannot make one.
  if (code === 'NOT_FOUND' || code === 'BAD_REQUEST') return { kind: 'not-found' }
  if (code === 'TOO_MANY_REQUESTS') return { kind: 'too-many' }
  if (code === 'SERVICE_UNAVAILABLE') return { kind: 'away' }
  const requestId = 'requestId' in data ? data.requestId : undefined
  return { kind: 'defect', requestId: typeof requestId === 'string' ? requestId : undefined }
}
