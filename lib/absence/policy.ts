import { type Actor, leadsSchool, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

export const absencePolicy = {
  /** Everyone who works with the pupil knows when they are away, and may write it down (6.52). */
  record: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** When staff are away is written down by those who lead the school (R10). */
  recordStaff: (actor: Actor, { schoolId }: { schoolId: string }): boolean =>
    actor.schoolId === schoolId && leadsSchool(actor),
}
