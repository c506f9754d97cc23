import type { FastifyInstance } from 'fastify'
import { insertExport } from '@officine/db/regione-sessions'
import { isQuarter } from '@officine/domain/usage/quarter'
import { findOfficerOf } from '../regione-context.ts'
import type { RegioneOptions } from '../regione-context.ts'
import { csvOf } from './csv-of.ts'
import { readOverview } from './read-overview.ts'

/** `GET /esporta/enti.csv?trimestre=2026-Q3`: the table of the towns as a file; who took it away is written down. */
export function registerExportTowns(app: FastifyInstance, options: RegioneOptions): void {
  app.get<{ Querystring: { trimestre?: unknown } }>(
    '/esporta/enti.csv',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const officer = await findOfficerOf(request, options)
      if (officer === undefined)
        return reply.header('cache-control', 'no-store').redirect('/accedi?ritorno=%2F', 303)
      const { trimestre } = request.query
      const asked = typeof trimestre === 'string' && isQuarter(trimestre) ? trimestre : undefined
      const now = options.now()
      const overview = await readOverview(options, asked, now)
      if (overview === undefined) return reply.code(404).send({ message: 'Nothing has been released yet.' })
      const { quarter, isWhole, isFinal } = overview.quarter
      const rows = overview.towns.filter(({ seats, bookings }) => seats > 0 || bookings > 0)
      await insertExport(options.office, {
        officerId: officer.id,
        what: `enti ${quarter}`,
        rowCount: rows.length,
        now,
      })
      const header = [
        'ente',
        'trimestre',
        'trimestre concluso',
        'dati definitivi',
        'posti',
        'prenotazioni',
        'presenze',
        'posti usati %',
      ]
      const lines = rows.map(({ name, seats, bookings, peoplePresent, occupancy }) => [
        name,
        quarter,
        isWhole ? 'sì' : 'no',
        isFinal ? 'sì' : 'no',
        seats,
        bookings,
        peoplePresent,
        occupancy ?? '',
      ])
      const title = overview.edition.isSample ? [['DATI DI ESEMPIO']] : []
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="enti-${quarter}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(csvOf([...title, header, ...lines]))
    },
  )
}
