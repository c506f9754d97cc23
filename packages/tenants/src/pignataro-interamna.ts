import { tenantId } from '@officine/domain/tenant-id'
import { privacyNotice } from './privacy-notice.ts'
import { pignataroInteramnaRules } from './rules/pignataro-interamna.ts'
import { pignataroInteramnaServices } from './services/pignataro-interamna.ts'
import type { TenantConfig } from './tenant-config.ts'

const institutionName = { it: 'Comune di Pignataro Interamna', en: 'Municipality of Pignataro Interamna' }
const email = 'officina@comune.pignatarointeramna.example'
const article = 'Comune di Pignataro Interamna con Consorzio Intesa, presentazione del progetto'
const encyclopaedia = 'it.wikipedia.org, Pignataro Interamna'
const hall = {
  site: 'officina',
  description: {
    it: 'Sala polivalente per riunioni in rete e convegni.',
    en: 'Multi-purpose room for online meetings and conferences.',
  },
  equipment: {
    it: ['schermo e impianto per riunioni in rete', 'connessione internet'],
    en: ['screen and system for online meetings', 'internet connection'],
  },
}

export const pignataroInteramna = {
  schema: 'officine-tenant/1',
  id: tenantId('pignataro-interamna'),
  kind: 'municipality',
  name: 'Pignataro Interamna',
  institutionName,
  institutionUrl: 'https://www.comune.pignatarointeramna.fr.it',
  codes: { istat: '060054', ipa: 'c_g662', cadastral: 'G662' },
  hosts: [],
  languages: ['it', 'en'],
  // Fired clay: a town of potters, by its name.
  theme: { accent: '#91400f', accentDark: '#5f2908', accentTint: '#faf0e8', accentMid: '#dcb394' },
  emblem: {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56"><circle cx="28" cy="28" r="26" fill="#91400f"/><path d="M11 14h34v3.5H11zM12.5 19.5h31V32H40v-4.5a3 3 0 0 0-6 0V32h-3v-4.5a3 3 0 0 0-6 0V32h-3v-4.5a3 3 0 0 0-6 0V32h-3.5z" fill="#fff"/><path d="M4.5 37.5C12 35.5 19 38 24 43c2.6 2.6 4 6 4 10.5M51.5 37.5C44 35.5 37 38 32 43c-2.6 2.6-4 6-4 10.5" fill="none" stroke="#dcb394" stroke-width="3.5"/><path d="M9.5 44.5c4-.5 7.5.8 10.5 4M46.5 44.5c-4-.5-7.5.8-10.5 4" fill="none" stroke="#dcb394" stroke-width="2" stroke-linecap="round"/></svg>',
    description: {
      it: 'Tre archi romani sopra due fiumi che si incontrano',
      en: 'Three Roman arches above two rivers that meet',
    },
  },
  portal: {
    it: {
      officeName: 'Officina Municipale',
      tagline: 'Lavora vicino a casa, e trova chi ti aiuta',
      lead: 'Un coworking attrezzato, due sale per riunioni e convegni, e sportelli per lavoro, famiglia e servizi digitali. Meno strada verso Roma e Frosinone, più tempo per te.',
      welcome:
        'Un luogo nato dall’ascolto del paese: si lavora, si impara, ci si incontra. Per chi lavora qui ci sono baby-sitting e studio assistito.',
    },
    en: {
      officeName: 'Municipal Workshop',
      tagline: 'Work near home, and find people who help',
      lead: 'An equipped coworking space, two rooms for meetings and conferences, and desks for work, family and digital services. Less road to Rome and Frosinone, more time for you.',
      welcome:
        'A place born from listening to the town: people work, learn and meet here. Those who work here find babysitting and assisted study.',
    },
  },
  contacts: { phone: '+39 0776 000240', email },
  sites: [
    {
      slug: 'officina',
      name: { it: 'Officina Municipale', en: 'Municipal Workshop' },
      floor: { it: 'Piano terra', en: 'Ground floor' },
      address: 'Piazza Umberto I',
      postalCode: '03040',
      locality: 'Pignataro Interamna',
      province: 'FR',
      coordinates: { latitude: 41.4333, longitude: 13.7833 },
      openingHours: [{ days: [1, 2, 3, 4, 5, 6], periods: [['08:00', '22:00']] }],
    },
  ],
  closures: [],
  patronSaint: {
    day: '08-06',
    name: { it: 'Santissimo Salvatore, patrono', en: 'The Most Holy Saviour, patron' },
  },
  pools: [
    {
      slug: 'seats',
      site: 'officina',
      name: { it: 'Postazioni', en: 'Desks' },
      description: {
        it: 'Un ambiente di coworking attrezzato e accogliente.',
        en: 'An equipped and welcoming coworking space.',
      },
      equipment: {
        it: ['strumentazione di lavoro', 'connessione internet'],
        en: ['work equipment', 'internet connection'],
      },
      units: [
        { number: 1, label: 'Postazione 1', isAccessible: false, x: 0, y: 0 },
        { number: 2, label: 'Postazione 2', isAccessible: false, x: 1, y: 0 },
        { number: 3, label: 'Postazione 3', isAccessible: false, x: 3, y: 0 },
        { number: 4, label: 'Postazione 4', isAccessible: false, x: 4, y: 0 },
        { number: 5, label: 'Postazione 5', isAccessible: false, x: 0, y: 1 },
        { number: 6, label: 'Postazione 6', isAccessible: false, x: 1, y: 1 },
        { number: 7, label: 'Postazione 7', isAccessible: false, x: 3, y: 1 },
        { number: 8, label: 'Postazione 8', isAccessible: false, x: 4, y: 1 },
        { number: 9, label: 'Postazione 9', isAccessible: false, x: 0, y: 3 },
        { number: 10, label: 'Postazione 10', isAccessible: true, x: 1, y: 3 },
      ],
    },
    {
      slug: 'hallA',
      name: { it: 'Sala Conferenze A', en: 'Conference room A' },
      ...hall,
      units: [{ number: 1, label: 'Sala Conferenze A', isAccessible: true, x: 0, y: 0 }],
    },
    {
      slug: 'hallB',
      name: { it: 'Sala Conferenze B', en: 'Conference room B' },
      ...hall,
      units: [{ number: 1, label: 'Sala Conferenze B', isAccessible: true, x: 0, y: 0 }],
    },
  ],
  services: pignataroInteramnaServices,
  privacyNotice: privacyNotice(
    { institutionName, address: 'Piazza Umberto I, 03040 Pignataro Interamna (FR)', email },
    '2026-1',
    '2026-01-01',
  ),
  accessibility: { feedbackEmail: email },
  funding: {
    it: 'Cofinanziato dall’Unione europea, PR Lazio FSE+ 2021-2027, Regione Lazio. Con il Consorzio Intesa',
    en: 'Co-funded by the European Union, PR Lazio ESF+ 2021-2027, Lazio Region. With Consorzio Intesa',
  },
  isEuFunded: true,
  rules: pignataroInteramnaRules,
  sources: [
    {
      path: 'pools[hallA]',
      says: 'due sale polivalenti, Sala Conferenze, per meeting online e convegni',
      where: article,
    },
    {
      path: 'pools[hallB]',
      says: 'due sale polivalenti, Sala Conferenze, per meeting online e convegni',
      where: article,
    },
    { path: 'pools[seats]', says: 'un ambiente di coworking con strumentazione adeguata', where: article },
    {
      path: 'rules.orgs',
      says: 'convenzioni con avvocati, università, sindacati, scuole di formazione',
      where: article,
    },
    { path: 'services[supporto-digitale]', says: 'supporto digitale', where: article },
    { path: 'services[sportelli-formazione]', says: 'sportelli di formazione', where: article },
    {
      path: 'services[baby-sitting-studio-assistito]',
      says: 'per i lavoratori in coworking',
      where: article,
    },
    { path: 'services[caf-sportello-sociale]', says: 'un CAF con sportello sociale', where: article },
    {
      path: 'services[consulenza-psicologica]',
      says: 'uno sportello di consulenza psicologica',
      where: article,
    },
    {
      path: 'services[sportello-donna]',
      says: 'sportello donna, con associazioni e professionisti',
      where: article,
    },
    { path: 'funding', says: 'in collaborazione con il Consorzio Intesa', where: article },
    { path: 'codes', says: 'ISTAT 060054, catastale G662', where: encyclopaedia },
    { path: 'patronSaint', says: 'santissimo Salvatore, 6 agosto', where: encyclopaedia },
    {
      path: 'sites[officina].coordinates',
      says: '41°26′ N 13°47′ E, the centre of the town',
      where: encyclopaedia,
    },
  ],
  assumptions: [
    {
      path: 'rules.pools.seats.capacity',
      says: 'No source gives the number of seats: 10 is the least that the call admits.',
    },
    {
      path: 'rules.pools.seats.reserves',
      says: 'Two seats for lawyers and two for the university, until the agreements are signed.',
    },
    { path: 'sites[officina].openingHours', says: 'No source gives hours.' },
    {
      path: 'sites[officina].address',
      says: 'No source says where the workshop is: the square is a placeholder, and so is the floor.',
    },
    {
      path: 'pools[seats].units',
      says: 'The plan of the room and which desk is accessible, to be seen on the spot.',
    },
    { path: 'pools[hallA].equipment', says: 'Taken from what the rooms are for; likewise in room B.' },
    { path: 'contacts', says: 'Placeholders: the workshop has published neither number nor address.' },
    {
      path: 'services',
      says: 'Times, and that use is free, are ours; each desk becomes bookable when its hours are known.',
    },
    {
      path: 'privacyNotice',
      says: 'A draft: the controller and its data protection officer adopt it, retention times included.',
    },
  ],
} satisfies TenantConfig
