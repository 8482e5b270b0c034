import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { asMember, type DemoPupil } from '../demo-acts'
import { ago, ahead } from '../demo-days'
import type { DemoYear } from '../demo-year'

/** One class whose stories are told in full, by the people who work in it. */
export type ClassSetting = {
  year: DemoYear
  today: IsoDate
  senco: Actor
  teacher: Actor
  assistant: Actor
  classId: string
  pupils: readonly DemoPupil[]
  /** So many school days before today, or after it. */
  ago: (days: number) => IsoDate
  ahead: (days: number) => IsoDate
}

/** The class, with its teacher and assistant as they sign in themselves. */
export async function classSetting(
  senco: Actor,
  {
    year,
    today,
    className,
    teacherId,
    assistantId,
    pupils,
  }: {
    year: DemoYear
    today: IsoDate
    className: string
    teacherId: string
    assistantId: string
    pupils: readonly DemoPupil[]
  },
): Promise<ClassSetting> {
  const own = pupils.filter((pupil) => pupil.className === className)
  const { id: classId } = await asActor(senco, (tx) =>
    tx.schoolClass.findFirstOrThrow({ where: { name: className }, select: { id: true } }),
  )
  return {
    year,
    today,
    senco,
    teacher: await asMember(senco, teacherId, own),
    assistant: await asMember(senco, assistantId, own),
    classId,
    pupils: own,
    ago: (days) => ago(year, today, days),
    ahead: (days) => ahead(year, today, days),
  }
}

/** The open cycle of a pupil, with what is given in it. */
export const openCycle = (actor: Actor, pupilId: string) =>
  asActor(actor, (tx) =>
    tx.cycle.findFirstOrThrow({
      where: { pupilId, stage: { not: 'closed' } },
      orderBy: { number: 'desc' },
      select: {
        id: true,
        version: true,
        reviewDue: true,
        outcomes: { where: { removedAt: null }, orderBy: { position: 'asc' }, select: { id: true } },
        provisions: {
          where: { removedAt: null, care: false },
          orderBy: { id: 'asc' },
          select: { id: true },
        },
      },
    }),
  )
