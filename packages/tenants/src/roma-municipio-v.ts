import { tenantId } from '@officine/domain/tenant-id'
import { privacyNotice } from './privacy-notice.ts'
import { romeCodes, romePatron } from './rome.ts'
import { romaMunicipioVRules } from './rules/roma-municipio-v.ts'
import { romaMunicipioVServices } from './services/roma-municipio-v.ts'
import type { TenantConfig } from './tenant-config.ts'

const institutionName = { it: 'Roma Capitale, Municipio Roma V', en: 'Roma Capitale, Municipio Roma V' }
const email = 'officina@municipio-v.roma.example'
const article = 'Municipio V, annuncio dell’apertura della prima Officina Municipale di Roma'

export const romaMunicipioV = {
  schema: 'officine-tenant/1',
  id: tenantId('roma-municipio-v'),
  kind: 'municipio',
  name: 'Roma Municipio V',
  institutionName,
  institutionUrl: 'https://www.comune.roma.it/web/it/municipio-v.page',
  codes: romeCodes,
  hosts: [],
  languages: ['it', 'en'],
  // Roman crimson.
  theme: { accent: '#8a1c3b', accentDark: '#5a1026', accentTint: '#f8edf0', accentMid: '#d9a9b6' },
  emblem: {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56"><circle cx="28" cy="28" r="26" fill="#8a1c3b"/><path d="M5 40h46a26 26 0 0 1-46 0z" fill="#d9a9b6"/><path d="M9 21h38v3.5H9z" fill="#fff"/><path d="M10 26h36v14h-5v-5a4 4 0 0 0-8 0v5h-1v-5a4 4 0 0 0-8 0v5h-1v-5a4 4 0 0 0-8 0v5h-5z" fill="#fff"/><path d="M28 6.5l2.1 4.4 4.8.7-3.5 3.4.9 4.8L28 17.5l-4.3 2.3.9-4.8-3.5-3.4 4.8-.7z" fill="#fff"/></svg>',
    description: {
      it: 'Tre archi di un acquedotto nella campagna, sotto una stella',
      en: 'Three arches of an aqueduct in the countryside, under a star',
    },
  },
  portal: {
    it: {
      officeName: 'Officina Municipale La Rustica',
      tagline: 'Lavora vicino a casa, con i figli accanto',
      lead: 'In via Dameta trovi dieci postazioni, uno spazio bimbi, un’area per i piccoli animali, doposcuola e laboratori, e un operatore di quartiere che conosce chi può aiutarti.',
      welcome:
        'L’ex sede dei servizi anagrafici, chiusa per anni, è di nuovo di tutti: la prima Officina Municipale di Roma, con la cooperativa Nuove Risposte.',
    },
    en: {
      officeName: 'Municipal Workshop La Rustica',
      tagline: 'Work near home, with your children next door',
      lead: 'In via Dameta you find ten desks, a children’s space, an area for small pets, after-school and labs, and a neighbourhood operator who knows who can help.',
      welcome:
        'The former registry office, shut for years, belongs to everyone again: the first Municipal Workshop of Rome, with the cooperative Nuove Risposte.',
    },
  },
  contacts: { phone: '+39 06 000105', email },
  sites: [
    {
      slug: 'via-dameta',
      name: { it: 'Officina Municipale La Rustica', en: 'Municipal Workshop La Rustica' },
      address: 'Via Dameta',
      postalCode: '00155',
      locality: 'Roma',
      province: 'RM',
      coordinates: { latitude: 41.9108, longitude: 12.6078 },
      openingHours: [{ days: [1, 2, 3, 4, 5], periods: [['09:00', '19:00']] }],
    },
  ],
  closures: [],
  patronSaint: romePatron,
  pools: [
    {
      slug: 'seats',
      site: 'via-dameta',
      name: { it: 'Postazioni', en: 'Desks' },
      description: {
        it: 'Dieci postazioni, per chi lavora da solo e per piccoli gruppi.',
        en: 'Ten desks, for people who work alone and for small groups.',
      },
      equipment: { it: [], en: [] },
      units: [
        { number: 1, label: 'Postazione 1', isAccessible: false, x: 0, y: 0 },
        { number: 2, label: 'Postazione 2', isAccessible: false, x: 1, y: 0 },
        { number: 3, label: 'Postazione 3', isAccessible: false, x: 2, y: 0 },
        { number: 4, label: 'Postazione 4', isAccessible: false, x: 3, y: 0 },
        { number: 5, label: 'Postazione 5', isAccessible: false, x: 0, y: 1 },
        { number: 6, label: 'Postazione 6', isAccessible: false, x: 1, y: 1 },
        { number: 7, label: 'Postazione 7', isAccessible: false, x: 2, y: 1 },
        { number: 8, label: 'Postazione 8', isAccessible: false, x: 3, y: 1 },
        { number: 9, label: 'Postazione 9', isAccessible: false, x: 0, y: 3 },
        { number: 10, label: 'Postazione 10', isAccessible: true, x: 1, y: 3 },
      ],
    },
    {
      slug: 'care',
      site: 'via-dameta',
      name: { it: 'Spazio bimbi', en: 'Children’s space' },
      description: {
        it: 'Sei posti accanto alle postazioni, con chi si prende cura dei bambini.',
        en: 'Six places beside the desks, with people who look after the children.',
      },
      equipment: { it: [], en: [] },
      units: numbered('Posto bimbi', 6),
    },
    {
      slug: 'pet',
      site: 'via-dameta',
      name: { it: 'Area per piccoli animali', en: 'Area for small pets' },
      description: {
        it: 'Due posti, ciascuno per un piccolo animale domestico.',
        en: 'Two places, each for one small pet.',
      },
      equipment: { it: [], en: [] },
      units: numbered('Posto animali', 2),
    },
    {
      slug: 'laptop',
      site: 'via-dameta',
      name: { it: 'Computer portatili', en: 'Laptops' },
      description: {
        it: 'Tre portatili in prestito: si usano alla postazione e si ridanno al banco.',
        en: 'Three laptops on loan: used at the desk and given back at the counter.',
      },
      equipment: { it: [], en: [] },
      units: numbered('Portatile', 3),
    },
    {
      slug: 'lab',
      site: 'via-dameta',
      name: { it: 'Laboratorio creativo', en: 'Creative lab' },
      description: {
        it: 'Dodici posti per bambini e ragazzi dai 6 ai 18 anni.',
        en: 'Twelve places for children and young people aged 6 to 18.',
      },
      equipment: {
        it: ['strumenti innovativi e tecnologici'],
        en: ['new and technological tools'],
      },
      units: numbered('Posto laboratorio', 12),
    },
  ],
  services: romaMunicipioVServices,
  privacyNotice: privacyNotice(
    { institutionName, address: 'Via Dameta, 00155 Roma (RM)', email },
    '2026-1',
    '2026-01-01',
  ),
  accessibility: { feedbackEmail: email },
  funding: {
    it: 'Cofinanziato dall’Unione europea, PR Lazio FSE+ 2021-2027, Regione Lazio. Con la cooperativa Nuove Risposte',
    en: 'Co-funded by the European Union, PR Lazio ESF+ 2021-2027, Lazio Region. With the cooperative Nuove Risposte',
  },
  isEuFunded: true,
  rules: romaMunicipioVRules,
  sources: [
    { path: 'sites[via-dameta].address', says: 'via Dameta, La Rustica', where: article },
    {
      path: 'sites[via-dameta].openingHours',
      says: 'dal lunedì al venerdì dalle 9 alle 19',
      where: article,
    },
    {
      path: 'rules.pools.seats.capacity',
      says: '10 postazioni di coworking, per uso individuale e per piccoli gruppi',
      where: article,
    },
    {
      path: 'rules.pools.seats.reserves',
      says: 'lavoratrici con figli, giovani sotto i 35 anni, chi è in condizioni di maggiore fragilità',
      where: article,
    },
    {
      path: 'services[laboratori-creativi]',
      says: 'laboratori creativi dai 6 ai 18 anni, con strumenti innovativi e tecnologici',
      where: article,
    },
    { path: 'services[doposcuola]', says: 'attività di doposcuola dai 6 ai 18 anni', where: article },
    { path: 'pools[pet]', says: 'un’area dedicata ai piccoli animali domestici', where: article },
    {
      path: 'services[piccole-riparazioni]',
      says: 'operatore di quartiere: idraulici, elettricisti, falegnami',
      where: article,
    },
    { path: 'services[servizi-del-quartiere]', says: 'una vasta gamma di servizi locali', where: article },
    {
      path: 'services[mobilita-condivisa]',
      says: 'supporto per bici, auto e monopattini elettrici condivisi',
      where: article,
    },
    {
      path: 'funding',
      says: 'FSE+ 2021-2027, Regione Lazio, cooperativa Nuove Risposte',
      where: article,
    },
  ],
  assumptions: [
    {
      path: 'rules.pools.seats.reserves',
      says: 'Three, two and two desks, and when they are released, are ours until the municipio adopts them.',
    },
    {
      path: 'rules.pools.care',
      says: 'The article favours working mothers; six places for children are ours.',
    },
    {
      path: 'rules.pools.care.eligibility',
      says: 'No source says for which ages: from three years to the end of primary school is ours.',
    },
    {
      path: 'rules.pools.laptop',
      says: 'No source says that laptops are lent: three are ours, to show how a thing goes along with a seat.',
    },
    { path: 'rules.pools.pet.capacity', says: 'No source gives the number of places for pets.' },
    { path: 'rules.pools.lab', says: 'Twelve places on Wednesday afternoons are ours.' },
    { path: 'rules.caps', says: 'Four half days a week per person, to be adopted by the municipio.' },
    { path: 'rules.effectiveFrom', says: 'The act that adopts the rules is still to come.' },
    { path: 'sites[via-dameta].postalCode', says: 'The article gives street and quarter, without number.' },
    { path: 'sites[via-dameta].coordinates', says: 'The quarter of La Rustica, read off a map.' },
    {
      path: 'pools[seats].units',
      says: 'The plan of the room and which desk is accessible, to be seen on the spot.',
    },
    { path: 'contacts', says: 'Placeholders: the workshop has published neither number nor address.' },
    {
      path: 'services',
      says: 'That use is free, and what is asked of families, are ours; the rest is what the article announces.',
    },
    { path: 'patronSaint', says: 'The city’s patron saints: the municipio has none of its own.' },
    {
      path: 'privacyNotice',
      says: 'A draft: the controller and its data protection officer adopt it, retention times included.',
    },
  ],
} satisfies TenantConfig

/** Places in one row, without any that differs. */
function numbered(label: string, howMany: number) {
  return Array.from({ length: howMany }, (_, at) => ({
    number: at + 1,
    label: `${label} ${at + 1}`,
    isAccessible: true,
    x: at,
    y: 0,
  }))
}
