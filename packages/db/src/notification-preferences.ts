import { and, eq } from 'drizzle-orm'
import { notificationPreference } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type Preference = Pick<
  typeof notificationPreference.$inferSelect,
  'language' | 'dayBefore' | 'twoHoursBefore' | 'calendarFile' | 'prefersPhone'
>

/** How a person said they want to be told; undefined for who has said nothing. */
export async function findPreference(
  tx: TenantTransaction,
  personId: string,
): Promise<Preference | undefined> {
  const [row] = await tx
    .select({
      language: notificationPreference.language,
      dayBefore: notificationPreference.dayBefore,
      twoHoursBefore: notificationPreference.twoHoursBefore,
      calendarFile: notificationPreference.calendarFile,
      prefersPhone: notificationPreference.prefersPhone,
    })
    .from(notificationPreference)
    .where(
      and(eq(notificationPreference.tenantId, tx.tenantId), eq(notificationPreference.personId, personId)),
    )
  return row
}

/** Writes how a person wants to be told, over what they said before. */
export async function savePreference(
  tx: TenantTransaction,
  personId: string,
  preference: Preference,
  now: Date,
): Promise<void> {
  await tx
    .insert(notificationPreference)
    .values({ tenantId: tx.tenantId, personId, ...preference, changedAt: now })
    .onConflictDoUpdate({
      target: [notificationPreference.tenantId, notificationPreference.personId],
      set: { ...preference, changedAt: now },
    })
}
