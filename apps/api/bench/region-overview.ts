/** The Region's overview over HTTP with four hundred simulated towns and five years: fills the released tables and prints milliseconds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { databaseName, roleUrl, superuserUrl } from '@officine/db/embedded/credentials'
import { startEmbeddedCluster } from '@officine/db/embedded/embedded-cluster'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { migrate } from '@officine/db/migrate'
import { findPersona } from '@officine/tenants/personas'
import { developmentRegione, grantPersonaOffice, regioneHost } from '../src/dev/development-regione.ts'

const towns = Number(process.argv[2] ?? 400)
const years = Number(process.argv[3] ?? 5)
const rounds = 300
const now = new Date('2026-10-14T10:00:00Z')
const dataDirectory = mkdtempSync(join(tmpdir(), 'officine-bench-'))
const cluster = await startEmbeddedCluster({ dataDirectory, say: () => {}, settings: ['fsync=off'] })

try {
  const url = (role: Parameters<typeof roleUrl>[1]) => roleUrl(cluster.credentials, role)
  await migrate(url('owner'))
  await fill()
  const owner = openDatabase(url('owner'), { connections: 1 })
  const keyring = keyringOf(newKeyring(now))
  const app = await developmentRegione({
    releasedUrl: url('regione'),
    officeUrl: url('regioneApp'),
    owner,
    keyring,
    provider: { begin: () => Promise.reject(new Error()), finish: () => Promise.reject(new Error()) },
    now: () => now,
    port: 3000,
    logLevel: 'error',
    hasScreen: false,
  })
  const officer = findPersona('regione-officer')
  if (officer === undefined) throw new Error('There is no officer')
  await grantPersonaOffice(owner, keyring, officer, now)
  const headers = { host: `${regioneHost}:3000` }
  const signedIn = await app.inject({
    method: 'POST',
    url: '/dev/sign-in',
    headers,
    payload: { persona: 'regione-officer' },
  })
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })

  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    const answer = await app.inject({ url: '/trpc/usage.overview', headers: { ...headers, cookie } })
    times.push(performance.now() - startedAt)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    bytes = answer.body.length
  }
  const sorted = times.slice(rounds / 10).sort((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)
  console.log(
    `Region overview, ${towns} towns × ${years} years, ${(bytes / 1024).toFixed(0)} kB (${origin}):`,
  )
  console.log(`  median ${at(0.5)} ms, 95% ${at(0.95)} ms, longest ${at(0.999)} ms; to beat: 10 ms`)
  await app.close()
  await closeDatabase(owner)
} finally {
  await cluster.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
}

/** Plausible sums, made by the database itself: what matters here is how many there are. */
async function fill(): Promise<void> {
  const superuser = openDatabase(superuserUrl(cluster.credentials, databaseName), { connections: 1 })
  await superuser.$client.unsafe(`
    insert into released.town select 'town-' || t, 'Comune ' || t, 'municipality', null, 41.3 + (t % 40) * 0.03, 11.9 + (t % 50) * 0.03, 10, 0, '2021-10-01' from generate_series(1, ${towns}) t;
    insert into released.town_quarter select (2026 - y) || '-Q' || q, 'seats', 'town-' || t, 10, 900 + t, 700 + t, 380000, 200000 + t * 100
      from generate_series(1, ${towns}) t, generate_series(0, ${years - 1}) y, generate_series(1, 4) q;
    insert into released.town_week select 'town-' || t, 'seats', '2021-10-04'::date + 7 * w, 70, 50, 30000, 15000
      from generate_series(1, ${towns}) t, generate_series(0, ${years * 52 - 1}) w;
    insert into released.town_hour select 'town-' || t, 'seats', (2026 - y) || '-Q' || q, d, h, 7800, 4000
      from generate_series(1, ${towns}) t, generate_series(0, ${years - 1}) y, generate_series(1, 4) q, generate_series(1, 5) d, generate_series(9, 18) h;
    insert into released.region_quarter select kind, quarter, count(*), sum(places), sum(bookings), sum(people_present), sum(minutes_offered), sum(minutes_booked) from released.town_quarter group by 1, 2;
    insert into released.region_week select kind, week, sum(bookings), sum(people_present), sum(minutes_offered), sum(minutes_booked) from released.town_week group by 1, 2;
    insert into released.region_hour select kind, quarter, weekday, hour, sum(minutes_offered), sum(minutes_booked) from released.town_hour group by 1, 2, 3, 4;
    insert into released.edition values ('usage', now(), '2026-10-13', true);
    analyze;`)
  await closeDatabase(superuser)
}
