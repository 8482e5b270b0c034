import { type Actor, leadsSchool, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const reviewPolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Parents' and pupil's views go into the review, but a teacher of the pupil or the SENCO writes it (6.54; 1.13). */
  record: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** A round of many reviews at once is for those who record them. */
  round: (actor: Actor): boolean => leadsSchool(actor) || actor.role === 'class-teacher',

  /** Another day is agreed by the same people who hold the review (6.53). */
  move: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** That SEN support ends is decided by the SENCO or the headteacher (6.14; 1.13). */
  stepDown: (actor: Actor, subject: PupilSubject): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
