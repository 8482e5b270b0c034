import 'server-only'
import { v7 } from 'uuid'
import { changedFields } from '@/lib/audit/changes.rules'
import { audit } from '@/lib/audit/commands'
import { dayAndMonth, schoolDay } from '@/lib/calendar/iso-date'
import { boundsOf, type SchoolYear, schoolYearName } from '@/lib/calendar/school-year'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { schoolPolicy } from './policy'
import { calendarProblems, closedDaysOf } from './rules'
import type { CalendarForm, SettingsForm } from './schema'
import { mayKeepYear, storedYear } from './years.reads'

const mustSetUp = (actor: Actor, what: string) => {
  if (!schoolPolicy.setUp(actor, actor)) throw new NotAllowed(what)
}

/**
 * Sets the terms and closed days of one school year, all anew. `version` is the one the form was opened with, 0
 * where the school had not set that year: the first of two people sets it, the second is told.
 */
export async function saveCalendar(
  actor: Actor,
  year: SchoolYear,
  version: number,
  form: CalendarForm,
  now: Date,
): Promise<Outcome<null>> {
  mustSetUp(actor, `set the calendar of ${year}`)
  if (!mayKeepYear(year, schoolDay(now))) throw new NotFound(`school year ${year}`)
  return asActor(actor, async (tx) => {
    const bounds = boundsOf(year, await yearBegins(tx, actor))
    const problems = calendarProblems(bounds, form)
    if (problems.length > 0) return { ok: false, problems }

    const days = { firstDay: toDateColumn(bounds.firstDay), lastDay: toDateColumn(bounds.lastDay) }
    const schoolYearId = await takeYear(tx, actor, { year, version, days })
    const of = { schoolId: actor.schoolId, schoolYearId }
    const closedDays = closedDaysOf(form.closures)
    await tx.term.deleteMany({ where: { schoolYearId } })
    await tx.closedDay.deleteMany({ where: { schoolYearId } })
    await tx.term.createMany({
      data: form.terms.map(({ name, firstDay, lastDay }) => ({
        ...of,
        name,
        firstDay: toDateColumn(firstDay),
        lastDay: toDateColumn(lastDay),
      })),
    })
    await tx.closedDay.createMany({
      data: closedDays.map(({ day, reason }) => ({ ...of, day: toDateColumn(day), reason })),
    })
    const details = { year, terms: form.terms.length, closedDays: closedDays.length }
    await audit(tx, actor, { action: 'calendar.set', subjectId: schoolYearId, details }, now)
    return { ok: true, value: null }
  })
}

type YearToTake = { year: SchoolYear; version: number; days: { firstDay: Date; lastDay: Date } }

/** The id of the year, with its version moved on, so that nobody else's form of before fits it any more. */
async function takeYear(tx: SchoolTx, actor: Actor, { year, version, days }: YearToTake): Promise<string> {
  const stored = await storedYear(tx, year)
  if (stored) {
    const next = { ...days, version: { increment: 1 } }
    const taken = await tx.schoolYear.updateMany({ where: { id: stored.id, version }, data: next })
    if (taken.count === 0) throw new ChangedElsewhere(`school year ${year}`)
    return stored.id
  }
  const id = v7()
  const made = await tx.schoolYear.createMany({
    data: { schoolId: actor.schoolId, id, ...days },
    skipDuplicates: true,
  })
  if (version !== 0 || made.count === 0) throw new ChangedElsewhere(`school year ${year}`)
  return id
}

const yearBegins = async (tx: SchoolTx, { schoolId }: Actor) =>
  (await tx.school.findUniqueOrThrow({ where: { id: schoolId }, select: { yearBegins: true } })).yearBegins

/** Changes what the school may set. A new first day of the school year moves every year that is set (8.3). */
export async function saveSettings(
  actor: Actor,
  version: number,
  form: SettingsForm,
  now: Date,
): Promise<Outcome<null>> {
  mustSetUp(actor, 'change the settings')
  return asActor(actor, async (tx) => {
    const before = await tx.school.findUniqueOrThrow({ where: { id: actor.schoolId } })
    const fields = changedFields(before, form)
    if (fields.includes('yearBegins')) {
      const problem = await moveYears(tx, form.yearBegins)
      if (problem) return refuse('yearBegins.day', problem)
    }
    const saved = await tx.school.updateMany({
      where: { id: actor.schoolId, version },
      data: { ...form, version: { increment: 1 } },
    })
    if (saved.count === 0) throw new ChangedElsewhere('settings')
    await audit(
      tx,
      actor,
      { action: 'settings.changed', subjectId: actor.schoolId, details: { fields } },
      now,
    )
    return { ok: true, value: null }
  })
}

/** Gives each year that is set its new first and last day, or says which of its terms would fall outside. */
async function moveYears(tx: SchoolTx, begins: string): Promise<string | null> {
  const years = await tx.schoolYear.findMany({
    select: { id: true, firstDay: true, terms: { select: { name: true, firstDay: true, lastDay: true } } },
  })
  for (const { id, firstDay, terms } of years) {
    const year = Number(fromDateColumn(firstDay).slice(0, 4)) as SchoolYear
    const bounds = boundsOf(year, begins)
    const outside = terms.find(
      (term) =>
        fromDateColumn(term.firstDay) < bounds.firstDay || fromDateColumn(term.lastDay) > bounds.lastDay,
    )
    if (outside)
      return `In ${schoolYearName(year)} the term ${outside.name} begins on ${dayAndMonth(fromDateColumn(outside.firstDay))}: change that calendar first`
    await tx.schoolYear.updateMany({
      where: { id },
      data: {
        firstDay: toDateColumn(bounds.firstDay),
        lastDay: toDateColumn(bounds.lastDay),
        version: { increment: 1 },
      },
    })
  }
  return null
}
