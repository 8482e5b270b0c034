import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { currentPlan } from '@/lib/cycle/reads'
import { correctMeasurement, recordMeasurement } from '@/lib/measurement/commands'
import { getMeasurements, getMeasurementToCorrect } from '@/lib/measurement/queries'
import { measuredOutcomes } from '@/lib/measurement/reads'
import type { MeasurementCorrection, MeasurementForm } from '@/lib/measurement/schema'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import {
  aClass,
  aContact,
  aCycle,
  aDoNote,
  aMember,
  anOutcome,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T15:20:00Z')
const today = isoDate('2026-11-20')

async function aMeasuredPlan() {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], {
    role: 'teaching-assistant',
    givenName: 'Joan',
    familyName: 'Pickering',
  })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil)
  const outcome = await anOutcome(cycle)
  const provision = await aProvision(cycle, [outcome])
  const place = { cycleId: cycle.id, outcomeId: outcome.id }
  return { school, pupil, teacher, assistant, mother, cycle, outcome, provision, place }
}

const form = (over: Partial<MeasurementForm> = {}): MeasurementForm => ({
  ...{ formKey: newId(), value: '31', note: null, measuredOn: today, audience: 'staff' },
  ...over,
})
const correction = (over: Partial<MeasurementCorrection> = {}): MeasurementCorrection => ({
  ...{ formKey: newId(), keep: 'changed', value: '21', note: null, measuredOn: today, why: 'Counted twice' },
  ...over,
})

const idOf = <T>(outcome: { ok: true; value: T } | { ok: false }) => {
  if (!outcome.ok) throw new Error('refused')
  return outcome.value
}

describe('recordMeasurement', () => {
  it('stands beside what Do notes measured, in the order of the days, with the phases of the support', async () => {
    const { school, teacher, assistant, cycle, outcome, place } = await aMeasuredPlan()
    await aDoNote(cycle, assistant, { happenedOn: '2026-10-09', outcomeId: outcome.id, measured: '24' })
    const both = await Promise.all(
      [1, 2].map(() =>
        recordMeasurement(assistant.actor, place, form({ formKey: place.outcomeId, note: 'Tired' }), now),
      ),
    )
    expect(both[0]).toEqual(both[1])
    const [measured] = await asActor(teacher.actor, (tx) => measuredOutcomes(tx, { cycleId: cycle.id }))
    expect(measured).toMatchObject({
      ...{
        baseline: '16',
        baselineOn: '2026-09-08',
        target: '40',
        by: '2026-12-04',
        reviewDue: '2026-12-04',
      },
      phases: [{ what: 'Precision teaching', from: '2026-09-14' }],
    })
    expect(measured?.points).toEqual([
      expect.objectContaining({ on: '2026-10-09', value: '24', byItself: false }),
      expect.objectContaining({
        on: '2026-11-20',
        value: '31',
        note: 'Tired',
        by: 'Joan Pickering',
        byItself: true,
        doNoteId: null,
      }),
    ])
    expect(await auditOf(school)).toEqual(['measurement.recorded'])
    // The plan on one page says the same "now".
    const plan = await asActor(teacher.actor, async (tx) =>
      currentPlan(tx, cycle.pupilId, await schoolYearCalendar(tx, school.id, today), today),
    )
    expect(plan?.outcomes[0]?.latest).toEqual({ value: '31', on: '2026-11-20' })
  })

  it('shows parents what was shared with them, and nothing else', async () => {
    const { teacher, mother, cycle, place } = await aMeasuredPlan()
    await recordMeasurement(teacher.actor, place, form({ value: '28', audience: 'parents' }), now)
    await recordMeasurement(teacher.actor, place, form(), now)
    const [seen] = await asActor(mother.actor, (tx) => measuredOutcomes(tx, { cycleId: cycle.id }))
    expect(seen?.points.map(({ value }) => value)).toEqual(['28'])
  })

  it('refuses a day that has not come, a draft and a closed cycle, and keeps nothing', async () => {
    const { school, teacher, place } = await aMeasuredPlan()
    expect(
      await recordMeasurement(teacher.actor, place, form({ measuredOn: isoDate('2026-11-21') }), now),
    ).toMatchObject({
      problems: [{ field: 'measuredOn' }],
    })
    const draft = await aCycle(await aPupil(school), { stage: 'plan', activatedOn: null })
    const outcome = await anOutcome(draft)
    expect(
      await recordMeasurement(school.senco, { cycleId: draft.id, outcomeId: outcome.id }, form(), now),
    ).toMatchObject({
      problems: [{ message: 'The plan is not in force yet, so there is nothing to note' }],
    })
    expect(await auditOf(school)).toEqual([])
  })

  it('is there for nobody but those who teach or support the pupil', async () => {
    const { school, pupil, mother, place } = await aMeasuredPlan()
    const other = await aMeasuredPlan()
    const stranger = await aMember(school, 'class-teacher')
    const governor = await aMember(school, 'governor')
    for (const actor of [mother.actor, stranger.actor, governor.actor, other.school.senco]) {
      await expect(recordMeasurement(actor, place, form(), now)).rejects.toThrow(NotFound)
      await expect(getMeasurements(actor, { pupilId: pupil.id, ...place }, now)).rejects.toThrow(NotFound)
    }
    const mixed = { ...place, outcomeId: other.outcome.id }
    await expect(recordMeasurement(school.senco, mixed, form(), now)).rejects.toThrow(NotFound)
  })
})

describe('correctMeasurement', () => {
  it('replaces a value and keeps what stood there; taken back, it counts no more', async () => {
    const { school, pupil, assistant, teacher, mother, cycle, place } = await aMeasuredPlan()
    const { measurementId } = idOf(
      await recordMeasurement(assistant.actor, place, form({ audience: 'parents' }), now),
    )
    const second = idOf(
      await correctMeasurement(assistant.actor, { ...place, measurementId }, correction(), now),
    )
    const values = async (actor: typeof teacher.actor) =>
      (await asActor(actor, (tx) => measuredOutcomes(tx, { cycleId: cycle.id })))[0]?.points.map(
        ({ value }) => value,
      )
    // What parents could read is put right for them too.
    for (const actor of [teacher.actor, mother.actor]) expect(await values(actor)).toEqual(['21'])
    const page = await getMeasurements(teacher.actor, { pupilId: pupil.id, ...place }, now)
    expect(page.mayCorrect).toEqual([])
    expect(page.replaced).toMatchObject([
      {
        value: '31',
        writtenBy: 'Joan Pickering',
        why: 'Counted twice',
        replacedBy: 'Joan Pickering',
        replacedOn: '2026-11-20',
      },
    ])
    await expect(
      correctMeasurement(assistant.actor, { ...place, measurementId }, correction(), now),
    ).rejects.toThrow(ChangedElsewhere)
    const takenBack = correction({ keep: 'taken-back', value: null, why: 'Another pupil’s' })
    await correctMeasurement(school.senco, { ...place, measurementId: second.measurementId }, takenBack, now)
    for (const actor of [teacher.actor, mother.actor]) expect(await values(actor)).toEqual([])
    expect(
      (await getMeasurements(teacher.actor, { pupilId: pupil.id, ...place }, now)).replaced,
    ).toHaveLength(2)
    expect(await auditOf(school)).toEqual(
      expect.arrayContaining(['measurement.recorded', 'measurement.corrected']),
    )
    await expect(
      asActor(school.senco, (tx) => tx.measurement.updateMany({ data: { value: '1' } })),
    ).rejects.toThrow(/permission denied/)
  })

  it('is for who wrote it and the SENCO', async () => {
    const { school, pupil, assistant, teacher, mother, place } = await aMeasuredPlan()
    const { measurementId } = idOf(await recordMeasurement(assistant.actor, place, form(), now))
    const which = { ...place, measurementId }
    await expect(correctMeasurement(teacher.actor, which, correction(), now)).rejects.toThrow(NotAllowed)
    await expect(
      getMeasurementToCorrect(teacher.actor, { pupilId: pupil.id, ...which }, now),
    ).rejects.toThrow(NotFound)
    for (const actor of [mother.actor, (await aSchool()).senco])
      await expect(correctMeasurement(actor, which, correction(), now)).rejects.toThrow(NotFound)
    expect(await getMeasurementToCorrect(school.senco, { pupilId: pupil.id, ...which }, now)).toMatchObject({
      measurement: { value: '31' },
    })
  })
})
