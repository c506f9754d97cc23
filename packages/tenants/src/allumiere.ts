import { tenantId } from '@officine/domain/tenant-id'
import { privacyNotice } from './privacy-notice.ts'
import { allumiereRules } from './rules/allumiere.ts'
import { allumiereServices } from './services/allumiere.ts'
import type { TenantConfig } from './tenant-config.ts'

const institutionName = { it: 'Comune di Allumiere', en: 'Municipality of Allumiere' }
const email = 'officina@comune.allumiere.example'
const article = 'Comune di Allumiere, annuncio dell’inaugurazione del 30 dicembre 2025'

export const allumiere = {
  schema: 'officine-tenant/1',
  id: tenantId('allumiere'),
  kind: 'municipality',
  name: 'Allumiere',
  institutionName,
  institutionUrl: 'https://www.comune.allumiere.rm.it',
  codes: { istat: '058004', ipa: 'c_a210', cadastral: 'A210' },
  hosts: [],
  languages: ['it', 'en'],
  // The woods of the Tolfa hills.
  theme: { accent: '#1b5a45', accentDark: '#113b2d', accentTint: '#eaf2ee', accentMid: '#9cc0b1' },
  emblem: {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56"><circle cx="28" cy="28" r="26" fill="#1b5a45"/><path d="M3 35.1C10 29.5 18 28.5 27 32s17 5 26 3.1A26 26 0 0 1 3 35.1z" fill="#9cc0b1"/><path d="M31.5 22h12v17h-12z" fill="#fff"/><path d="M30 16.5h3.5V19h2.3v-2.5h3.4V19h2.3v-2.5H45V23H30z" fill="#fff"/><path d="M36 27.2a1.5 1.5 0 0 1 3 0V31h-3zM35.2 39v-3a2.3 2.3 0 0 1 4.6 0v3z" fill="#1b5a45"/><path d="M14.5 42L15.7 41.4 20.4 35.7 19.5 36.4 23.2 30.6 21.7 31.2 24.7 25.1 22.9 25.7 24.9 19.4 23.2 20 24.2 13.5 22.7 14.1 22 9.6 21.5 9 20.8 9.4 18.3 13.2 17.2 12 15.5 18.4 14.1 17.1 13.4 23.7 12.1 22.5 12.3 29.2 11.2 28 12.2 34.9 11.7 33.9 13.7 41z" fill="#fff"/><path d="M13.4 47l6.9-31.5" fill="none" stroke="#1b5a45" stroke-width="1.3" stroke-linecap="round"/></svg>',
    description: {
      it: 'Una foglia di castagno e una torre sui colli',
      en: 'A chestnut leaf and a tower on the hills',
    },
  },
  portal: {
    it: {
      officeName: 'Officina Municipale',
      tagline: 'Un posto per lavorare, due sportelli per le tue pratiche',
      lead: 'All’ultimo piano del Palazzo della Reverenda Camera Apostolica trovi dieci postazioni con internet veloce e stampante, e chi ti aiuta con SPID, INPS, domande e bandi. È tutto gratuito.',
      welcome:
        'Un piano del Torrione rimasto chiuso per anni è di nuovo di tutti: vieni a lavorare, a chiedere, a incontrare altre persone.',
    },
    en: {
      officeName: 'Municipal Workshop',
      tagline: 'A place to work, two desks for your paperwork',
      lead: 'On the top floor of the Palazzo della Reverenda Camera Apostolica you find ten desks with fast internet and a printer, and people who help with SPID, INPS, applications and calls. It is all free.',
      welcome:
        'A floor of the Torrione that stood shut for years belongs to everyone again: come to work, to ask, to meet people.',
    },
  },
  contacts: { phone: '+39 0766 000110', email },
  sites: [
    {
      slug: 'palazzo-camerale',
      name: {
        it: 'Palazzo della Reverenda Camera Apostolica',
        en: 'Palazzo della Reverenda Camera Apostolica',
      },
      floor: { it: 'Ultimo piano', en: 'Top floor' },
      address: 'Piazza della Repubblica',
      postalCode: '00051',
      locality: 'Allumiere',
      province: 'RM',
      coordinates: { latitude: 42.1577, longitude: 11.9036 },
      openingHours: [{ days: [1, 2, 3, 4, 5], periods: [['09:00', '19:00']] }],
    },
  ],
  closures: [
    {
      from: '2026-12-24',
      to: '2026-12-31',
      because: { it: 'chiusura per le feste di fine anno', en: 'closed for the end-of-year holidays' },
    },
  ],
  patronSaint: {
    day: '09-08',
    name: { it: 'Madonna delle Grazie, patrona', en: 'Our Lady of Graces, patron saint' },
  },
  pools: [
    {
      slug: 'seats',
      site: 'palazzo-camerale',
      name: { it: 'Postazioni', en: 'Desks' },
      description: {
        it: 'Dieci postazioni attrezzate in una sala all’ultimo piano.',
        en: 'Ten equipped desks in one room on the top floor.',
      },
      equipment: {
        it: ['connessione internet veloce', 'stampante condivisa'],
        en: ['fast internet connection', 'shared printer'],
      },
      units: [
        { number: 1, label: 'Postazione 1', isAccessible: false, x: 0, y: 0 },
        { number: 2, label: 'Postazione 2', isAccessible: false, x: 1, y: 0 },
        { number: 3, label: 'Postazione 3', isAccessible: false, x: 2, y: 0 },
        { number: 4, label: 'Postazione 4', isAccessible: false, x: 3, y: 0 },
        { number: 5, label: 'Postazione 5', isAccessible: false, x: 4, y: 0 },
        { number: 6, label: 'Postazione 6', isAccessible: false, x: 0, y: 2 },
        { number: 7, label: 'Postazione 7', isAccessible: false, x: 1, y: 2 },
        { number: 8, label: 'Postazione 8', isAccessible: false, x: 2, y: 2 },
        { number: 9, label: 'Postazione 9', isAccessible: false, x: 3, y: 2 },
        { number: 10, label: 'Postazione 10', isAccessible: true, x: 4, y: 2 },
      ],
    },
    {
      slug: 'desk',
      site: 'palazzo-camerale',
      name: { it: 'Sportello cittadini e imprese', en: 'Citizens’ and companies’ desk' },
      description: {
        it: 'Un operatore ti segue per mezz’ora, su appuntamento.',
        en: 'An operator is yours for half an hour, by appointment.',
      },
      equipment: { it: ['computer', 'stampante condivisa'], en: ['computer', 'shared printer'] },
      units: [{ number: 1, label: 'Sportello', isAccessible: true, x: 0, y: 0 }],
    },
  ],
  services: allumiereServices,
  privacyNotice: privacyNotice(
    { institutionName, address: 'Piazza della Repubblica, 00051 Allumiere (RM)', email },
    '2026-1',
    '2026-01-01',
  ),
  accessibility: { feedbackEmail: email },
  funding: {
    it: 'Cofinanziato dall’Unione europea, PR Lazio FSE+ 2021-2027, Regione Lazio',
    en: 'Co-funded by the European Union, PR Lazio ESF+ 2021-2027, Lazio Region',
  },
  isEuFunded: true,
  rules: allumiereRules,
  sources: [
    {
      path: 'sites[palazzo-camerale].name',
      says: 'l’ultimo piano del Palazzo della Reverenda Camera Apostolica',
      where: article,
    },
    { path: 'rules.pools.seats.capacity', says: 'dieci postazioni attrezzate', where: article },
    {
      path: 'pools[seats].equipment',
      says: 'connessione internet veloce e stampante condivisa',
      where: article,
    },
    {
      path: 'services[sportello-cittadini]',
      says: 'SPID, INPS e INAIL, PEC, sussidi, incentivi, politiche attive',
      where: article,
    },
    {
      path: 'services[sportello-imprese]',
      says: 'bandi, incentivi, formazione, ricerca del personale, politiche attive',
      where: article,
    },
    {
      path: 'rules.priority.tiers',
      says: 'pari opportunità di utilizzo: nessuna precedenza ai residenti',
      where: article,
    },
    {
      path: 'sites[palazzo-camerale].address',
      says: 'il Palazzo Camerale è in piazza della Repubblica',
      where: 'etruriameridionale.eu',
    },
    { path: 'codes.istat', says: 'provincia 058, comune 004', where: 'rete.comuni-italiani.it' },
  ],
  assumptions: [
    {
      path: 'sites[palazzo-camerale].openingHours',
      says: 'No source gives hours: those of La Rustica are taken, Monday to Friday 9-19.',
    },
    { path: 'rules.pools.desk.open', says: 'Days and hours of the desks are ours.' },
    { path: 'rules.caps', says: 'Three half days a week per person, to be adopted by the town.' },
    {
      path: 'pools[seats].units',
      says: 'The plan of the room and which desk is accessible, to be seen on the spot.',
    },
    { path: 'sites[palazzo-camerale].coordinates', says: 'Read off a map, good to some fifty metres.' },
    {
      path: 'patronSaint',
      says: 'Sources give 8 September (Our Lady of Graces) or 15 August (the Assumption, already national).',
    },
    { path: 'closures', says: 'The end-of-year closure is an example.' },
    {
      path: 'contacts',
      says: 'Placeholders: the town has published neither number nor address of the workshop.',
    },
    { path: 'services', says: 'The source does not say that use is free; the Region’s call pays for it.' },
    {
      path: 'privacyNotice',
      says: 'A draft: the controller and its data protection officer adopt it, retention times included.',
    },
  ],
} satisfies TenantConfig
