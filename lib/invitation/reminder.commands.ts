import 'server-only'
import { type IsoDate, plusDays, schoolDay } from '@/lib/calendar/iso-date'
import { sendLater } from '@/lib/mail/outbox.commands'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { noteEntry } from './entries.commands'

type Due = { id: string; pupilId: string; meetingId: string; contactId: string; on: IsoDate }

/**
 * Reminds those invited, some days before their meeting as the school has set: by email, once for each day a meeting is
 * on, never those who cannot come, were asked only today, or have been shut out. Siblings met together are one reminder.
 */
export async function remindInvited(tx: SchoolTx, actor: Actor, now: Date): Promise<number> {
  const { reminderDays } = await tx.school.findUniqueOrThrow({
    where: { id: actor.schoolId },
    select: { reminderDays: true },
  })
  if (reminderDays === 0) return 0
  const today = schoolDay(now)
  const due = await tx.$queryRaw<Due[]>`
    SELECT i.id::text, i.pupil_id::text AS "pupilId", i.meeting_id::text AS "meetingId", i.contact_id::text AS "contactId",
      m.held_on::text AS "on"
    FROM meeting_invitations i
    JOIN parent_meetings m ON m.school_id = i.school_id AND m.id = i.meeting_id
    JOIN contacts c ON c.school_id = i.school_id AND c.id = i.contact_id
    JOIN pupil_contacts t ON t.school_id = i.school_id AND t.pupil_id = i.pupil_id AND t.contact_id = i.contact_id
    WHERE m.status = 'booked' AND m.held_on BETWEEN ${today}::date AND ${plusDays(today, reminderDays)}::date
      AND c.email IS NOT NULL AND i.answer IS DISTINCT FROM 'no'
      AND NOT (t.restricted_from IS NOT NULL AND t.restricted_from <= m.held_on
        AND (t.restricted_until IS NULL OR t.restricted_until >= ${today}::date))
      AND NOT EXISTS (SELECT FROM meeting_invitations j
        JOIN parent_meetings n ON n.school_id = j.school_id AND n.id = j.meeting_id AND n.status = 'booked'
        WHERE j.school_id = i.school_id AND j.contact_id = i.contact_id AND n.sitting_id = m.sitting_id AND j.id < i.id)
      AND EXISTS (SELECT FROM invitation_entries e WHERE e.school_id = i.school_id AND e.meeting_id = i.meeting_id
        AND e.contact_id = i.contact_id AND e.kind IN ('offered', 'moved') AND e.happened_on < ${today}::date)
      AND NOT EXISTS (SELECT FROM invitation_entries e WHERE e.school_id = i.school_id AND e.meeting_id = i.meeting_id
        AND e.contact_id = i.contact_id AND e.kind = 'moved' AND e.happened_on = ${today}::date)`
  let reminded = 0
  for (const { id, pupilId, meetingId, contactId, on } of due) {
    const key = `reminder:${id}:${on}`
    const mailId = await sendLater(tx, actor, { kind: 'meeting-reminder', pupilId, aboutId: id, key }, now)
    if (mailId === null) continue
    await noteEntry(
      tx,
      actor,
      { pupilId, meetingId, contactId },
      { kind: 'reminded', method: 'email', mailId },
      now,
    )
    reminded += 1
  }
  return reminded
}
