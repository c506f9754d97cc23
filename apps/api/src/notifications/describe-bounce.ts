import type { BounceOutcome } from './receive-bounce.ts'

/** What was done about a returned mail, in a line for the mail system's log: no name, no address. */
export function describeBounce(outcome: BounceOutcome): string {
  switch (outcome.noted) {
    case 'refused':
      return `noted: the address takes no mail${calledToo(outcome.isCallAsked)}`
    case 'lost':
      return `noted: this mail did not arrive${calledToo(outcome.isCallAsked)}`
    case 'delayed':
      return 'noted: the mail is delayed, somebody still tries'
    case 'nothing':
      return `nothing changed: ${nothing[outcome.because]}`
  }
}

const nothing: Readonly<Record<Extract<BounceOutcome, { noted: 'nothing' }>['because'], string>> = {
  'not-a-notification': 'this is no delivery status notification',
  'no-return-path': 'it was not sent to the return path of a mail of ours',
  'unknown-mail': 'no mail of ours left under this return path',
  delivered: 'it reports that the mail arrived',
  'noted-before': 'this mail had come back before',
  'asked-anew': 'the owner of the address has asked for a new link since',
}

function calledToo(isCallAsked: boolean): string {
  return isCallAsked ? ', the desk is asked to call' : ''
}
