import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

export const assessmentPolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Views, strengths, barriers and the summary are written by a teacher of the pupil, with the SENCO (6.45; 1.13). */
  write: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** An assistant contributes what they see, signed and dated (6.45, P13; 1.13). */
  contribute: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** A source is corrected by whoever wrote it down, or by a teacher of the pupil. */
  correct: (actor: Actor, subject: PupilSubject, source: { writtenById: string }): boolean =>
    teachesPupil(actor, subject) ||
    (supportsPupil(actor, subject) && source.writtenById === actor.membershipId),
}
