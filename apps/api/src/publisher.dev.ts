/** The publisher as developers run it: its nights come by the clock that a command moves. */
import { readPublisherEnvironment } from './env.ts'
import { runPublisher } from './run-publisher.ts'
import { startOrSayWhy } from './say-why.ts'

await startOrSayWhy('publisher', () => runPublisher(readPublisherEnvironment(), { isDevelopment: true }))
