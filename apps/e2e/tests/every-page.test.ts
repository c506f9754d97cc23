import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { patterns as deskPatterns } from '../../desk/src/paths.ts'
import { patterns as portalPatterns } from '../../portal/src/paths.ts'
import { faultsOf } from '../src/check-page.ts'
import { signIn } from '../src/citizen.ts'
import { halfDays } from '../src/days.ts'
import { bookSeat, fillSeats, summaryLink } from '../src/half-days.ts'
import { findChild } from '../src/processes.ts'
import { originOf } from '../src/stack.ts'
import { visitors } from '../src/visitor.ts'

const stack = inject('stack')
const visit = visitors()

/** Every page and state that was looked at, so that a crawler that went nowhere does not pass. */
const looked: string[] = []
const paths = new Set<string>()

async function look(page: Page, state: string, landmark: string | RegExp): Promise<void> {
  await page.getByText(landmark).first().waitFor()
  expect(await faultsOf(page), state).toEqual([])
  looked.push(state)
  paths.add(new URL(page.url()).pathname)
}

const open = async (page: Page, path: string, state: string, landmark: string | RegExp) => {
  await page.goto(path)
  await look(page, state, landmark)
}

describe('no fault is found by axe, at 1280 and at 360, and nothing spills out sideways', () => {
  test.each(['allumiere', 'pignataro-interamna'])('in the open pages of %s', async (town) => {
    const { page } = await visit({ town })
    await open(page, '/', 'home', 'Dove siamo e quando')
    await open(page, '/prenota', 'times', 'La tua scelta')
    await open(page, '/prenota?vista=settimana', 'times of the week', 'Posti liberi, orario per orario')
    await open(page, '/prenota/riepilogo', 'summary without a choice', 'Manca l’orario')
    await open(page, '/come-si-assegnano', 'how places are assigned', 'Impronta della regola')
    await open(page, '/domande-frequenti', 'questions', 'Non ho SPID né CIE')
    await open(page, '/privacy', 'privacy', 'Versione')
    await open(page, '/accessibilita', 'accessibility', 'A che punto siamo')
    await open(page, '/note-legali', 'legal notes', 'Licenza dei contenuti')
    await open(page, '/area', 'area, signed out', 'Entra per vedere le tue prenotazioni')
    await open(page, '/pagina-che-non-c-e', 'nowhere', 'Questa pagina non c’è')
  })

  test('in the states of who is not signed in', async () => {
    const { page } = await visit()
    await page.goto('/')
    await page.getByRole('main').getByRole('article').getByRole('link').first().click()
    await look(page, 'a service', 'A chi è rivolto')
    await open(page, '/prenota?pool=desk', 'times of an appointment', 'Prenota: Sportello')
    await open(page, `/prenota?pool=seats&giorno=2035-12-25`, 'a day far ahead', 'La tua scelta')
    await open(
      page,
      summaryLink(halfDays.crawled),
      'summary, signed out',
      'Per confermare serve sapere chi sei',
    )
    await open(page, '/primo-accesso', 'first access, signed out', 'Entra per vedere')
    await open(page, `/prenotazioni/${crypto.randomUUID()}`, 'a booking, signed out', 'Entra per vedere')
    await open(page, `/accedi?ritorno=${encodeURIComponent('/area')}`, 'whom to sign in as', 'Scegli chi sei')
    await page.getByRole('button', { name: 'Annulla e torna al portale' }).click()
    await look(page, 'sign-in given up', 'Allumiere')
    await open(page, originOf(stack, 'nessuno'), 'no town’s address', 'Qui non c’è nessun portale')

    await page.goto('/')
    await page.setViewportSize({ width: 360, height: 780 })
    await page.getByRole('button', { name: 'Menu' }).click()
    await look(page, 'the menu of a telephone', 'Vivere Allumiere')
  })

  test('in the states of a first visit', async () => {
    const { page } = await visit({ town: 'pignataro-interamna' })
    await page.goto('/area')
    await page.getByRole('link', { name: 'Accedi', exact: true }).click()
    await page.getByRole('button', { name: 'Davide Ferri' }).click()
    await look(page, 'first access', 'Lo chiediamo una volta sola')
    await page.getByRole('button', { name: 'Ho letto, continua' }).click()
    await look(page, 'first access with a mistake', 'ne basta uno.')
  })

  test('in the states of a citizen', async () => {
    const { page } = await visit({ persona: 'load-1051' })
    await open(page, '/area', 'area, empty', 'Nessuna prenotazione')
    await open(page, '/area/contatti', 'contacts', 'Dove ti scriviamo')
    await page.getByLabel('E-mail', { exact: true }).fill('senza chiocciola')
    await page.getByRole('button', { name: 'Salva' }).click()
    await look(page, 'contacts with a mistake', 'L’e-mail non è completa')
    await open(page, '/area/accessi', 'sessions', 'I dispositivi collegati')
    await open(page, '/area/messaggi', 'messages', 'Che cosa ti scriviamo')
    await open(page, '/area/dati', 'my data', 'Scarica i miei dati')
    await open(
      page,
      '/conferma-indirizzo?codice=nessuno',
      'an address to confirm',
      'Conferma il tuo indirizzo',
    )
    await open(page, summaryLink(halfDays.crawled), 'summary', 'Controlla e conferma')
    await open(page, summaryLink(halfDays.shut), 'summary of a closed day', 'Controlla e conferma')
    await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
    await look(page, 'refused by a rule', 'Quel giorno della settimana siamo chiusi')

    await fillSeats(stack.port, halfDays.crawledFull, 1061, 10)
    await page.goto(summaryLink(halfDays.crawledFull))
    await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
    await look(page, 'refused because full, with what is near', 'Questa volta non c’è posto')
    await open(
      page,
      `/prenota?pool=seats&giorno=${halfDays.crawledFull.day}`,
      'times with a full one',
      'completo',
    )
    const { day, from, to } = halfDays.crawledFull
    await open(
      page,
      `/prenota/attesa?pool=seats&giorno=${day}&ora=${from}-${to}`,
      'a list to join',
      'Mettiti in lista d’attesa',
    )
    await page.getByRole('button', { name: 'Mettiti in lista d’attesa' }).click()
    await look(page, 'on the waiting list', 'Sei in lista d’attesa')
    await open(page, '/area', 'area with a wait', 'in lista')

    await page.goto(summaryLink(halfDays.crawled))
    await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
    await look(page, 'confirmed', 'Posto confermato')
    const booking = page.url().split('?')[0] ?? ''
    await open(page, '/area', 'area with a booking', 'confermata')
    await open(page, `${booking}/sposta`, 'a booking that moves', 'finché non confermi')
    await open(page, `${booking}/ripeti`, 'a booking that repeats', 'Ripeti ogni settimana')
    await page.goto(booking)
    await page.getByRole('button', { name: 'Annulla la prenotazione' }).click()
    await look(page, 'asked whether to cancel', 'Vuoi annullare questa prenotazione?')
    await page.getByRole('button', { name: 'Sì, annulla' }).click()
    await look(page, 'cancelled', 'Prenotazione annullata')
    await open(
      page,
      `/prenotazioni/${crypto.randomUUID()}`,
      'a booking that is not there',
      'Questa pagina non c’è',
    )
  })

  test('in the pages of a family, where a town has room for children', async () => {
    const { page } = await visit({ town: 'pignataro-interamna', persona: 'load-1054' })
    await open(page, '/area/famiglia', 'family, nobody yet', 'Non hai ancora aggiunto nessuno')
    await page.getByRole('button', { name: 'Aggiungi un bambino o una bambina' }).click()
    await look(page, 'family, a child to add', 'Data di nascita')
  })

  test('while a page waits, and when the line is gone', async () => {
    const { page, context } = await visit({ persona: 'load-1052' })
    await page.goto('/')
    await page.getByRole('main').getByRole('link', { name: 'Prenota una postazione' }).first().waitFor()
    // The server is stopped for a moment, as a machine under strain is: the page that was asked for does not come.
    const server = findChild(stack.pid, 'server.dev.ts')
    if (server === undefined) throw new Error('The server does not run')
    process.kill(server.pid, 'SIGSTOP')
    try {
      await page.getByRole('main').getByRole('link', { name: 'Prenota una postazione' }).first().click()
      await look(page, 'a page that is loading', /Sto aprendo|Sto cercando/)
    } finally {
      process.kill(server.pid, 'SIGCONT')
    }
    await page.getByRole('heading', { level: 1, name: 'Prenota una postazione' }).waitFor()
    await context.setOffline(true)
    await look(page, 'offline', 'Non c’è rete')
    await page.getByRole('link', { name: 'Settimana dopo' }).click()
    await look(page, 'a page that did not arrive', 'Non riusciamo a raggiungere il servizio')
  })

  test('at the desk', async () => {
    const outside = await visit()
    await open(outside.page, '/gestione/', 'desk, signed out', 'Entra per lavorare al banco')
    const citizen = await visit({ persona: 'load-1053' })
    await open(citizen.page, '/gestione/', 'desk, a citizen', 'Questa pagina è di chi lavora al banco')

    const { code } = await bookSeat(await signIn(stack.port, 'allumiere', 'load-1053'), halfDays.desk)
    const { page } = await visit({ persona: 'manager-allumiere' })
    await open(page, '/gestione/', 'desk, today', 'Oggi, lunedì 5 marzo')
    await open(page, '/gestione/?giorno=2035-03-11', 'desk, a closed day', 'Chiuso')
    await open(page, '/gestione/?giorno=2035-03-16', 'desk, another day', 'Torna a oggi')
    await page.goto('/gestione/')
    await page.getByRole('button', { name: 'Tastiera' }).click()
    await look(page, 'desk, help', 'Lavorare con la tastiera')
    await page.keyboard.press('Escape')

    const field = page.getByLabel('Codice, QR o cognome')
    await field.fill('K7QM-3XWP')
    await page.keyboard.press('Enter')
    await look(page, 'desk, an unknown code', 'Nessuna prenotazione con questo codice')
    await field.fill('Carico')
    await page.keyboard.press('Enter')
    await look(page, 'desk, found by name', 'Persone che conosciamo')
    await field.fill(code)
    await page.keyboard.press('Enter')
    await look(page, 'desk, checked in', 'Ingresso registrato alle')
    await page
      .getByRole('button', { name: /^Prova Carico 1053/ })
      .first()
      .click()
    await look(page, 'desk, a booking', 'Apri la scheda')
    await page.getByRole('dialog').getByRole('button', { name: 'Annulla l’ingresso' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Annulla l’ingresso' }).click()
    await look(page, 'desk, a reason missing', 'almeno 5 caratteri: chi rilegge')
    await page.getByRole('dialog').getByLabel('Perché').fill('Per errore')
    await page.getByRole('dialog').getByRole('button', { name: 'Annulla l’ingresso' }).click()
    await look(page, 'desk, check-in taken back', 'Ingresso tolto')
    await page
      .getByRole('button', { name: /^Prova Carico 1053/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Annulla la prenotazione' }).click()
    await look(page, 'desk, cancel', 'Non si può tornare indietro')

    await open(page, '/gestione/persone', 'desk, people', 'Ogni scheda si apre con un motivo')
    await page.getByLabel('Nome o cognome').fill('Carico')
    await page.getByRole('button', { name: 'Cerca' }).click()
    await look(page, 'desk, people found', 'Apri la scheda')
    await page
      .getByRole('link', { name: /^Apri la scheda/ })
      .first()
      .click()
    await look(page, 'desk, why a record', 'Perché apri questa scheda?')
    await page.getByLabel('Motivo').fill('Prova di accessibilità')
    await page.getByRole('button', { name: 'Apri la scheda' }).click()
    await look(page, 'desk, a record', 'Chi ha aperto questa scheda')
    await open(
      page,
      '/gestione/persone/nessuno',
      'desk, why a record of nobody',
      'Perché apri questa scheda?',
    )
    await open(page, '/gestione/pagina-che-non-c-e', 'desk, nowhere', 'Qui non c’è niente')

    await open(page, '/gestione/importa', 'desk, import', 'Oppure incolla qui le righe')
    await page
      .getByLabel('Oppure incolla qui le righe')
      .fill(
        `nome;cognome;telefono;risorsa;giorno;dalle;alle\nRosa;Prova;347 123 4567;seats;3/12/26;9:00;14:00`,
      )
    await page.getByRole('button', { name: 'Prova, senza scrivere niente' }).click()
    await look(page, 'desk, a list with a mistake', 'da correggere')

    await open(page, '/gestione/attesa', 'desk, who waits', 'Un posto che si libera passa da solo')
    await open(page, '/gestione/presenti', 'desk, who is here', 'Si aggiorna da solo')
    await open(page, '/gestione/telefonate', 'desk, calls', 'Chi non riceve e-mail lo sa da noi')
    await open(page, '/gestione/invii', 'desk, mails that did not leave', 'Vai alle telefonate')
    await open(page, '/gestione/chiusure', 'desk, closures', 'I giorni in cui non siamo aperti')
    await open(page, '/gestione/posti', 'desk, places', 'Un posto fuori uso non si dà a nessuno')
    await page.getByRole('button', { name: 'Segna fuori uso Postazione 9' }).click()
    await look(page, 'desk, a place out of order', 'Che cosa non va')
    await page.keyboard.press('Escape')

    await open(page, '/gestione/prenota', 'desk, new booking', 'Scegli prima per chi è')
    await page.getByRole('button', { name: 'Registra una persona nuova' }).click()
    await page.getByRole('button', { name: 'Registra', exact: true }).click()
    await look(page, 'desk, registration with mistakes', 'Scrivi il cognome.')
    await page.getByLabel('Nome', { exact: true }).fill('Ultima')
    await page.getByLabel('Cognome', { exact: true }).fill('Prova')
    await page.getByText('Nessun contatto: passa al banco').click()
    await page.getByText(/Ho letto o consegnato l’informativa/).click()
    await page.getByRole('button', { name: 'Registra', exact: true }).click()
    await look(page, 'desk, booking for somebody', 'Cambia persona')
    await page.getByRole('button', { name: 'Conferma la prenotazione' }).click()
    await look(page, 'desk, booked', 'Prenotato per Ultima Prova')
  })

  test('in what the desk asks before it opens, and in the pages of who looks after the staff', async () => {
    const { page } = await visit()
    await page.goto('/gestione/accesso')
    await page.getByRole('link', { name: 'Accedi', exact: true }).click()
    await page.getByRole('button', { name: /^(?!Senza).*operator-allumiere/ }).click()
    await look(page, 'desk, a phone to connect', 'Codice lungo, da scrivere a mano')
    await page.getByLabel('Codice di 6 cifre').fill('000000')
    await page.getByRole('button', { name: 'Collega il telefono' }).click()
    await look(page, 'desk, a wrong code', 'Il codice non è quello giusto')

    const { page: managers } = await visit({ persona: 'manager-allumiere' })
    await open(managers, '/gestione/accesso', 'desk, one’s own access', 'Collega un telefono')
    await open(managers, '/gestione/personale', 'desk, staff', 'Le ultime 50 azioni')
    await managers
      .getByRole('button', { name: /^Togli il ruolo/ })
      .first()
      .click()
    await look(managers, 'desk, a role to take back', 'Il ruolo finisce adesso')
    await managers.getByRole('button', { name: 'Lascia com’è' }).click()
    await managers.getByLabel('Nome o cognome').fill('Prova')
    await managers.getByRole('button', { name: 'Cerca' }).click()
    await managers.getByRole('button', { name: 'Scegli Ultima Prova' }).first().click()
    await managers.getByRole('button', { name: 'Dai il ruolo', exact: true }).click()
    await look(managers, 'desk, a role refused', 'nella sua scheda manca il codice fiscale')
  })

  test('and no page of the portal or of the desk was forgotten', () => {
    const forgotten = [...patternsOf(portalPatterns, ''), ...patternsOf(deskPatterns, '/gestione')].filter(
      (pattern) => ![...paths].some((path) => matches(pattern, path)),
    )
    expect(forgotten).toEqual([])
    expect(looked.length).toBeGreaterThan(60)
    process.stdout.write(`axe: ${looked.length} pages and states, twice each\n`)
  })
})

function patternsOf(patterns: Readonly<Record<string, string>>, base: string): readonly string[] {
  return Object.values(patterns).map((pattern) => base + pattern)
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}$`).test(path)
}
