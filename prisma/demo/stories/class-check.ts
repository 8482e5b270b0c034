import { randomUUID } from 'node:crypto'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { checkClass } from '@/lib/class-check/commands'
import type { Actor } from '@/lib/platform/actor'
import { must } from '../demo-acts'
import { on } from '../demo-days'

/** A class checked as a whole: most get on as expected, and one is found who was on nobody's list (6.17, P02). */
export async function tellCheck(
  teacher: Actor,
  {
    classId,
    pupils,
    found,
    tooEarly,
    on: day,
  }: {
    classId: string
    pupils: readonly { id: string }[]
    found: readonly { id: string }[]
    tooEarly: readonly { id: string }[]
    on: IsoDate
  },
): Promise<void> {
  const among = (some: readonly { id: string }[], { id }: { id: string }) => some.some((one) => one.id === id)
  const form = {
    formKey: randomUUID(),
    pupils: pupils.map((pupil) => ({
      pupilId: pupil.id,
      progress: among(found, pupil)
        ? ('less-than-expected' as const)
        : among(tooEarly, pupil)
          ? ('too-early' as const)
          : ('as-expected' as const),
      signs: among(found, pupil) ? (['slower-than-peers'] as const).slice() : [],
    })),
  }
  await must(checkClass(teacher, classId, form, on(day)))
}
