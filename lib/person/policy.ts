import { type Actor, leadsSchool } from '@/lib/platform/actor'

export const personPolicy = {
  /** The SENCO and the headteacher say who works with the register (domain.md 1.13: users). */
  manage: (actor: Actor, subject: { schoolId: string }): boolean =>
    leadsSchool(actor) && actor.schoolId === subject.schoolId,
}
