import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const pure = (name: string, root: string) => ({
  test: {
    name,
    root,
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    environment: 'node' as const,
  },
})

// These talk to a real PostgreSQL, started once for the project; each file clones a database of its own.
const withDatabase = (name: string, root: string) => ({
  test: {
    ...pure(name, root).test,
    globalSetup: [fileURLToPath(new URL('packages/testing/src/cluster-for-tests.ts', import.meta.url))],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

// A browser and a whole installation: one at a time, and after everything else, because it measures.
const wholeStack = (name: string, root: string) => ({
  test: {
    ...pure(name, root).test,
    globalSetup: [fileURLToPath(new URL('apps/e2e/src/shared-stack.ts', import.meta.url))],
    fileParallelism: false,
    maxWorkers: 1,
    sequence: { groupOrder: 1 },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  test: {
    projects: [
      pure('domain', 'packages/domain'),
      pure('release', 'packages/release'),
      pure('tenants', 'packages/tenants'),
      pure('ui', 'packages/ui'),
      pure('portal', 'apps/portal'),
      pure('desk', 'apps/desk'),
      pure('regione', 'apps/regione'),
      withDatabase('db', 'packages/db'),
      withDatabase('api', 'apps/api'),
      withDatabase('cli', 'apps/cli'),
      wholeStack('e2e', 'apps/e2e'),
    ],
  },
})
