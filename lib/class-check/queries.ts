import 'server-only'
import { v7 } from 'uuid'
import { auditEach } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { classLines } from '@/lib/class/reads'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { classCheckPolicy } from './policy'
import { type ClassPupil, lastChecks, latestCheck, pupilsToCheck } from './reads'
import { type ClassCheck, found, isCheckedThisTerm, termOn } from './rules'

export type CheckPage = {
  classId: string
  className: string
  pupils: ClassPupil[]
  latest: ClassCheck | null
  /** Those the latest check found, of whom nobody has raised a concern yet. */
  found: ClassCheck['pupils']
  isChecked: boolean
  termName: string | null
  mayMake: boolean
  formKey: string
  today: IsoDate
}

/** The page on which a teacher checks a whole class, and what the last check found (6.17, P02). */
export function getClassCheck(actor: Actor, classId: string, now: Date): Promise<CheckPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const line = (await classLines(tx, actor.membershipId, today)).find(({ id }) => id === classId)
    const subject = { schoolId: actor.schoolId, isOwn: line?.isOwn ?? false }
    if (!line || !classCheckPolicy.read(actor, subject)) throw new NotFound(`class ${classId}`)
    const calendar = await schoolYearCalendar(tx, actor.schoolId, today)
    const latest = await latestCheck(tx, classId, today)
    const opened = (latest?.pupils ?? []).map(({ pupilId }) => ({
      ...{ action: 'pupil.opened' as const, subjectId: pupilId, pupilId, details: { page: 'class-check' } },
    }))
    await auditEach(tx, actor, opened, now)
    return {
      classId,
      className: line.name,
      pupils: await pupilsToCheck(tx, classId, today),
      latest,
      found: found(latest?.pupils ?? []),
      isChecked: isCheckedThisTerm(latest?.checkedOn ?? null, calendar.terms, today),
      termName: termOn(calendar.terms, today)?.name ?? null,
      mayMake: classCheckPolicy.make(actor, subject),
      formKey: v7(),
      today,
    }
  })
}

export type ClassChecks = {
  /** The day each class was last checked, and whether that was this term. */
  checks: { classId: string; lastCheckedOn: IsoDate | null; isChecked: boolean }[]
  termName: string | null
  /** For those who lead: the classes of the school that were not checked this term. */
  unchecked: { classId: string; name: string }[]
}

/** When each class one may open was last checked; for those who lead, which were not checked this term (P02). */
export function listClassChecks(actor: Actor, now: Date): Promise<ClassChecks> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const lines = await classLines(tx, actor.membershipId, today)
    const { terms } = await schoolYearCalendar(tx, actor.schoolId, today)
    const last = await lastChecks(tx)
    const checks = lines
      .filter(({ isOwn }) => classCheckPolicy.read(actor, { schoolId: actor.schoolId, isOwn }))
      .map(({ id, name }) => {
        const lastCheckedOn = last.get(id) ?? null
        return { classId: id, name, lastCheckedOn, isChecked: isCheckedThisTerm(lastCheckedOn, terms, today) }
      })
    return {
      checks,
      termName: termOn(terms, today)?.name ?? null,
      unchecked: leadsSchool(actor) ? checks.filter(({ isChecked }) => !isChecked) : [],
    }
  })
}
