import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'

/** A mail that has arrived, as it was sent and as it reads. */
export interface ReceivedMail {
  readonly id: string
  readonly receivedAt: Date
  readonly to: readonly string[]
  readonly email: Email
}

export interface Mailbox {
  readonly add: (raw: Buffer, to: readonly string[], receivedAt: Date) => Promise<void>
  /** The latest first. */
  readonly list: () => readonly ReceivedMail[]
  readonly find: (id: string) => ReceivedMail | undefined
  readonly empty: () => void
}

const mostKept = 1_000
/** As long as a town keeps the words themselves: what a mailbox of development shows is personal data as well, if somebody types some. */
const keptDays = 30

/** A mailbox for every address there is; mails are let go after thirty days. With a folder it outlives the process: one file a mail, named by id and time. */
export async function openMailbox(folder?: string, now: () => Date = () => new Date()): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  const letGo = () => {
    const before = now().getTime() - keptDays * 86_400_000
    const kept = mails.filter(({ receivedAt }) => receivedAt.getTime() >= before).slice(0, mostKept)
    mails.splice(0, mails.length, ...kept)
    if (folder !== undefined) for (const file of oldFiles(folder, before)) rmSync(join(folder, file))
  }
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    letGo()
    for (const file of mailFiles(folder)) {
      const [id = '', at = ''] = file.replace(/\.eml$/, '').split('_')
      const raw = readFileSync(join(folder, file))
      const email = await PostalMime.parse(raw)
      mails.unshift({ id, receivedAt: new Date(Number(at)), to: recipientsOf(email), email })
    }
  }
  return {
    add: async (raw, to, receivedAt) => {
      const id = randomUUID()
      mails.unshift({ id, receivedAt, to, email: await PostalMime.parse(raw) })
      if (folder !== undefined)
        writeFileSync(join(folder, `${id}_${receivedAt.getTime()}.eml`), raw, { mode: 0o600 })
      letGo()
    },
    list: () => mails,
    find: (wanted) => mails.find(({ id }) => id === wanted),
    empty: () => {
      mails.splice(0)
      if (folder !== undefined) for (const file of mailFiles(folder)) rmSync(join(folder, file))
    },
  }
}

function mailFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => /^[0-9a-f-]{36}_\d+\.eml$/.test(file))
    .sort((one, other) => sentAt(one) - sentAt(other))
}

/** Too old, or more than are kept. */
function oldFiles(folder: string, before: number): readonly string[] {
  const files = mailFiles(folder)
  return files.filter((file, at) => sentAt(file) < before || at < files.length - mostKept)
}

function sentAt(file: string): number {
  return Number(file.split('_')[1]?.replace('.eml', ''))
}

function recipientsOf({ to }: Email): readonly string[] {
  return (to ?? []).flatMap(({ address }) => address ?? [])
}
