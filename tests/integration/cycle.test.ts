import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { beginReview, goToPlan, startCycle } from '@/lib/cycle/commands'
import { CLOSED } from '@/lib/cycle/writing.rules'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aCycle, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const form = { startedOn: isoDate('2026-11-16') }

const cyclesOf = (pupil: { id: string }) =>
  look<Record<string, unknown>>(
    `SELECT number, stage, started_on::text, previous_id, activated_on, shared_at, version FROM cycles WHERE pupil_id = $1 ORDER BY number`,
    [pupil.id],
  )

const aClassroom = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  return { school, pupil, teacher, assistant }
}

describe('startCycle', () => {
  it('starts the first cycle at Assess, and no parent sees it yet', async () => {
    const { school, pupil } = await aClassroom()
    const mother = await aContact(pupil, { withAccount: true })
    const outcome = await startCycle(school.senco, pupil.id, form, now)
    expect(outcome.ok).toBe(true)
    expect(await cyclesOf(pupil)).toEqual([
      {
        number: 1,
        stage: 'assess',
        started_on: '2026-11-16',
        previous_id: null,
        activated_on: null,
        shared_at: null,
        version: 1,
      },
    ])
    expect(await auditOf(school)).toEqual(['cycle.started'])
    expect(await asActor(mother.actor, (tx) => tx.cycle.count())).toBe(0)
  })

  it('numbers the next one on and links it to the last', async () => {
    const { pupil, teacher } = await aClassroom()
    const last = await aCycle(pupil, { number: 4, stage: 'closed', closedOn: '2026-11-10' })
    expect((await startCycle(teacher.actor, pupil.id, form, now)).ok).toBe(true)
    expect((await cyclesOf(pupil))[1]).toMatchObject({ number: 5, previous_id: last.id, stage: 'assess' })
  })

  it('refuses a second while one is open, a day to come, and a pupil off the register, and keeps nothing', async () => {
    const { school, pupil } = await aClassroom()
    await aCycle(pupil)
    expect(await startCycle(school.senco, pupil.id, form, now)).toEqual({
      ok: false,
      problems: [
        { field: 'form', message: 'Cycle 1 is still open. Record its review before you start another' },
      ],
    })
    const fresh = await aPupil(school)
    const tomorrow = { startedOn: isoDate('2026-11-21') }
    expect(await startCycle(school.senco, fresh.id, tomorrow, now)).toMatchObject({
      problems: [{ field: 'startedOn' }],
    })
    const off = await aPupil(school, { status: 'none' })
    expect(await startCycle(school.senco, off.id, form, now)).toMatchObject({ problems: [{ field: 'form' }] })
    expect([await cyclesOf(fresh), await cyclesOf(off)]).toEqual([[], []])
    expect(await auditOf(school)).toEqual([])
  })

  it('makes one cycle of two clicks in the same moment', async () => {
    const { school, pupil, teacher } = await aClassroom()
    const both = await Promise.all([
      startCycle(school.senco, pupil.id, form, now),
      startCycle(teacher.actor, pupil.id, form, now),
    ])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await cyclesOf(pupil)).toHaveLength(1)
  })

  it('has Postgres itself refuse a second open cycle', async () => {
    const { school, pupil } = await aClassroom()
    await aCycle(pupil)
    await expect(
      insert('cycles', {
        school_id: school.id,
        id: newId(),
        pupil_id: pupil.id,
        number: 2,
        started_on: '2026-11-16',
      }),
    ).rejects.toThrow(/cycles_one_open/)
  })

  it('is for those who teach the pupil or lead the school', async () => {
    const { school, pupil, assistant } = await aClassroom()
    const stranger = await aMember(school, 'class-teacher')
    const governor = await aMember(school, 'governor')
    const mother = await aContact(pupil, { withAccount: true })
    const elm = await aSchool({ name: 'Elm Road Primary' })
    await expect(startCycle(assistant.actor, pupil.id, form, now)).rejects.toThrow(NotAllowed)
    for (const actor of [stranger.actor, governor.actor, mother.actor, elm.senco])
      await expect(startCycle(actor, pupil.id, form, now)).rejects.toThrow(NotFound)
    expect(await cyclesOf(pupil)).toEqual([])
  })

  it('is kept from a teacher of other pupils by Postgres, whatever the app believes', async () => {
    const { school, pupil } = await aClassroom()
    const stranger = await aMember(school, 'class-teacher', { pupils: [pupil] })
    await expect(startCycle(stranger.actor, pupil.id, form, now)).rejects.toThrow(NotFound)
  })
})

describe('the steps from stage to stage', () => {
  it('go from Assess to Plan, and from Do to Review, each once', async () => {
    const { school, pupil, teacher } = await aClassroom()
    const cycle = await aCycle(pupil, { stage: 'assess', activatedOn: null, shared: false })
    expect(await goToPlan(teacher.actor, cycle.id, 1, now)).toEqual({ ok: true, value: null })
    expect(await goToPlan(teacher.actor, cycle.id, 2, now)).toMatchObject({ ok: false })
    expect(await cyclesOf(pupil)).toMatchObject([{ stage: 'plan', version: 2 }])

    const other = await aPupil(school)
    const inForce = await aCycle(other)
    expect(await beginReview(school.senco, inForce.id, 1, now)).toEqual({ ok: true, value: null })
    expect(await cyclesOf(other)).toMatchObject([{ stage: 'review', version: 2 }])
    expect(await auditOf(school)).toEqual(['cycle.assessed', 'cycle.review-begun'])
  })

  it('are refused in words when the cycle is closed, or not there yet', async () => {
    const { school, pupil } = await aClassroom()
    const closed = await aCycle(pupil, { stage: 'closed', closedOn: '2026-11-10' })
    const refused = { ok: false, problems: [{ field: 'form', message: CLOSED }] }
    expect(await goToPlan(school.senco, closed.id, 1, now)).toEqual(refused)
    expect(await beginReview(school.senco, closed.id, 1, now)).toEqual(refused)
    const draft = await aCycle(await aPupil(school), { stage: 'plan', activatedOn: null })
    expect(await beginReview(school.senco, draft.id, 1, now)).toMatchObject({ ok: false })
  })

  it('tell the second of two people, and keep to those who may', async () => {
    const { school, pupil, assistant } = await aClassroom()
    const cycle = await aCycle(pupil, { stage: 'assess', activatedOn: null })
    await goToPlan(school.senco, cycle.id, 1, now)
    await expect(goToPlan(school.senco, cycle.id, 1, now)).rejects.toThrow(ChangedElsewhere)
    await expect(goToPlan(assistant.actor, cycle.id, 2, now)).rejects.toThrow(NotAllowed)
    const elm = await aSchool({ name: 'Elm Road Primary' })
    await expect(beginReview(elm.senco, cycle.id, 2, now)).rejects.toThrow(NotFound)
    expect(await auditOf(school)).toEqual(['cycle.assessed'])
  })
})
