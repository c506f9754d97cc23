import type { TenantConfig } from '@officine/tenants/tenant-config'

/** What a newcomer reads when everything runs: where to go and as whom. */
export function addressLines(
  port: number,
  towns: readonly TenantConfig[],
  database: string,
  seconds: number,
): readonly string[] {
  return [
    '',
    `Officine Municipali runs (development, ${database}); ready in ${seconds.toFixed(1)} s.`,
    '',
    ...towns.flatMap((town) => [
      `  ${town.name.padEnd(22)} http://${town.id}.localhost:${port}`,
      `${' '.repeat(22)}   desk: http://${town.id}.localhost:${port}/gestione/`,
    ]),
    `  ${'Regione Lazio'.padEnd(22)} http://regione.localhost:${port}`,
    `  ${'Mails to everybody'.padEnd(22)} http://mail.localhost:${port}`,
    '',
    'Sign in with the button of each page and choose an invented person:',
    '  working-mother, man-30, pensioner-no-email, eu-citizen   citizens',
    ...towns.map((town) => `  front-desk-${town.id}, manager-${town.id}   staff of ${town.name}`),
    '  regione-officer   the Region’s dashboard',
    '',
    'Ctrl-C stops everything.',
  ]
}
