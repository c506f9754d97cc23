import { tenantId } from '@officine/domain/tenant-id'
import { privacyNotice } from './privacy-notice.ts'
import { romeCodes, romeHolidays, romePatron } from './rome.ts'
import { rulesWithoutPlaces } from './rules/without-places.ts'
import { romaCapitaleServices } from './services/roma-capitale.ts'
import type { TenantConfig } from './tenant-config.ts'

const institutionName = { it: 'Roma Capitale', en: 'Roma Capitale' }
const email = 'coworking@roma.example'
const id = tenantId('roma-capitale')
const article = 'Roma Capitale, primo incontro con la rete dei coworking per la città dei 15 minuti'
const hubs = 'Roma Capitale, avvio della sperimentazione dei Poli Civici in quattro Municipi'

export const romaCapitale = {
  schema: 'officine-tenant/1',
  id,
  kind: 'city',
  name: 'Roma Capitale',
  institutionName,
  institutionUrl: 'https://www.comune.roma.it',
  codes: romeCodes,
  hosts: [],
  languages: ['it', 'en'],
  // Porphyry, away from the crimson of Municipio V.
  theme: { accent: '#4a3a52', accentDark: '#302636', accentTint: '#f1eff3', accentMid: '#b7b0bb' },
  emblem: {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56"><circle cx="28" cy="28" r="26" fill="#4a3a52"/><path d="M28 8a20 20 0 1 0 0 40 20 20 0 0 0 0-40zm0 4a16 16 0 1 1 0 32 16 16 0 0 1 0-32z" fill="#b7b0bb"/><path d="M26 15h4v12.2l8 4.6-2 3.4-10-5.7z" fill="#fff"/></svg>',
    description: { it: 'Un quadrante che segna un quarto', en: 'A dial that shows a quarter' },
  },
  portal: {
    it: {
      officeName: 'Roma in 15 minuti',
      tagline: 'Un posto per lavorare, a un quarto d’ora da casa',
      lead: 'La rete dei coworking romani, gli aiuti per entrarci, i Poli Civici nei municipi: qui trovi che cosa c’è e che cosa sta per aprire.',
      welcome:
        'Spazi di prossimità per il lavoro, la cultura e la socialità, soprattutto nei quartieri dove ancora mancano.',
    },
    en: {
      officeName: 'Rome in 15 minutes',
      tagline: 'A place to work, a quarter of an hour from home',
      lead: 'The network of coworking spaces in Rome, help to enter them, the Poli Civici in the municipi: here is what there is and what is about to open.',
      welcome: 'Places nearby for work, culture and company, above all where they are still missing.',
    },
  },
  contacts: { phone: '+39 06 000100', email },
  sites: [
    {
      slug: 'campidoglio',
      name: { it: 'Campidoglio', en: 'Campidoglio' },
      address: 'Piazza del Campidoglio 1',
      postalCode: '00186',
      locality: 'Roma',
      province: 'RM',
      coordinates: { latitude: 41.8933, longitude: 12.4828 },
      openingHours: [],
    },
  ],
  closures: [],
  patronSaint: romePatron,
  pools: [],
  services: romaCapitaleServices,
  privacyNotice: privacyNotice(
    { institutionName, address: 'Piazza del Campidoglio 1, 00186 Roma (RM)', email },
    '2026-1',
    '2026-01-01',
  ),
  accessibility: { feedbackEmail: email },
  funding: { it: 'Un’iniziativa di Roma Capitale', en: 'An initiative of Roma Capitale' },
  isEuFunded: false,
  rules: rulesWithoutPlaces({
    tenant: id,
    version: '2026.1',
    effectiveFrom: '2026-01-01',
    act: 'Delibera di Giunta capitolina (da adottare)',
    reviewAt: 'ufficio che segue i coworking',
    holidays: romeHolidays,
  }),
  sources: [
    {
      path: 'services[albo-coworking]',
      says: 'un albo dei coworking cittadini, dalle strutture con più di 100 postazioni agli internet café',
      where: article,
    },
    {
      path: 'services[voucher-coworking]',
      says: 'misure di facilitazione all’ingresso per freelance e precari',
      where: article,
    },
    {
      path: 'services[poli-civici]',
      says: 'quattro Municipi in una prima fase, poi tutti i quindici',
      where: hubs,
    },
  ],
  assumptions: [
    {
      path: 'services[voucher-coworking]',
      says: 'The source says measures; that they are vouchers is ours.',
    },
    {
      path: 'services[albo-coworking].texts',
      says: 'How spaces make themselves known before the call, and what they give, are ours.',
    },
    { path: 'sites[campidoglio]', says: 'The seat of the city; no source gives an office, nor its hours.' },
    { path: 'contacts', says: 'Placeholders: no source gives number or address.' },
    { path: 'rules', says: 'The city gives out no place of its own, so no rule decides anything.' },
    {
      path: 'privacyNotice',
      says: 'A draft: the controller and its data protection officer adopt it, retention times included.',
    },
  ],
} satisfies TenantConfig
