import { type Actor, leadsSchool } from '@/lib/platform/actor'

type OfSchool = { schoolId: string }

export const schoolPolicy = {
  /** Term dates are no secret among the staff. */
  readCalendar: (actor: Actor, subject: OfSchool): boolean =>
    actor.role !== 'parent' && actor.schoolId === subject.schoolId,

  /** What decides how 6.65 is counted is set by those who answer for it (domain.md 1.13: settings). */
  setUp: (actor: Actor, subject: OfSchool): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
