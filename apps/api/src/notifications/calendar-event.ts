import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'

export interface CalendarEvent {
  readonly bookingId: string
  /** How often the booking has changed: a calendar believes the highest it has seen (RFC 5545, 3.8.7.4). */
  readonly sequence: number
  readonly isCancelled: boolean
  readonly startsAt: Date
  readonly endsAt: Date
  readonly title: string
  readonly place: string
  readonly description: string
  readonly url: string
  readonly organizer: { readonly name: string; readonly email: string }
  readonly attendee: { readonly name: string; readonly email: string }
  readonly now: Date
}

/** The booking as a calendar file, in UTC: whatever zone the reader's device stands in shows the right hour. The same UID as the portal's download. */
export function calendarEvent(event: CalendarEvent): {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly content: string
} {
  const method = event.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = ical({ prodId: '//Officine Municipali//Posta//IT', method })
  calendar.createEvent({
    id: `${event.bookingId}@officine-municipali`,
    sequence: event.sequence,
    stamp: event.now,
    start: event.startsAt,
    end: event.endsAt,
    summary: event.title,
    location: event.place,
    description: event.description,
    url: event.url,
    status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: event.organizer,
    attendees: [
      {
        ...event.attendee,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED, // they booked it: there is nothing to answer
        rsvp: false,
      },
    ],
  })
  return { method: event.isCancelled ? 'CANCEL' : 'REQUEST', content: calendar.toString() }
}
