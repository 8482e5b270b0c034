import { type Actor, type PupilSubject, supportsPupil } from '@/lib/platform/actor'

type Written = PupilSubject & { readonly writtenById: string }

export const observationPolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Whoever teaches or supports the pupil may watch and write down what they see, an assistant too (6.45; 1.13). */
  write: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** What somebody wrote is put right by them, or by the SENCO. */
  correct: (actor: Actor, subject: Written): boolean =>
    supportsPupil(actor, subject) && (actor.membershipId === subject.writtenById || actor.role === 'senco'),
}
