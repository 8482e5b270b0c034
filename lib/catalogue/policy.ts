import { type Actor, leadsSchool } from '@/lib/platform/actor'

type OfSchool = { schoolId: string }

export const cataloguePolicy = {
  /** Everyone who plans or gives support reads how it is run (6.49, 6.50). */
  read: (actor: Actor, school: OfSchool): boolean =>
    actor.schoolId === school.schoolId && actor.role !== 'parent' && actor.role !== 'governor',

  /** The SENCO and the head say what the school offers. */
  manage: (actor: Actor, school: OfSchool): boolean =>
    actor.schoolId === school.schoolId && leadsSchool(actor),
}
