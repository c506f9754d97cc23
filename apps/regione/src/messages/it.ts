import { capital, counted } from '../words.ts'

const number = new Intl.NumberFormat('it-IT', { useGrouping: 'always' })
const weekdays = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const
const months = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const

function monthOf(day: string): string {
  return months[Number(day.slice(5, 7)) - 1] ?? ''
}
function dayText(day: string): string {
  const date = Number(day.slice(8))
  return `${date === 1 ? '1º' : date} ${monthOf(day)} ${day.slice(0, 4)}`
}
function quarterText(quarter: string): string {
  const first = (Number(quarter.at(-1)) - 1) * 3
  return `${months[first]}–${months[first + 2]} ${quarter.slice(0, 4)}`
}

/** Everything the dashboard says in Italian, and the shape of every other language. */
export const messages = {
  number: (value: number): string => number.format(value),
  weekday: (isoDay: number): string => weekdays[isoDay - 1] ?? '',
  weekdayShort: (isoDay: number): string => (weekdays[isoDay - 1] ?? '').slice(0, 3),
  month: monthOf,
  dayText,
  quarterText,
  shell: {
    skipToContent: 'Vai ai contenuti',
    skipToFooter: 'Vai al piede della pagina',
    menu: 'Menu',
    mainNav: 'Principale',
    owner: 'Regione Lazio',
    ownerLabel: 'Regione Lazio, sito istituzionale',
    brand: 'Officine Municipali',
    tagline: 'Andamento nel Lazio',
    overview: 'Panoramica',
    towns: 'Enti',
    method: 'Metodo',
    signOut: 'Esci',
    sample: 'Dati di esempio: persone e prenotazioni sono inventate.',
    offline: 'Non c’è rete: quello che vedi può essere vecchio.',
    promise: ['Queste pagine mostrano conteggi, mai persone.'],
    euFlag: 'Bandiera dell’Unione europea',
    euStatement: ['Cofinanziato', 'dall’Unione europea'],
    funders: ['PR Lazio FSE+ 2021-2027', 'Regione Lazio', 'Repubblica Italiana'],
    legal: 'Informazioni',
  },
  signIn: {
    title: 'Entra per vedere come vanno le officine',
    text: 'Il quadro è per chi ha un incarico della Regione. Si entra con SPID o CIE.',
    action: 'Accedi',
  },
  faults: {
    loading: 'Leggiamo i dati pubblicati…',
    title: 'Qualcosa non ha funzionato',
    text: 'L’errore è nostro, non tuo.',
    requestId: (id: string): string => `Se ci scrivi, indica questo numero: ${id}.`,
    retry: 'Riprova',
    unreachable: 'La rete non risponde',
    unreachableText: 'Controlla il collegamento e riprova.',
    away: 'L’archivio non risponde',
    awayText: 'Riprova tra un minuto.',
    notFound: 'Qui non c’è nulla',
    notFoundText: 'L’indirizzo non corrisponde a una pagina o a un ente pubblicato.',
    toOverview: 'Vai alla panoramica',
  },
  overview: {
    title: 'Come vanno le officine',
    notYet: 'Non è ancora stato pubblicato nulla',
    notYetText: 'I primi dati arrivano il giorno dopo il primo uso di un’officina.',
    lead: (quarter: string, lastDay: string, isWhole: boolean): string =>
      isWhole ? `${capital(quarter)}.` : `${capital(quarter)}, in corso: dati fino al ${lastDay}.`,
    final: 'Dati definitivi.',
    provisional: (closesOn: string): string =>
      `Dati provvisori: gli enti possono correggere gli ingressi, e il trimestre si chiude il ${closesOn}.`,
    revised: (towns: number, lastOn: string): string =>
      `Rivisti dopo la chiusura per ${counted(towns, 'un ente', '{} enti')}, l’ultima volta il ${lastOn}.`,
    revisedBecause: (notes: readonly string[]): string => `Motivo: ${notes.join('; ')}.`,
    upTo: (lastDay: string, publishedOn: string): string =>
      `I dati arrivano al ${lastDay}; li abbiamo pubblicati il ${publishedOn}.`,
    late: (lastDay: string): string =>
      `La pubblicazione è ferma al ${lastDay}: quella dell’ultima notte non è arrivata. Quello che vedi è vero fino a quel giorno.`,
    quarter: 'Trimestre',
    inProgress: (quarter: string): string => `${quarter} (in corso)`,
    download: 'Scarica i dati (CSV)',
    figures: 'Il trimestre in cifre',
    present: 'Presenze',
    occupancy: 'Posti usati',
    bookings: 'Prenotazioni',
    places: 'Posti',
    placesIn: (towns: number): string => counted(towns, 'in un ente', 'in {} enti'),
    occupancyMeans: 'su cento ore di posto offerte',
    bookingsMean: 'anche quelle poi annullate',
    firstTime: 'manca un trimestre intero con cui confrontare',
    more: (now: string, before: string): string => `▲ più del trimestre prima: ${now} contro ${before}`,
    fewer: (now: string, before: string): string => `▼ meno del trimestre prima: ${now} contro ${before}`,
    same: (before: string): string => `● come il trimestre prima: ${before}`,
  },
  heat: {
    finding: (weekday: string, hour: number, percent: number): string =>
      `Il momento più pieno è ${weekday} alle ${hour}: ${percent} posti presi su cento`,
    empty: 'In questo trimestre non è stato preso nessun posto',
    means: (where: string): string => `Posti presi su cento, ${where}, per giorno e ora d’inizio.`,
    everywhere: 'somma di tutti gli enti',
    here: 'in questo ente',
    caption: 'Posti presi su cento, per giorno e ora',
    day: 'Giorno',
    shut: 'chiuso',
    key: 'Legenda: posti presi su cento',
    steps: ['sotto 40', '40–54', '55–64', '65–79', 'da 80'],
  },
  trend: {
    up: (from: string, to: string): string => `Le presenze sono salite da circa ${from} a ${to} a settimana`,
    down: (from: string, to: string): string => `Le presenze sono scese da circa ${from} a ${to} a settimana`,
    steady: (around: string): string => `Le presenze sono stabili, circa ${around} a settimana`,
    dip: (least: string, around: string): string =>
      `Le presenze scendono fino a ${least} a settimana, poi tornano a circa ${around}`,
    short: 'Servono almeno quattro settimane intere per dire come va',
    means: 'Presenze per settimana, settimane intere del trimestre.',
    described: (first: string, last: string, lowest: string, highest: string): string =>
      `Presenze per settimana: ${first} nella prima, ${last} nell’ultima; minimo ${lowest}, massimo ${highest}.`,
    values: 'Leggi i valori in tabella',
    week: 'Settimana dal',
  },
  map: {
    finding: (town: string, percent: number): string => `${town} raccoglie il ${percent}% delle presenze`,
    only: (town: string): string => `Tutte le presenze sono a ${town}`,
    empty: 'In questo trimestre non c’è stata nessuna presenza',
    means:
      'L’area di ogni cerchio è proporzionale alle presenze. Gli stessi valori sono nella tabella degli enti.',
    described: (list: string): string => `Mappa del Lazio. Presenze: ${list}.`,
    source: 'Contorno del Lazio, senza le isole: @svg-maps/italy di Victor Cazanave, CC BY 4.0.',
  },
  tiles: {
    finding: (active: number, started: number): string =>
      `A Roma ${counted(active, 'un municipio ha', '{} municipi hanno')} un’officina con posti${
        started > 0 ? `; ${counted(started, 'un altro è attivo', 'altri {} sono attivi')} senza posti` : ''
      }`,
    none: 'A Roma nessun municipio ha ancora un’officina con posti',
    means:
      'I quindici municipi, in ordine di numero. Pieno: officina, con le presenze. Bordo: attivo senza posti da prenotare. Vuoto: non ancora attivo.',
    notYet: 'non ancora attivo',
    started: 'attivo',
    present: 'presenze',
  },
  towns: {
    finding: (towns: number, least: number, most: number): string =>
      least === most
        ? counted(towns, `Un ente usa ${most} posti su cento`, `I {} enti usano ${most} posti su cento`)
        : `I ${towns} enti usano da ${least} a ${most} posti su cento`,
    none: 'Nessun ente ha ancora posti usati',
    pageTitle: 'Gli enti, fianco a fianco',
    means: 'In ordine di presenze. Posti usati: su cento ore di posto offerte, quante sono state prese.',
    town: 'Ente',
    places: 'Posti',
    present: 'Presenze',
    before: 'Trimestre prima',
    bookings: 'Prenotazioni',
    occupancy: 'Posti usati',
    total: 'Lazio',
    notUsed: 'nessun uso',
    unknown: 'non c’è confronto',
    all: (towns: number): string => `Vedi tutti i ${towns} enti`,
    withoutPlaces: (names: string): string => `Senza posti da prenotare: ${names}.`,
  },
  town: {
    since: (day: string): string => `In uso dal ${day}.`,
    unused: 'Nessuno ha ancora usato i posti di questo ente.',
    kind: { seats: 'Postazioni', room: 'Sale' },
    way: 'Dove sei',
    quarters: (quarter: string, present: string): string =>
      `Il trimestre con più presenze è ${quarter}: ${present}`,
    quartersEmpty: 'Trimestre per trimestre',
    quartersMean:
      'Trimestre per trimestre, dall’avvio; il primo e l’ultimo trimestre possono non essere interi.',
  },
  method: {
    title: 'Come nascono queste cifre',
    sections: [
      {
        title: 'Che cosa contiamo',
        paragraphs: [
          'Solo l’uso dei posti pubblici: postazioni e sale, quello che il portale di ogni ente mostra a chiunque. Sportelli, accudimento dei bambini e attività non compaiono: lì un conteggio parla di persone.',
          'Presenze: prenotazioni la cui persona è arrivata. Una persona che viene tre volte conta tre.',
          'Prenotazioni: tutte quelle fatte per giorni del trimestre, anche se poi annullate. Per questo dalla differenza con le presenze non si ricava chi non si è presentato.',
          'Posti usati: su cento ore di posto offerte, quante sono state prese. Offerte sono le ore di apertura del calendario dell’ente, senza festivi e chiusure, per il numero di posti.',
        ],
      },
      {
        title: 'Come arrivano qui',
        paragraphs: [
          'Ogni notte un programma conta ente per ente: mentre conta un ente non vede gli altri. Legge quando un posto era preso, mai da chi.',
          'Scrive somme per trimestre, settimana, giorno della settimana e ora. La Regione legge queste somme e nient’altro: nella banca dati il suo accesso non arriva alle righe degli enti.',
          'Conta ogni notte dopo le quattro, fino al giorno prima. Se una notte salta, la notte dopo recupera; la panoramica dice sempre fino a quale giorno arriva.',
          'Le ultime cinque settimane vengono ricontate ogni volta, perché una presenza registrata male può essere corretta.',
          'Cinque settimane dopo la fine un trimestre si chiude: da allora le sue cifre non cambiano più da sole. Se un ente viene ricontato o arriva tardi, accanto alle cifre restano scritti la data e il motivo, e i valori di prima sono conservati.',
        ],
      },
      {
        title: 'Che cosa manca, e perché',
        paragraphs: [
          'Assenze, tempi di attesa, equità e indicatori FSE+ riguardano le persone: arriveranno dopo un controllo che impedisce di riconoscere qualcuno, anche per differenza.',
          'Un trimestre in corso non è confrontato con uno intero.',
        ],
      },
    ],
  },
}

export type Messages = typeof messages
