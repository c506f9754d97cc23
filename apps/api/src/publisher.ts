/** The publisher of an installation: counts one town a transaction, every night, as the publisher's role alone. */
import { readPublisherEnvironment } from './env.ts'
import { runPublisher } from './run-publisher.ts'
import { startOrSayWhy } from './say-why.ts'

await startOrSayWhy('publisher', () => runPublisher(readPublisherEnvironment(), { isDevelopment: false }))
