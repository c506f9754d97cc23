import { tenantId } from '@officine/domain/tenant-id'
import { privacyNotice } from './privacy-notice.ts'
import { romeCodes, romeHolidays, romePatron } from './rome.ts'
import { rulesWithoutPlaces } from './rules/without-places.ts'
import { poloCivicoServices } from './services/polo-civico.ts'
import type { TenantConfig, Texts, Theme } from './tenant-config.ts'

/** What one Polo Civico has of its own: the source tells the four of them together. */
export interface PoloCivico {
  /** The municipio's Roman number, as its name writes it. */
  readonly number: 'VII' | 'VIII' | 'IX' | 'XII'
  readonly theme: Theme
  readonly emblem: { readonly svg: string; readonly description: Texts }
  readonly address: string
  readonly postalCode: string
  readonly coordinates: { readonly latitude: number; readonly longitude: number }
  readonly phone: string
}

const article = 'Roma Capitale, avvio della sperimentazione dei Poli Civici in quattro Municipi'
const site = 'municipio'

/** A municipio of the first trial of the Poli Civici: three services that are told, and no place to book. */
export function poloCivico(own: PoloCivico): TenantConfig {
  const { number, address, postalCode } = own
  const slug = `roma-municipio-${number.toLowerCase()}`
  const id = tenantId(slug)
  const body = `Roma Capitale, Municipio Roma ${number}`
  const institutionName = { it: body, en: body }
  const email = `polocivico@municipio-${number.toLowerCase()}.roma.example`
  return {
    schema: 'officine-tenant/1',
    id,
    kind: 'municipio',
    name: `Roma Municipio ${number}`,
    institutionName,
    institutionUrl: `https://www.comune.roma.it/web/it/municipio-${number.toLowerCase()}.page`,
    codes: romeCodes,
    hosts: [],
    languages: ['it', 'en'],
    theme: own.theme,
    emblem: own.emblem,
    portal: {
      it: {
        officeName: `Polo Civico del Municipio ${number}`,
        tagline: 'Aiutarsi, imparare, decidere insieme',
        lead: 'Uno sportello sociale per mutualismo e casa, un centro per il lavoro e l’impresa del territorio, un laboratorio dove i cittadini contano.',
        welcome:
          'Un polo integrato di mutualismo sociale, con cittadini, comitati di quartiere, biblioteche, operatori economici e terzo settore.',
      },
      en: {
        officeName: `Polo Civico of Municipio ${number}`,
        tagline: 'Helping, learning, deciding together',
        lead: 'A social desk for mutual aid and housing, a hub for work and business nearby, a lab where citizens count.',
        welcome:
          'A hub of social mutual aid, with citizens, neighbourhood committees, libraries, businesses and the third sector.',
      },
    },
    contacts: { phone: own.phone, email },
    sites: [
      {
        slug: site,
        name: { it: `Sede del Municipio ${number}`, en: `Seat of Municipio ${number}` },
        address,
        postalCode,
        locality: 'Roma',
        province: 'RM',
        coordinates: own.coordinates,
        openingHours: [],
      },
    ],
    closures: [],
    patronSaint: romePatron,
    pools: [],
    services: poloCivicoServices(site),
    privacyNotice: privacyNotice(
      { institutionName, address: `${address}, ${postalCode} Roma (RM)`, email },
      '2026-1',
      '2026-01-01',
    ),
    accessibility: { feedbackEmail: email },
    funding: { it: 'Finanziato da Roma Capitale, Assemblea Capitolina', en: 'Funded by Roma Capitale' },
    isEuFunded: false,
    rules: rulesWithoutPlaces({
      tenant: id,
      version: '2026.1',
      effectiveFrom: '2026-01-01',
      act: 'Delibera di Giunta municipale (da adottare)',
      reviewAt: `sportello del Municipio ${number}`,
      holidays: romeHolidays,
    }),
    sources: [
      {
        path: 'services[sportello-sociale]',
        says: 'uno sportello sociale per mutualismo, tematiche sociali e abitative',
        where: article,
      },
      {
        path: 'services[sviluppo-locale]',
        says: 'animazione per lo sviluppo locale: formazione, progetti d’impresa, attività artigianali',
        where: article,
      },
      {
        path: 'services[laboratorio-di-partecipazione]',
        says: 'un laboratorio di partecipazione; iniziative formative con il terzo settore',
        where: article,
      },
      { path: 'funding', says: 'circa 100 mila euro per i quattro Municipi, dall’Assemblea', where: article },
    ],
    assumptions: [
      {
        path: `sites[${site}]`,
        says: 'No source says where the Polo Civico is, nor when it is open: the seat of the municipio, without hours.',
      },
      { path: `sites[${site}].coordinates`, says: 'Read off a map, good to some hundred metres.' },
      { path: 'contacts', says: 'Placeholders: the Polo Civico has published neither number nor address.' },
      {
        path: 'rules',
        says: 'No coworking is known here: nothing is given out, so no rule decides anything.',
      },
      { path: 'services', says: 'How each service is asked for, and that it is free, are ours.' },
      { path: 'patronSaint', says: 'The city’s patron saints: the municipio has none of its own.' },
      {
        path: 'privacyNotice',
        says: 'A draft: the controller and its data protection officer adopt it, retention times included.',
      },
    ],
  }
}
