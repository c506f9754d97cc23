/** The reminders of a booking: the day before for everybody, shortly before for who asked. */
export type ReminderTopic = 'booking-reminder' | 'booking-reminder-soon'

const minute = 60_000
const leadMinutes: Readonly<Record<ReminderTopic, number>> = {
  'booking-reminder': 24 * 60,
  'booking-reminder-soon': 2 * 60,
}

/** Past its moment by more than this, a reminder is left unsaid: late, it only alarms. */
export const reminderGraceMinutes = 30

export interface Reminder {
  readonly topic: ReminderTopic
  readonly at: Date
}

export function isReminder(topic: string): topic is ReminderTopic {
  return topic in leadMinutes
}

/**
 * When the reminders of a booking are due: elapsed hours before it begins, like every `hoursBefore` of a town's rules, so that no clock
 * change skips or doubles one. Those whose moment has come already are left out: who books an hour ahead was told just now.
 */
export function remindersOf(startsAt: Date, now: Date): readonly Reminder[] {
  return Object.keys(leadMinutes)
    .filter(isReminder)
    .map((topic) => ({ topic, at: reminderAt(topic, startsAt) }))
    .filter(({ at }) => at > now)
}

/** The moment of one reminder. */
export function reminderAt(topic: ReminderTopic, startsAt: Date): Date {
  return new Date(startsAt.getTime() - leadMinutes[topic] * minute)
}

/** Whether it is too late to say it. */
export function isReminderLate(at: Date, now: Date): boolean {
  return now.getTime() > at.getTime() + reminderGraceMinutes * minute
}
