import { type Actor, leadsSchool } from '@/lib/platform/actor'

type Register = { schoolId: string }

const worksHere = (actor: Actor, { schoolId }: Register) => actor.schoolId === schoolId

export const registerPolicy = {
  /**
   * Staff who teach or support pupils see the register, each the pupils they know: row-level security keeps the
   * rest away. A governor has figures without names, a parent their own child's page (domain.md 1.13).
   */
  list: (actor: Actor, register: Register): boolean =>
    worksHere(actor, register) &&
    (leadsSchool(actor) || actor.role === 'class-teacher' || actor.role === 'teaching-assistant'),

  /** A file with every pupil's needs in it leaves the service: those who answer for the whole school may take it. */
  export: (actor: Actor, register: Register): boolean => worksHere(actor, register) && leadsSchool(actor),

  /** The register comes from the MIS by import, or a pupil at a time (1.13). */
  fill: (actor: Actor, register: Register): boolean => worksHere(actor, register) && leadsSchool(actor),
}
