import { createServer } from 'node:net'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { buildApp } from '../src/app.ts'
import { sessionCookieName } from '../src/identity/cookies.ts'
import type { SentStatement } from './bench-server.ts'

const port = await freePort()
let isRecording = false
let recorded: SentStatement[] = []
const db = openDatabase(process.env['DATABASE_URL'] ?? '', {
  connections: 16,
  onStatement: (text, parameters) => {
    if (isRecording) recorded.push({ text, parameters })
  },
})
const app = await buildApp({
  db,
  now: () => new Date(),
  keyring: keyringOf(newKeyring(new Date())),
  isDevelopment: true,
  cookieName: sessionCookieName(true, port),
  logLevel: 'error',
  trustedProxies: [],
})
await app.listen({ port, host: '127.0.0.1' })
process.on('message', () => {
  if (isRecording) process.send?.(recorded)
  else process.send?.([])
  isRecording = !isRecording
  recorded = []
})
const stop = async () => {
  await app.close()
  await closeDatabase(db)
  process.disconnect()
}
process.once('SIGTERM', () => void stop())
process.send?.(port)

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
