import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const openQuestionPolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** What is still to be found out, by whom and by when, is said by a teacher of the pupil or those who lead (P19). */
  ask: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** Whoever works with the pupil may be asked to find something out. */
  find: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** What was found is written by whoever was asked, or by a teacher of the pupil. */
  answer: (actor: Actor, subject: PupilSubject, question: { ownerId: string }): boolean =>
    teachesPupil(actor, subject) ||
    (supportsPupil(actor, subject) && question.ownerId === actor.membershipId),
}
