import { expect, test } from 'vitest'
import { decideBounce } from './decide-bounce.ts'

test.each([
  ['an unknown mailbox takes no mail', [{ action: 'failed', status: '5.1.1' }], 'refused'],
  ['a failure that says no more takes no mail', [{ action: 'failed', status: '5.0.0' }], 'refused'],
  ['a server that waits still tries', [{ action: 'delayed', status: '4.4.1' }], 'delayed'],
  [
    'who waited in vain lost one mail, and the address may be good',
    [{ action: 'failed', status: '4.4.7' }],
    'lost',
  ],
  ['a block list says nothing against the address', [{ action: 'failed', status: '5.7.1' }], 'lost'],
  ['a mail that arrived is no news', [{ action: 'delivered', status: '2.0.0' }], undefined],
  [
    'of several reports the gravest counts',
    [
      { action: 'delayed', status: '4.2.2' },
      { action: 'failed', status: '5.1.1' },
    ],
    'refused',
  ],
] as const)('%s', (_what, reports, means) => {
  expect(decideBounce(reports)?.means).toBe(means)
})
