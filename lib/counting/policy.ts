import type { Actor } from '@/lib/platform/actor'

type OfSchool = { schoolId: string }

export const countingPolicy = {
  /** How meetings are counted is no secret among the staff: whoever is asked to hold them may know the rule (R21). */
  read: (actor: Actor, subject: OfSchool): boolean =>
    actor.role !== 'parent' && actor.schoolId === subject.schoolId,
}
