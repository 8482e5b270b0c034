import { describe, expect, it } from 'vitest'
import {
  addSource,
  changeSource,
  saveParentViews,
  savePupilViews,
  saveSummary,
} from '@/lib/assessment/commands'
import { RESTED_ON } from '@/lib/assessment/own-words.rules'
import type { SourceForm } from '@/lib/assessment/schema'
import { isoDate } from '@/lib/calendar/iso-date'
import { CLOSED } from '@/lib/cycle/writing.rules'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aCycle, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const source: SourceForm = {
  kind: 'other-subjects',
  saidBy: 'Joan Pickering, teaching assistant',
  saidOn: isoDate('2026-11-16'),
  words: 'He waits for someone to start him off.',
  audience: 'staff',
}
const summary = { strengths: 'Remembers every story', barriers: null, summary: null }

const anAssessment = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil, { stage: 'assess', activatedOn: null, reviewDue: null, shared: false })
  return { school, pupil, teacher, assistant, mother, cycle }
}

const sourcesOf = (cycle: { id: string }) =>
  look<Record<string, unknown>>(
    `SELECT kind, said_by, said_on::text, words, written_by_id, shared_at IS NOT NULL AS shared, version FROM assessment_sources WHERE cycle_id = $1 ORDER BY id`,
    [cycle.id],
  )

const added = async (outcome: ReturnType<typeof addSource>) => {
  const result = await outcome
  if (!result.ok) throw new Error('not added')
  return result.value.sourceId
}

describe('addSource', () => {
  it('takes an assistant’s words, signed and dated, for staff only', async () => {
    const { school, cycle, assistant, mother } = await anAssessment()
    await added(addSource(assistant.actor, cycle.id, source, now))
    expect(await sourcesOf(cycle)).toEqual([
      {
        ...{ kind: 'other-subjects', said_by: source.saidBy, said_on: '2026-11-16', words: source.words },
        ...{ written_by_id: assistant.id, shared: false, version: 1 },
      },
    ])
    expect(await auditOf(school)).toEqual(['assessment.source-added'])
    expect(await asActor(mother.actor, (tx) => tx.assessmentSource.count())).toBe(0)
  })

  it('shows a parent what was shared', async () => {
    const { cycle, teacher, mother } = await anAssessment()
    await added(addSource(teacher.actor, cycle.id, { ...source, audience: 'parents' }, now))
    expect(await asActor(mother.actor, (tx) => tx.assessmentSource.count())).toBe(1)
  })

  it('makes one source of two taps', async () => {
    const { cycle, assistant } = await anAssessment()
    const both = await Promise.all([1, 2].map(() => added(addSource(assistant.actor, cycle.id, source, now))))
    expect(new Set(both).size).toBe(1)
    expect(await sourcesOf(cycle)).toHaveLength(1)
  })

  it('refuses a day to come, and anything once the plan is in force or the cycle closed', async () => {
    const { school, cycle, teacher } = await anAssessment()
    const tomorrow = { ...source, saidOn: isoDate('2026-11-21') }
    expect(await addSource(teacher.actor, cycle.id, tomorrow, now)).toMatchObject({
      problems: [{ field: 'saidOn' }],
    })
    const inForce = await aCycle(await aPupil(school))
    expect(await addSource(school.senco, inForce.id, source, now)).toMatchObject({
      problems: [{ field: 'form', message: RESTED_ON }],
    })
    const closed = await aCycle(await aPupil(school), { stage: 'closed', closedOn: '2026-11-10' })
    expect(await addSource(school.senco, closed.id, source, now)).toMatchObject({
      problems: [{ message: CLOSED }],
    })
    expect(await auditOf(school)).toEqual([])
  })

  it('is not there for those who do not work with the pupil', async () => {
    const { school, cycle, mother } = await anAssessment()
    const stranger = await aMember(school, 'teaching-assistant')
    const governor = await aMember(school, 'governor')
    const elm = await aSchool({ name: 'Elm Road Primary' })
    for (const actor of [stranger.actor, governor.actor, mother.actor, elm.senco])
      await expect(addSource(actor, cycle.id, source, now)).rejects.toThrow(NotFound)
  })
})

describe('changeSource', () => {
  it('puts it right, and tells the second of two people', async () => {
    const { school, cycle, assistant, teacher } = await anAssessment()
    const id = await added(addSource(assistant.actor, cycle.id, source, now))
    expect(
      await changeSource(assistant.actor, id, 1, { ...source, words: 'He waits, then starts.' }, now),
    ).toEqual({ ok: true, value: null })
    await expect(changeSource(teacher.actor, id, 1, source, now)).rejects.toThrow(ChangedElsewhere)
    expect(await sourcesOf(cycle)).toMatchObject([
      { words: 'He waits, then starts.', version: 2, written_by_id: assistant.id },
    ])
    expect(await auditOf(school)).toEqual(['assessment.source-added', 'assessment.source-changed'])
  })

  it('is not an assistant’s to do with what somebody else wrote', async () => {
    const { cycle, assistant, teacher } = await anAssessment()
    const id = await added(addSource(teacher.actor, cycle.id, source, now))
    await expect(changeSource(assistant.actor, id, 1, source, now)).rejects.toThrow(NotAllowed)
  })
})

describe('the assessment', () => {
  it('keeps each page by itself, in one row', async () => {
    const { school, cycle, teacher } = await anAssessment()
    const said = {
      parentViews: 'He loves maps.',
      parentViewsFrom: 'Farah Khan, his mother',
      parentViewsOn: isoDate('2026-11-17'),
    }
    const pupil = {
      pupilViews: 'I like it one to one.',
      pupilViewsHow: 'talked' as const,
      pupilViewsOn: isoDate('2026-11-18'),
    }
    expect(await saveParentViews(teacher.actor, cycle.id, 0, said, now)).toEqual({ ok: true, value: null })
    expect(await savePupilViews(teacher.actor, cycle.id, 1, pupil, now)).toEqual({ ok: true, value: null })
    expect(await saveSummary(teacher.actor, cycle.id, 2, summary, now)).toEqual({ ok: true, value: null })
    const rows = await look(
      `SELECT parent_views, parent_views_from, parent_views_on::text, pupil_views, pupil_views_how, pupil_views_on::text, strengths, version, shared_at FROM assessments WHERE cycle_id = $1`,
      [cycle.id],
    )
    expect(rows).toEqual([
      {
        ...{
          parent_views: 'He loves maps.',
          parent_views_from: 'Farah Khan, his mother',
          parent_views_on: '2026-11-17',
        },
        ...{ pupil_views: 'I like it one to one.', pupil_views_how: 'talked', pupil_views_on: '2026-11-18' },
        ...{ strengths: 'Remembers every story', version: 3, shared_at: null },
      },
    ])
    expect(await auditOf(school)).toEqual(['assessment.kept', 'assessment.kept', 'assessment.kept'])
  })

  it('tells the second of two people who began it, and keeps the first one’s words', async () => {
    const { school, cycle, teacher } = await anAssessment()
    await saveSummary(teacher.actor, cycle.id, 0, summary, now)
    await expect(
      saveSummary(school.senco, cycle.id, 0, { ...summary, strengths: 'Other' }, now),
    ).rejects.toThrow(ChangedElsewhere)
    expect(await look(`SELECT strengths FROM assessments WHERE cycle_id = $1`, [cycle.id])).toEqual([
      { strengths: 'Remembers every story' },
    ])
    expect(await auditOf(school)).toEqual(['assessment.kept'])
  })

  it('refuses views of tomorrow beside their day', async () => {
    const { cycle, teacher } = await anAssessment()
    const said = {
      parentViews: 'He loves maps.',
      parentViewsFrom: 'Farah Khan',
      parentViewsOn: isoDate('2026-11-21'),
    }
    expect(await saveParentViews(teacher.actor, cycle.id, 0, said, now)).toMatchObject({
      problems: [{ field: 'parentViewsOn' }],
    })
    expect(await look(`SELECT 1 FROM assessments WHERE cycle_id = $1`, [cycle.id])).toEqual([])
  })

  it('is written by teachers of the pupil, and not once the cycle is closed', async () => {
    const { school, cycle, assistant, mother } = await anAssessment()
    await expect(saveSummary(assistant.actor, cycle.id, 0, summary, now)).rejects.toThrow(NotAllowed)
    await expect(saveSummary(mother.actor, cycle.id, 0, summary, now)).rejects.toThrow(NotFound)
    const closed = await aCycle(await aPupil(school), { stage: 'closed', closedOn: '2026-11-10' })
    expect(await saveSummary(school.senco, closed.id, 0, summary, now)).toMatchObject({
      problems: [{ message: CLOSED }],
    })
  })
})
