import type { IsoDate } from '@/lib/calendar/iso-date'
import type { DemoPupil } from './demo-acts'
import { weeksBefore } from './demo-days'
import type { DemoStaff } from './demo-people'
import type { DemoYear } from './demo-year'

/** A school of the demo: its year, its people, and today. */
export type Setting = { year: DemoYear; staff: DemoStaff[]; senco: string; today: IsoDate }

const working = ({ staff }: Setting, role: DemoStaff['role'], { className }: { className: string | null }) =>
  staff.find((person) => person.role === role && person.classes.some((name) => name === className))?.id

/** The class teacher of a pupil; the SENCO where nobody is named. */
export const teacherOf = (setting: Setting, pupil: { className: string | null }): string =>
  working(setting, 'class-teacher', pupil) ?? setting.senco

/** The assistant of a pupil's class, if it has one. */
export const assistantOf = (setting: Setting, pupil: { className: string | null }): string | undefined =>
  working(setting, 'teaching-assistant', pupil)

/** Some whose support began this term have not been told yet. */
export const isToBeTold = ({ statusFrom }: DemoPupil, index: number, today: IsoDate): boolean =>
  statusFrom !== null && statusFrom > weeksBefore(today, 12) && index % 3 === 1

/** A pupil of the story by name. */
export function named(pupils: readonly DemoPupil[], name: string): DemoPupil {
  const found = pupils.find(({ givenName, familyName }) => `${givenName} ${familyName}` === name)
  if (!found) throw new Error(`the story knows ${name}, the roll does not`)
  return found
}
