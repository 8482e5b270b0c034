import { type Actor, leadsSchool } from '@/lib/platform/actor'

type School = { schoolId: string }

const isHere = (actor: Actor, { schoolId }: School) => actor.schoolId === schoolId

export const oversightPolicy = {
  /** Whether duties are met: the SENCO and the head by pupil, the governor in figures only (1.13; P131, P132). */
  read: (actor: Actor, school: School): boolean =>
    isHere(actor, school) && (leadsSchool(actor) || actor.role === 'governor'),

  /** Figures as they are, with the pupils behind them; a governor is shown none below six. */
  readByPupil: (actor: Actor, school: School): boolean => isHere(actor, school) && leadsSchool(actor),
}
