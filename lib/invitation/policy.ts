import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const invitationPolicy = {
  /** Who is asked and what they said is for those who work with the pupil; a parent has their own through the family's page. */
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Inviting and noting an answer is the work of whoever may arrange the meeting (6.67; 1.13). */
  invite: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** A parent answers for themselves; Postgres sees to it that the invitation is their own. */
  answer: (actor: Actor, subject: PupilSubject): boolean =>
    actor.role === 'parent' &&
    actor.schoolId === subject.schoolId &&
    actor.pupilIds.includes(subject.pupilId),
}
