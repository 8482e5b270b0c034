import { describe, expect, it } from 'vitest'
import { endAbsence, recordAbsence, withdrawAbsence } from '@/lib/absence/commands'
import { getAbsence, getAbsences } from '@/lib/absence/queries'
import type { AbsenceForm } from '@/lib/absence/schema'
import { recordStaffAbsence, withdrawStaffAbsence } from '@/lib/absence/staff.commands'
import { isoDate } from '@/lib/calendar/iso-date'
import { readPlan } from '@/lib/cycle/plan.reads'
import { supportInForce } from '@/lib/class/reads'
import { getCycle } from '@/lib/cycle/queries'
import { getToday } from '@/lib/flag/queries'
import { getPerson } from '@/lib/person/queries'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { getPupilPage } from '@/lib/pupil/queries'
import { schoolYearCalendar } from '@/lib/school/reads'
import { getTimeline } from '@/lib/timeline/queries'
import {
  aClass,
  aContact,
  aCycle,
  aDoNote,
  aMember,
  anOutcome,
  aPlanVersion,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const form = (from: string, until: string | null = null): AbsenceForm => ({
  ...{
    formKey: newId(),
    from: isoDate(from),
    until: until === null ? null : isoDate(until),
    reason: 'illness',
  },
})

/** A plan in force whose group nobody has noted for ten school days. */
const aQuietProvision = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil, { responsibleId: teacher.id, activatedOn: '2026-11-02' })
  const outcome = await anOutcome(cycle)
  const group = { deliveredById: assistant.id, perWeek: 3, minutes: 20 }
  const provision = await aProvision(cycle, [outcome], group)
  // ten school days before today
  await aDoNote(cycle, assistant, { provisionId: provision.id, happenedOn: '2026-11-06' })
  return { school, ash, pupil, teacher, assistant, mother, cycle }
}
type Scene = Awaited<ReturnType<typeof aQuietProvision>>

const quietOn = async ({ teacher, pupil, cycle }: Scene) => {
  const place = { pupilId: pupil.id, cycleId: cycle.id }
  const today = (await getToday(teacher.actor, now)).groups.flatMap(({ lines }) => lines)
  const [delivered] = (await getPupilPage(teacher.actor, pupil.id, now)).delivered
  return {
    onToday: today.filter(({ act }) => act.endsWith('given or not')).length,
    onPupil: delivered?.flags.filter(({ ruleId }) => ruleId === 'R12').length,
    onCycle: (await getCycle(teacher.actor, place, now)).quiet.length,
    planned: delivered?.soFar.planned,
  }
}

describe('a pupil who is away (R12, R13; 6.52)', () => {
  it('is asked nothing about, and nothing is planned, on Today, on the pupil’s page and in the cycle', async () => {
    const scene = await aQuietProvision()
    const { school, pupil, assistant, teacher } = scene
    expect(await quietOn(scene)).toEqual({ onToday: 1, onPupil: 1, onCycle: 1, planned: 26 })
    const week = form('2026-11-09', '2026-11-13')
    const twice = [week, week].map((each) => recordAbsence(assistant.actor, pupil.id, each, now))
    await Promise.all(twice)
    expect(await quietOn(scene)).toEqual({ onToday: 0, onPupil: 0, onCycle: 0, planned: 23 })
    const { absences } = await getAbsences(teacher.actor, pupil.id, now)
    expect(absences).toMatchObject([{ from: '2026-11-09', until: '2026-11-13', by: assistant.name }])
    // the family's plan counts alike, and it is on the timeline
    const { mother, cycle } = scene
    const planOf = (actor: Actor) =>
      asActor(actor, async (tx) =>
        readPlan(
          tx,
          { cycleId: cycle.id },
          await schoolYearCalendar(tx, school.id, isoDate('2026-11-20')),
          isoDate('2026-11-20'),
        ),
      )
    for (const actor of [mother.actor, school.senco])
      expect((await planOf(actor))?.provisions.map(({ delivery }) => delivery.planned)).toEqual([23])
    const { rows } = await getTimeline(
      teacher.actor,
      pupil.id,
      { year: null, kinds: ['away'], since: null },
      now,
    )
    expect(rows.map(({ on, what }) => [on, what])).toEqual([['2026-11-09', 'illness']])
    // taken back, it counts no more, and stays to be seen
    const place = { pupilId: pupil.id, absenceId: absences[0]!.id, version: 1 }
    expect(await withdrawAbsence(teacher.actor, place, now)).toEqual({ ok: true, value: null })
    expect(await quietOn(scene)).toMatchObject({ onToday: 1, planned: 26 })
    expect((await getAbsences(teacher.actor, pupil.id, now)).absences).toMatchObject([{ isWithdrawn: true }])
    await expect(getAbsence(teacher.actor, place, now)).rejects.toThrow(NotFound)
    expect((await auditOf(school)).filter((act) => act.startsWith('absence'))).toEqual([
      ...['absence.recorded', 'absence.withdrawn'],
    ])
  })

  it('has no last day until it is known; two who say it at once do not undo each other', async () => {
    const scene = await aQuietProvision()
    const { pupil, teacher, assistant, school } = scene
    await recordAbsence(teacher.actor, pupil.id, form('2026-11-18'), now)
    const sheet = (day: string) => asActor(teacher.actor, (tx) => supportInForce(tx, null, isoDate(day)))
    expect((await sheet('2026-11-17')).map(({ isAway }) => isAway)).toEqual([false])
    expect((await sheet('2026-11-20')).map(({ isAway }) => isAway)).toEqual([true])
    expect((await getToday(teacher.actor, now)).support).toMatchObject({ toNote: [], sessions: 0 })
    const [absence] = (await getAbsences(teacher.actor, pupil.id, now)).absences
    const place = { pupilId: pupil.id, absenceId: absence!.id, version: 1 }
    const until = (day: string) => ({ until: isoDate(day) })
    expect(await endAbsence(teacher.actor, place, until('2026-11-17'), now)).toMatchObject({
      ...{ ok: false, problems: [{ field: 'until' }] },
    })
    expect(await endAbsence(teacher.actor, place, until('2026-11-19'), now)).toEqual({
      ok: true,
      value: null,
    })
    await expect(endAbsence(assistant.actor, place, until('2026-11-18'), now)).rejects.toThrow(
      ChangedElsewhere,
    )
    expect((await sheet('2026-11-20')).map(({ isAway }) => isAway)).toEqual([false])
    expect(await recordAbsence(teacher.actor, pupil.id, form('2026-11-19'), now)).toMatchObject({ ok: false })
    expect((await auditOf(school)).filter((act) => act === 'absence.changed')).toHaveLength(1)
  })

  it('is written down by nobody who does not work with the pupil, and read by no parent', async () => {
    const { school, pupil, teacher, mother } = await aQuietProvision()
    await recordAbsence(teacher.actor, pupil.id, form('2026-11-18'), now)
    const absenceId = (await getAbsences(teacher.actor, pupil.id, now)).absences[0]!.id
    const elsewhere = (await aTeacherOf(school, await aClass(school), [])).actor
    const elm = (await aSchool({ name: 'Elm Road' })).senco
    for (const actor of [elsewhere, mother.actor, elm, (await aMember(school, 'governor')).actor]) {
      const place = { pupilId: pupil.id, absenceId, version: 1 }
      await expect(recordAbsence(actor, pupil.id, form('2026-11-02'), now)).rejects.toThrow(NotFound)
      await expect(withdrawAbsence(actor, place, now)).rejects.toThrow(NotFound)
      await expect(endAbsence(actor, place, { until: null }, now)).rejects.toThrow(NotFound)
      await expect(getAbsences(actor, pupil.id, now)).rejects.toThrow(NotFound)
      expect(await asActor(actor, (tx) => tx.pupilAbsence.count())).toBe(0)
    }
    // why and from when stay as they were written
    await expect(
      asActor(teacher.actor, (tx) => tx.$executeRaw`UPDATE pupil_absences SET reason = 'other'`),
    ).rejects.toThrow()
  })
})

describe('staff who are away (R10; 6.49)', () => {
  it('are not late with a plan that was published meanwhile', async () => {
    const { school, pupil, teacher, assistant, cycle } = await aQuietProvision()
    await aPlanVersion(cycle, teacher, { publishedAt: '2026-11-09T09:00:00Z' })
    const late = async () =>
      (await getPupilPage(school.senco, pupil.id, now)).coverage?.readers
        .filter(({ wait }) => wait.isLate)
        .map(({ name }) => name)
        .sort()
    expect(await late()).toEqual([assistant.name, teacher.name].sort())
    const { formKey, from, until } = form('2026-11-09', '2026-11-18')
    await recordStaffAbsence(school.senco, assistant.id, { formKey, from, until }, now)
    expect(await late()).toEqual([teacher.name])
    const [absence] = (await getPerson(school.senco, assistant.id, now)).away!.absences
    const place = { membershipId: assistant.id, absenceId: absence!.id, version: 1 }
    await withdrawStaffAbsence(school.senco, place, now)
    expect(await late()).toHaveLength(2)
    await expect(withdrawStaffAbsence(school.senco, place, now)).rejects.toThrow(ChangedElsewhere)
    expect((await auditOf(school)).filter((act) => act.startsWith('staff-absence'))).toHaveLength(2)
  })

  it('is written down by those who lead the school, of its own staff and no parent', async () => {
    const { school, teacher, assistant, mother } = await aQuietProvision()
    const { formKey, from, until } = form('2026-11-09', '2026-11-18')
    const days = { formKey, from, until }
    const elm = (await aSchool({ name: 'Elm Road' })).senco
    for (const actor of [teacher.actor, assistant.actor, mother.actor, elm])
      await expect(recordStaffAbsence(actor, assistant.id, days, now)).rejects.toThrow(NotFound)
    await expect(recordStaffAbsence(school.senco, mother.member!.id, days, now)).rejects.toThrow(NotFound)
    expect(await recordStaffAbsence(school.senco, assistant.id, days, now)).toEqual({ ok: true, value: null })
    expect(
      await recordStaffAbsence(school.senco, assistant.id, { ...days, formKey: newId() }, now),
    ).toMatchObject({ ok: false })
    expect(await asActor(mother.actor, (tx) => tx.staffAbsence.count())).toBe(0)
  })
})
