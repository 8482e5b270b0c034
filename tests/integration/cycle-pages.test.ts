import { describe, expect, it } from 'vitest'
import { getAssess, getAssessmentPart, getSource } from '@/lib/assessment/queries'
import type { CyclePlace } from '@/lib/cycle/hold.reads'
import { getPlan, getPlanPart } from '@/lib/cycle/plan.queries'
import { getCycle, getStart } from '@/lib/cycle/queries'
import { getDo } from '@/lib/do-note/queries'
import { getOutcome } from '@/lib/outcome/queries'
import type { Actor } from '@/lib/platform/actor'
import { onStatement } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { getProvision } from '@/lib/provision/queries'
import { getReview } from '@/lib/review/queries'
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
import { insert, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const aDraft = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const before = await aCycle(pupil, { number: 1, stage: 'closed', closedOn: '2026-11-02' })
  const cycle = await aCycle(pupil, {
    ...{ number: 2, previousId: before.id, stage: 'plan', activatedOn: null, reviewDue: null, shared: false },
  })
  return {
    school,
    pupil,
    teacher,
    assistant,
    mother,
    before,
    cycle,
    place: { pupilId: pupil.id, cycleId: cycle.id },
  }
}

type Page = (actor: Actor, place: CyclePlace) => Promise<unknown>

const READ: Record<string, Page> = {
  cycle: (actor, place) => getCycle(actor, place, now),
  assess: (actor, place) => getAssess(actor, place, now),
  plan: (actor, place) => getPlan(actor, place, now),
  do: (actor, place) => getDo(actor, place, now),
  review: (actor, place) => getReview(actor, place, now),
  'a new source': (actor, place) => getSource(actor, place, null, now),
}

const WRITE: Record<string, Page> = {
  'a part of the assessment': (actor, place) => getAssessmentPart(actor, place, now),
  'a part of the plan': (actor, place) => getPlanPart(actor, place, now),
  'a new outcome': (actor, place) => getOutcome(actor, place, null, now),
  'a new provision': (actor, place) => getProvision(actor, place, null, now),
}

describe.each(Object.entries({ ...READ, ...WRITE }))('the page of %s', (name, open) => {
  it('is there for those who work with the pupil, and nobody else', async () => {
    const { school, pupil, teacher, assistant, mother, cycle, place } = await aDraft()
    const stranger = await aMember(school, 'class-teacher')
    const governor = await aMember(school, 'governor')
    const elm = await aSchool({ name: 'Elm Road Primary' })
    for (const actor of [stranger.actor, governor.actor, mother.actor, elm.senco])
      await expect(open(actor, place)).rejects.toThrow(NotFound)
    expect(await auditOf(school)).toEqual([])

    await open(school.senco, place)
    await open(teacher.actor, place)
    if (name in READ) await open(assistant.actor, place)
    else await expect(open(assistant.actor, place)).rejects.toThrow(NotFound)
    expect(new Set(await auditOf(school))).toEqual(new Set(['pupil.opened']))

    const sibling = await aPupil(school)
    await expect(open(school.senco, { pupilId: sibling.id, cycleId: cycle.id })).rejects.toThrow(NotFound)
    await expect(open(school.senco, { pupilId: pupil.id, cycleId: newId() })).rejects.toThrow(NotFound)
  })
})

describe.each(Object.entries(WRITE))('the page of %s', (_name, open) => {
  it('is not there once the plan is in force or the cycle closed', async () => {
    const { school, before } = await aDraft()
    const inForce = await aCycle(await aPupil(school))
    for (const { pupilId, id } of [before, inForce])
      await expect(open(school.senco, { pupilId, cycleId: id })).rejects.toThrow(NotFound)
  })
})

describe('getStart', () => {
  it('offers the next number, or says why not', async () => {
    const { school, pupil, assistant } = await aDraft()
    const fresh = await aPupil(school)
    expect(await getStart(school.senco, fresh.id, now)).toMatchObject({
      number: 1,
      problem: null,
      today: '2026-11-20',
    })
    expect(await getStart(school.senco, pupil.id, now)).toMatchObject({
      problem: 'Cycle 2 is still open. Record its review before you start another',
    })
    await expect(getStart(assistant.actor, pupil.id, now)).rejects.toThrow(NotAllowed)
    const elm = await aSchool({ name: 'Elm Road Primary' })
    await expect(getStart(elm.senco, pupil.id, now)).rejects.toThrow(NotFound)
  })
})

describe('what the pages say', () => {
  it('opens the next Assess with what the last review said', async () => {
    const { school, teacher, before, place } = await aDraft()
    const shared = { shared_at: '2026-11-02T15:00:00Z' }
    const reviewId = newId()
    const outcome = await anOutcome(before)
    await insert('reviews', {
      ...{
        school_id: school.id,
        id: reviewId,
        pupil_id: before.pupilId,
        cycle_id: before.id,
        due_on: '2026-10-30',
      },
      ...{
        held_on: '2026-11-02',
        decision: 'continue',
        decision_reason: 'Going well',
        recorded_by_id: teacher.id,
      },
      ...{ parent_views: 'She reads to her sister.', ...shared },
    })
    await insert('outcome_ratings', {
      ...{ school_id: school.id, id: newId(), pupil_id: before.pupilId, review_id: reviewId },
      ...{ outcome_id: outcome.id, rating: -1, attained: '31', ...shared },
    })
    const { lastReview } = await getAssess(school.senco, place, now)
    expect(lastReview).toMatchObject({
      ...{ cycleNumber: 1, heldOn: '2026-11-02', daysLate: 3, decision: 'continue' },
      ...{
        parentViews: 'She reads to her sister.',
        outcomes: [{ willDo: outcome.willDo, rating: -1, attained: '31' }],
      },
    })
  })

  it('asks about provision nobody noted for ten school days (R12)', async () => {
    const { school, teacher } = await aDraft()
    const inForce = await aCycle(await aPupil(school))
    const outcome = await anOutcome(inForce)
    const noted = await aProvision(inForce, [outcome])
    const quiet = await aProvision(inForce, [outcome], { what: 'Help card' })
    await aDoNote(inForce, teacher, { provisionId: noted.id, happenedOn: '2026-11-19' })
    const page = await getCycle(school.senco, { pupilId: inForce.pupilId, cycleId: inForce.id }, now)
    expect(page.quiet).toEqual([{ id: quiet.id, what: 'Help card', schoolDays: 44 }])
    expect(page.doNotes).toBe(1)
  })

  it('is quiet about a closed cycle', async () => {
    const { school, before } = await aDraft()
    await aProvision(before, [await anOutcome(before)])
    const place = { pupilId: before.pupilId, cycleId: before.id }
    expect(await getCycle(school.senco, place, now)).toMatchObject({ quiet: [], mayWrite: false })
    expect(await getDo(school.senco, place, now)).toMatchObject({ mayWrite: false })
    expect(await getReview(school.senco, place, now)).toMatchObject({ mayRecord: false, overdueDays: 0 })
  })

  it('takes as many statements for a long plan as for a short one', async () => {
    const { school, teacher } = await aDraft()
    const inForce = await aCycle(await aPupil(school))
    const place = { pupilId: inForce.pupilId, cycleId: inForce.id }
    let statements = 0
    onStatement(() => statements++)
    const count = async () => {
      const all: number[] = []
      for (const open of [getCycle, getAssess, getPlan, getDo, getReview]) {
        statements = 0
        await open(school.senco, place, now)
        all.push(statements)
      }
      return all
    }
    const grow = async () => {
      const outcome = await anOutcome(inForce)
      const provision = await aProvision(inForce, [outcome])
      await aDoNote(inForce, teacher, { provisionId: provision.id, outcomeId: outcome.id, measured: '20' })
    }
    await grow()
    const short = await count()
    for (let more = 0; more < 4; more++) await grow()
    expect(await count()).toEqual(short)
  })
})
