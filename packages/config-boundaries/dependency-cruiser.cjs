// The arrows of ARCHITECTURE.md. An import may only go down the list; anything else fails the build.
const slices =
  'bookings|allocation|appointments|rooms|activities|neighbourhood|agreements|identity|people|notifications|participation|indicators|register|vouchers|civic-hubs|tenancy|staff|desk|town|rules'
const test = '[.]test[.]tsx?$|/tests/|/testing/|/bench/|[.]bench[.]ts$'

/** Nothing in `from` may import ours from `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one, or three.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'domain-is-pure',
      'domain knows a hash and nothing else.',
      { path: '^packages/domain/src', pathNot: test },
      {
        pathNot: ['^packages/domain/src', '@noble[+/]hashes'],
      },
    ),
    forbid(
      'ui-knows-nobody',
      'ui knows no town, no router, no tRPC.',
      { path: '^packages/ui/src', pathNot: test },
      {
        path: '^(apps|packages)/',
        pathNot: '^packages/ui/',
      },
    ),
    forbid(
      'db-tenants-release-on-domain',
      'db, tenants and release stand on domain alone.',
      { path: '^packages/(db|tenants|release)/src', pathNot: test },
      {
        path: '^(apps|packages)/',
        pathNot: [
          '^packages/domain/',
          '^packages/(db)/src',
          '^packages/tenants/src',
          '^packages/release/src',
        ],
      },
    ),
    forbid(
      'db-alone',
      'db does not know tenants or release.',
      { path: '^packages/db/src', pathNot: test },
      { path: '^packages/(tenants|release)/' },
    ),
    forbid(
      'tenants-alone',
      'tenants does not know db or release.',
      { path: '^packages/tenants/src', pathNot: test },
      { path: '^packages/(db|release)/' },
    ),
    forbid(
      'release-alone',
      'release does not know db or tenants.',
      { path: '^packages/release/src', pathNot: test },
      { path: '^packages/(db|tenants)/' },
    ),
    forbid(
      'screens',
      'A screen reaches ui, domain and the type of the router.',
      { path: '^apps/(portal|desk|regione)/src', pathNot: test },
      {
        path: '^(apps|packages)/',
        pathNot: [
          '^packages/(ui|domain)/',
          '^apps/(portal|desk|regione)/',
          '^apps/api/src/(regione-)?router[.]ts$',
        ],
      },
    ),
    forbid(
      'screens-apart',
      'One screen does not import another.',
      { path: '^apps/(portal|desk|regione)/src' },
      {
        path: '^apps/(portal|desk|regione)/',
        pathNot: '^apps/$1/',
      },
    ),
    forbid(
      'screens-types-only',
      'Of the API a screen takes the type, never a value.',
      { path: '^apps/(portal|desk|regione)/src' },
      {
        path: '^apps/api/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'api-and-cli',
      'api and cli do not know screens, nor each other.',
      { path: '^apps/(api|cli)/src', pathNot: test },
      {
        path: '^(apps/(portal|desk|regione)|packages/(ui|testing))/',
      },
    ),
    forbid(
      'api-not-cli',
      'The command does not import the server, nor the server the command.',
      { path: '^apps/(api|cli)/src', pathNot: test },
      {
        path: '^apps/(api|cli)/',
        pathNot: '^apps/$1/',
      },
    ),
    forbid(
      'slices-of-screens-apart',
      'A slice of a screen imports its own files and the root files.',
      { path: `^apps/(portal|desk|regione)/src/(${slices})/`, pathNot: test },
      {
        path: `^apps/(portal|desk|regione)/src/(${slices})/`,
        pathNot: '^apps/$1/src/$2/',
      },
    ),
    forbid(
      'driver-in-db-only',
      'Only db talks to PostgreSQL.',
      { pathNot: ['^packages/(db|testing)/', test, '[.]config[.]ts$'] },
      { path: 'node_modules/(drizzle-orm|postgres)/' },
    ),
    forbid(
      'server-in-api-only',
      'Only api knows Fastify and the server of tRPC.',
      { path: '^(apps|packages)/', pathNot: ['^apps/(api|e2e)/', test] },
      {
        path: 'node_modules/(fastify|@trpc/server)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'development-apart',
      'What production must not contain is imported by the development entry alone.',
      { path: '^apps/api/src', pathNot: ['^apps/api/src/dev/', '^apps/api/src/server[.]dev[.]ts$', test] },
      {
        path: '^apps/api/src/dev/|node_modules/oidc-provider/',
      },
    ),
    forbid('not-to-unresolvable', 'An import that resolves to nothing.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|bench)/|[.]scss$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'packages/config-boundaries/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    skipAnalysisNotInRules: true,
    cache: false,
  },
}
