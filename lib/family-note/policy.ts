import { type Actor, knowsPupil, type PupilSubject } from '@/lib/platform/actor'

export const familyNotePolicy = {
  /** A parent's own notes are theirs: nobody at school reads them, nor the other parent (P83). */
  write: (actor: Actor, subject: PupilSubject): boolean =>
    actor.role === 'parent' && knowsPupil(actor, subject),
}
