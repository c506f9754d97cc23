import type { Messages } from '../messages/it.ts'

type Faults = Messages['unsent']['faults']
type Named = Exclude<keyof Faults, 'other'>

/** Codes of the mail library and of ours, each with its sentence. */
const known: Readonly<Record<string, Named>> = {
  ESOCKET: 'serverAway',
  ECONNECTION: 'serverAway',
  ECONNREFUSED: 'serverAway',
  ECONNRESET: 'serverAway',
  ETIMEDOUT: 'serverAway',
  EDNS: 'serverUnknown',
  ENOTFOUND: 'serverUnknown',
  ETLS: 'noTls',
  EAUTH: 'signIn',
  ENOAUTH: 'signIn',
  EOAUTH2: 'signIn',
  EENVELOPE: 'addressUnreadable',
  EMESSAGE: 'content',
  EPROTOCOL: 'serverAnswer',
  ESTREAM: 'serverAnswer',
  'town-away': 'suspended',
  'unknown-topic': 'unknownTopic',
  defect: 'defect',
}

/** Why a word could not leave or came back, in plain words; a code that nobody has met is named as it is. */
export function describeFault(code: string, words: Faults): string {
  const name = known[code]
  if (name !== undefined) return words[name]
  if (/^5\.2\.2\b/.test(code) || /^4\.2\.2\b/.test(code)) return words.mailboxFull
  if (/^5\.[67]\./.test(code)) return words.turnedAway
  if (/^5\.\d/.test(code)) return words.addressGone
  if (/^4\.\d/.test(code)) return words.heldUp
  if (code === '535' || code === '530') return words.signIn
  if (/^4\d\d$/.test(code)) return words.askedToWait
  if (/^5\d\d$/.test(code)) return words.refusedByServer
  return words.other(code)
}
