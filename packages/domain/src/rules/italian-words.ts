import { enumerate } from './enumerate.ts'
import { italianWhoever } from './italian-predicate.ts'
import { italianDate, italianDays, italianMoment, italianTime } from './italian-time.ts'
import { italianNouns as nouns } from './rule-nouns.ts'
import type { Component, RulesWords } from './rules-words.ts'
import type { Cap } from './tenant-rules.ts'

/** The rules in the Italian of a public notice: short sentences, no jargon, no bureaucratese. */
export const italianWords: RulesWords = {
  title: {
    basis: 'Da dove vengono queste regole',
    together: 'Prenotare più servizi insieme',
    order: 'In quale ordine si assegnano i posti',
    draw: 'Il sorteggio',
    firstCome: 'Le prenotazioni in ordine di arrivo',
    limits: 'Quanto si può prenotare',
    agreements: 'Convenzioni con enti e organizzazioni',
    waiting: 'La lista d’attesa',
    absences: 'Disdette e assenze',
    review: 'Chiedere un riesame',
  },
  poolTitle: (kind, id, isAlone) => (isAlone ? nouns[kind].title : `${nouns[kind].title} «${id}»`),
  whoever: italianWhoever,
  version: (version, from) => `Questa è la versione ${version}, in vigore dal ${italianDate(from)}.`,
  act: (act, url) => `Atto di riferimento: ${act}${url === undefined ? '' : ` (${url})`}.`,
  capacity: (kind, capacity) => {
    if (capacity === 0) return 'Al momento il servizio è chiuso.'
    if (kind === 'room') return 'La sala si prenota per intero.'
    const [one, many] = nouns[kind].here
    return capacity === 1 ? `Per ogni turno c’è 1 ${one}.` : `Per ogni turno ci sono ${capacity} ${many}.`
  },
  hours: ({ days, slots }) => {
    const [first] = slots
    const last = slots.at(-1)
    if (days.length === 0 || first === undefined || last === undefined)
      return 'Gli orari non sono ancora fissati.'
    if (slots.length > 3)
      return `Apertura: ${italianDays(days)}, ${slots.length} turni dalle ${italianTime(first[0])} alle ${italianTime(last[1])}.`
    const hours = slots.map(([from, to]) => `${italianTime(from)}–${italianTime(to)}`)
    return `Apertura: ${italianDays(days)}, ${slots.length === 1 ? 'turno' : 'turni'} ${enumerate(hours, 'e')}.`
  },
  holidays: (own) =>
    own.length === 0
      ? 'Nei giorni festivi nazionali non ci sono turni.'
      : `Non ci sono turni nei giorni festivi nazionali e nei giorni: ${own.map(italianDate).join(', ')}.`,
  eligible: (who) => (who === undefined ? 'Può prenotare chiunque.' : `Può prenotare ${who}.`),
  reservedShare: (reserved, open) => {
    const first = reserved === 1 ? '1 posto è riservato' : `I posti riservati sono ${reserved}`
    if (open === 0) return `${first}: tutti quelli che ci sono.`
    return `${first}; ${open === 1 ? 'l’altro è aperto' : `gli altri ${open} sono aperti`} a tutti.`
  },
  reserve: (size, who) => `${size === 1 ? '1 posto è riservato' : `${size} posti sono riservati`} a ${who}.`,
  released: (size, release) =>
    `${size === 1 ? 'Se resta libero, si apre' : 'Se restano liberi, si aprono'} a tutti ${italianMoment('from', release, 'slot')}.`,
  neverHeld: (size) =>
    size === 1
      ? 'Se nel sorteggio nessuno lo chiede, va subito agli altri.'
      : 'Se nel sorteggio nessuno li chiede, vanno subito agli altri.',
  neverReleased: (size) =>
    size === 1
      ? 'Resta riservato anche se nessuno lo chiede.'
      : 'Restano riservati anche se nessuno li chiede.',
  oneReserveEach:
    'Chi rientra in più riserve occupa un solo posto riservato: il conto si fa in modo che entri il maggior numero di aventi diritto.',
  claiming:
    'Dichiarare una condizione è una scelta: chi la dichiara non è mai svantaggiato, e chi non la dichiara è trattato come tutti gli altri.',
  floor:
    'La riserva è un minimo garantito: gli aventi diritto che entrerebbero comunque contano per primi nei posti riservati.',
  onTop: (openFirst) =>
    openFirst === 1
      ? 'Nel sorteggio il primo posto va a chi è primo in graduatoria, chiunque sia; i posti riservati si aggiungono a quello.'
      : `Nel sorteggio i primi ${openFirst} posti si assegnano secondo la graduatoria, senza guardare le riserve; i posti riservati si aggiungono a questi.`,
  group: ({ max, adjacency }) => {
    const near = { none: '', preferred: ', se possibile in posti vicini', required: ', solo in posti vicini' }
    return `Si può prenotare in gruppo, fino a ${max} persone${near[adjacency]}: il gruppo entra tutto insieme oppure resta in lista d’attesa.`
  },
  household: (together) =>
    together === 'all'
      ? 'I figli di una stessa famiglia per cui si fa un’unica domanda entrano tutti insieme oppure restano tutti in lista d’attesa.'
      : 'Se non c’è posto per tutti i figli di una famiglia, entrano quanti possibile a partire dal maggiore; gli altri sono i primi in lista d’attesa.',
  buffer: (minutes) =>
    `Tra una prenotazione e la successiva restano liberi ${minutes} minuti per preparare e riordinare.`,
  bundle: (required, addOn) => {
    const extra =
      addOn.length === 0
        ? ''
        : ` In aggiunta, se c’è posto: ${components(addOn)}; se manca, il resto vale lo stesso.`
    if (required.length === 1 && addOn.length > 0)
      return `Insieme a ${components(required)}, per lo stesso turno, puoi aggiungere ${components(addOn)}, se c’è posto; se manca, il resto vale lo stesso.`
    return `Si possono prenotare insieme, per lo stesso turno, ${components(required)}: si ottiene tutto oppure nulla.${extra}`
  },
  sameForAll: 'Tutte le domande sono sullo stesso piano: nessuna categoria ha la precedenza.',
  tier: (position, who) =>
    who === undefined
      ? 'Poi vengono tutti gli altri.'
      : `${position === 1 ? 'Prima viene' : 'Poi viene'} ${who}.`,
  points: (value, who) => `Ottiene ${value === 1 ? '1 punto' : `${value} punti`} ${who}.`,
  maxPoints: (points) => `I punti si sommano fino a un massimo di ${points}.`,
  recentUse: (days) =>
    `A parità di condizioni passa avanti chi ha usato meno il servizio negli ultimi ${days} giorni; anche un’assenza senza motivo conta come uso.`,
  recentUseListOnly: 'Poiché non c’è sorteggio, l’uso recente serve soltanto a ordinare la lista d’attesa.',
  ticket: 'A parità anche di questo decide il numero estratto, il più basso per primo.',
  ticketUnit: (unit, scope) => {
    const who = unit === 'household' ? 'Ogni famiglia ha un solo numero' : 'Ogni persona ha un solo numero'
    const span = scope === 'perWindow' ? 'valido per tutti i turni del periodo' : 'diverso per ogni turno'
    return `${who}, ${span}: presentare più domande non aumenta le probabilità.`
  },
  ownOrder: 'Per questo servizio vale un ordine suo.',
  window: ({ opens, closes, draw, horizon }) => {
    const anchor = horizon === 'nextIsoWeek' ? 'week' : 'month'
    const span = horizon === 'nextIsoWeek' ? 'una settimana' : 'un mese'
    return `Le domande per ${span} si presentano ${italianMoment('from', opens, anchor)} ${italianMoment('until', closes, 'same')}; il sorteggio si fa ${italianMoment('at', draw, 'same')}.`
  },
  speedIsNoMerit: 'In questo periodo non conta chi arriva prima: conta solo presentare la domanda in tempo.',
  randomness: (chain) =>
    `I numeri si ricavano da una fonte pubblica di casualità (drand, catena ${chain.slice(0, 8)}…), annunciata prima che il valore esista: chiunque può rifare il conto.`,
  fallback: (source) =>
    `Se la fonte si ferma per più di un giorno si usa quella di riserva già annunciata (${source}); il sorteggio non si ripete mai.`,
  noDraw: 'Non c’è sorteggio: i posti vanno in ordine di arrivo delle prenotazioni.',
  firstCome: ({ opens, closes }, anchor, { afterDraw, hasReserves }) => {
    const what = afterDraw ? 'I posti rimasti dopo il sorteggio si prenotano' : 'Si prenota'
    const kept = hasReserves ? ', nel rispetto dei posti riservati' : ''
    return `${what} in ordine di arrivo ${italianMoment('from', opens, anchor)} ${italianMoment('until', closes, 'slot')}${kept}.`
  },
  cap: ({ who, per, max, unit }, pools) => {
    const holder = { person: 'Ogni persona', household: 'Ogni famiglia', org: 'Ogni ente o organizzazione' }[
      who
    ]
    return `${holder} può avere al massimo ${amount(max, unit)} ${capPeriod(per)} (${pools.join(', ')}).`
  },
  capsKeepRank:
    'Chi ha raggiunto il limite non può prenotare oltre, ma non perde la sua posizione in graduatoria.',
  agreement: ({ label, agreementUntil }) =>
    `«${label}»: convenzione valida fino al ${italianDate(agreementUntil)}.`,
  ceiling: ({ label, ceiling = {}, spill }) => {
    const limits = ceilingParts(ceiling.concurrent, ceiling.perIsoWeek)
    const beyond =
      spill === 'asIndividual'
        ? 'oltre questo numero chi ne fa parte concorre come privato, dopo tutti gli altri'
        : 'oltre questo numero le domande non sono accolte'
    return `Per «${label}» il massimo è di ${enumerate(limits, 'e')}; ${beyond}.`
  },
  waitingList: ({ max, autoConfirmUntilHours, offerReplyHours, stopHours, quiet }) => [
    `Chi non ottiene il posto entra in lista d’attesa, nello stesso ordine (al massimo ${max} domande per turno).`,
    `Quando un posto si libera va al primo della lista che può occuparlo: fino a ${hours(autoConfirmUntilHours)} prima dell’inizio è confermato da sé e si può disdire senza conseguenze.`,
    `Dopo, il posto viene offerto: ${offerReplyHours === 1 ? 'c’è 1 ora' : `ci sono ${offerReplyHours} ore`} per rispondere, senza contare il tempo dalle ${italianTime(quiet[0])} alle ${italianTime(quiet[1])}. Rifiutare o non rispondere non comporta nulla.`,
    `${stopHours === 1 ? 'Nell’ultima ora' : `Nelle ultime ${stopHours} ore`} i posti liberi si prendono presentandosi di persona.`,
  ],
  absences: (rule) => [
    `Il posto è tenuto per ${rule.graceMinutes} minuti dall’inizio del turno.`,
    `Si può disdire fino a ${hours(rule.lateCancelHours)} prima senza conseguenze; anche dopo, se il posto viene usato da altri.`,
    `Dopo ${rule.strikes} assenze senza motivo in ${rule.strikeDays} giorni, per ${rule.pauseDays} giorni si prenota solo in giornata; si può sempre venire, se c’è posto.`,
    `Un’assenza si può giustificare entro ${rule.excuseDays} giorni. Non ci sono sanzioni in denaro.`,
    'Per le persone in condizione di particolare tutela decide sempre un operatore, mai il sistema.',
  ],
  review: ({ channel, days }) => [
    `Chi non è d’accordo con un esito può chiedere il riesame entro ${days} giorni: ${channel}.`,
    'Risponde una persona, con il motivo della decisione e i dati usati.',
  ],
}

function components(parts: readonly Component[]): string {
  return enumerate(
    parts.map(({ units, kind }) => `${units} ${nouns[kind].places[units === 1 ? 0 : 1]}`),
    'e',
  )
}

function ceilingParts(concurrent: number | undefined, perWeek: number | undefined): readonly string[] {
  const places = (count: number) => (count === 1 ? '1 posto' : `${count} posti`)
  if (concurrent === undefined) return perWeek === undefined ? [] : [`${places(perWeek)} alla settimana`]
  const inOneSlot = `${places(concurrent)} nello stesso turno`
  return perWeek === undefined ? [inOneSlot] : [inOneSlot, `${perWeek} alla settimana`]
}

function amount(max: number, unit: Cap['unit']): string {
  if (unit === 'minutes') return max % 60 === 0 ? hours(max / 60) : `${max} minuti`
  return max === 1 ? '1 turno' : `${max} turni`
}

function capPeriod(per: Cap['per']): string {
  return { day: 'al giorno', isoWeek: 'alla settimana, da lunedì a domenica', month: 'al mese' }[per]
}

function hours(count: number): string {
  return count === 1 ? '1 ora' : `${count} ore`
}
