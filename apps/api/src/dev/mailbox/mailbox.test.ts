import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMailbox } from './mailbox.ts'

const raw = Buffer.from('To: <a@posta.example>\r\nSubject: prova\r\n\r\nciao\r\n')
const day = 86_400_000

test('mails are let go after thirty days, in memory and on the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mails-'))
  try {
    let now = new Date('2026-11-01T08:00:00Z')
    const mailbox = await openMailbox(folder, () => now)
    await mailbox.add(raw, ['a@posta.example'], now)
    now = new Date(now.getTime() + 29 * day)
    await mailbox.add(raw, ['b@posta.example'], now)
    expect([mailbox.list().length, readdirSync(folder).length]).toEqual([2, 2])
    now = new Date(now.getTime() + 2 * day)
    expect((await openMailbox(folder, () => now)).list()).toHaveLength(1)
    await mailbox.add(raw, ['c@posta.example'], now)
    expect(mailbox.list().map(({ to }) => to)).toEqual([['c@posta.example'], ['b@posta.example']])
    expect(readdirSync(folder)).toHaveLength(2)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
