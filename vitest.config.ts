import { defineConfig } from 'vitest/config'

const pure = (name: string, root: string) => ({
  test: { name, root, include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'], environment: 'node' as const },
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
    ],
  },
})
