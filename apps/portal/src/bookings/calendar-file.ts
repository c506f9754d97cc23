export type CalendarEntry = {
  readonly uid: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly title: string
  readonly place: string
  readonly note: string
}

/**
 * A calendar file (RFC 5545) with one appointment in the town's own clock: the zone travels with it, so a telephone
 * abroad shows the right hour.
 */
export function calendarFile(entry: CalendarEntry, madeAt: Date): string {
  const stamp = madeAt.toISOString().replace(/[-:]|\.\d+/g, '')
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Officine Municipali//Portale//IT',
    ...zoneOfRome,
    'BEGIN:VEVENT',
    `UID:${entry.uid}@officine-municipali`,
    `DTSTAMP:${stamp}`,
    `DTSTART;TZID=Europe/Rome:${localStamp(entry.day, entry.from)}`,
    `DTEND;TZID=Europe/Rome:${localStamp(entry.day, entry.to)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.note)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
}

// The European rule: last Sunday of March and of October, at 01:00 UTC (Directive 2000/84/EC).
const zoneOfRome = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Rome',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function localStamp(day: string, time: string): string {
  return `${day.replaceAll('-', '')}T${time.replace(':', '')}00`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')
}

/** Lines longer than 75 octets go on in the next, after a space. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const lines: string[] = []
  let current = ''
  for (const sign of line) {
    if (encoder.encode(current + sign).length > 74) {
      lines.push(current)
      current = ''
    }
    current += sign
  }
  return [...lines, current].join('\r\n ')
}
