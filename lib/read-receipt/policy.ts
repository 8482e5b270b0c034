import { type Actor, leadsSchool, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

export const readReceiptPolicy = {
  /** Whoever works with the pupil reads the plan, says so for themselves, and sees who else has (6.49). */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Whoever leads the school sees it of everyone, and asks those who have not read it (R10). */
  coverage: (actor: Actor, subject: { schoolId: string }): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
