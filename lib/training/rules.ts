import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Role } from '@/lib/platform/actor'

/** A training somebody holds, from a day, and until one where it runs out (6.50). */
export type Training = {
  readonly id: string
  readonly version: number
  readonly training: string
  readonly heldOn: IsoDate
  readonly untilOn: IsoDate | null
}

/** A member of staff with what they hold. */
export type TrainedPerson = {
  readonly membershipId: string
  readonly name: string
  readonly role: Role
  readonly trainings: readonly Training[]
}

const folded = (words: string) => words.trim().replace(/\s+/g, ' ').toLowerCase()

type Held = Pick<Training, 'training' | 'heldOn' | 'untilOn'>

/** Whether somebody holds a training on a day: the last day counts. */
export const holds = (trainings: readonly Held[], training: string, on: IsoDate): boolean =>
  trainings.some(
    (held) =>
      folded(held.training) === folded(training) &&
      held.heldOn <= on &&
      (held.untilOn === null || held.untilOn >= on),
  )

/** A provision in force whose catalogue entry asks for a training, with somebody who gives it and what they hold. */
export type TrainedGiving = {
  readonly pupilId: string
  readonly pupilName: string
  readonly className: string | null
  readonly cycleId: string
  readonly provisionId: string
  readonly what: string
  readonly needed: string
  readonly membershipId: string
  readonly name: string
  readonly trainings: readonly Held[]
}

/** Those who give a provision without the training that its catalogue entry asks for: to be thought about, no more (R11, 6.50, P67). */
export const lackingTraining = (givings: readonly TrainedGiving[], on: IsoDate): TrainedGiving[] =>
  givings.filter(({ trainings, needed }) => !holds(trainings, needed, on))

/** One person and one training they lack, with everyone they give it to. */
export type Lack = { readonly first: TrainedGiving; readonly pupils: readonly string[] }

/** The same by person and training: one thing to arrange, however many pupils it is for. */
export function lacksByPerson(lacking: readonly TrainedGiving[]): Lack[] {
  const lacks = new Map<string, Lack>()
  for (const giving of lacking) {
    const key = `${giving.membershipId} ${folded(giving.needed)}`
    const before = lacks.get(key) ?? { first: giving, pupils: [] }
    const pupils = before.pupils.includes(giving.pupilName)
      ? before.pupils
      : [...before.pupils, giving.pupilName]
    lacks.set(key, { ...before, pupils })
  }
  return [...lacks.values()]
}

/** Why a training cannot run from and to these days. */
export function trainingDaysProblem(
  { heldOn, untilOn }: { heldOn: IsoDate; untilOn: IsoDate | null },
  today: IsoDate,
): { field: 'heldOn' | 'untilOn'; message: string } | null {
  if (heldOn > today)
    return { field: 'heldOn', message: 'The day of the training must be today or in the past' }
  if (untilOn !== null && untilOn < heldOn)
    return { field: 'untilOn', message: 'The last day must be on or after the day of the training' }
  return null
}
