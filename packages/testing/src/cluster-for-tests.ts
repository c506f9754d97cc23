import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { databaseSql } from '@officine/db/bootstrap-roles'
import { roleUrl, superuserUrl } from '@officine/db/embedded/credentials'
import type { Credentials } from '@officine/db/embedded/credentials'
import { startEmbeddedCluster } from '@officine/db/embedded/embedded-cluster'
import { migrate } from '@officine/db/migrate'

export const templateDatabase = 'officine_template'

declare module 'vitest' {
  interface ProvidedContext {
    clusterForTests: Credentials
  }
}

/** A vitest global set-up: one real PostgreSQL for the project's test files, with a migrated template that each file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'officine-test-'))
  const cluster = await startEmbeddedCluster({
    dataDirectory,
    say: () => {},
    // Tests end with the cluster thrown away: nothing needs to survive a power cut.
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'],
  })
  const superuser = postgres(superuserUrl(cluster.credentials), { max: 1, onnotice: () => {} })
  await superuser.unsafe(`create database ${templateDatabase}`)
  await superuser.unsafe(databaseSql(templateDatabase))
  await migrate(roleUrl(cluster.credentials, 'owner', templateDatabase))
  await superuser.unsafe(`alter database ${templateDatabase} is_template true`)
  await superuser.end()
  project.provide('clusterForTests', cluster.credentials)
  return async () => {
    await cluster.stop()
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
