import { type Actor, type PupilSubject, supportsPupil, teachesPupil } from '@/lib/platform/actor'

type Written = PupilSubject & { readonly writtenById: string }

export const doNotePolicy = {
  read: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** Whoever teaches or supports the pupil notes what was given, an assistant too (6.52; 1.13). */
  write: (actor: Actor, subject: PupilSubject): boolean => supportsPupil(actor, subject),

  /** What somebody wrote is put right by them, while they work with the pupil, or by the SENCO. */
  correct: (actor: Actor, subject: Written): boolean =>
    supportsPupil(actor, subject) && (actor.membershipId === subject.writtenById || actor.role === 'senco'),

  /** Those who teach the pupil look at what others give, and ask back (6.52; P49, P50). */
  oversee: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),

  /** Whoever wrote the note answers a question about it, or the SENCO (P50). */
  answer: (actor: Actor, subject: Written): boolean =>
    supportsPupil(actor, subject) && (actor.membershipId === subject.writtenById || actor.role === 'senco'),
}
