import { type Actor, knowsPupil, type PupilSubject, teachesPupil } from '@/lib/platform/actor'

export const recordQuestionPolicy = {
  /** A parent asks about a record they may read; Postgres decides which those are (P84). */
  ask: (actor: Actor, subject: PupilSubject): boolean =>
    actor.role === 'parent' && knowsPupil(actor, subject),

  /** Whoever may write the record explains it. */
  answer: (actor: Actor, subject: PupilSubject): boolean => teachesPupil(actor, subject),
}
