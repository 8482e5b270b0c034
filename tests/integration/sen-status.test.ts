import { describe, expect, it } from 'vitest'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { endStatus, recordEhcPlan, startSenSupport } from '@/lib/sen-status/commands'
import { setNeeds } from '@/lib/sen-status/needs.commands'
import { getRegisterEntry } from '@/lib/sen-status/queries'
import { ehcPlanForm, endStatusForm, needsForm, senSupportForm } from '@/lib/sen-status/schema'
import {
  aClass,
  aContact,
  aCycle,
  aMember,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
  type TestPupil,
} from '@/tests/factories'
import { boxes } from '@/tests/factories/family'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const support = (over: Record<string, unknown> = {}) =>
  senSupportForm.parse({
    fromOn: boxes('2026-11-16'),
    reasons: ['less-than-expected-progress', 'specialist-advice'],
    note: 'Reads 16 of 50 words.',
    mainNeed: 'SLCN',
    ...over,
  })
const ehcPlan = (over: Record<string, unknown> = {}) =>
  ehcPlanForm.parse({ fromOn: boxes('2026-11-16'), note: '', mainNeed: 'SLCN', ...over })
const ending = (over: Record<string, unknown> = {}) =>
  endStatusForm.parse({
    lastDay: boxes('2026-11-19'),
    reason: 'needs-met',
    note: 'Reached all three.',
    ...over,
  })
const needs = (rows: [string, string?][], from = '2026-11-16') =>
  needsForm.parse({
    fromOn: boxes(from),
    needs: Object.fromEntries(rows.map(([code, broadArea = ''], row) => [row, { code, broadArea }])),
  })

const statusesOf = (pupil: TestPupil) =>
  look(
    'SELECT status, from_on::text, until_on::text, reason, end_reason FROM sen_statuses WHERE pupil_id = $1 ORDER BY from_on',
    [pupil.id],
  )
const needsOf = (pupil: TestPupil) =>
  look<{ code: string; rank: number; broad_area: string | null; from_on: string; until_on: string | null }>(
    'SELECT code, rank, broad_area, from_on::text, until_on::text FROM sen_needs WHERE pupil_id = $1 ORDER BY from_on, rank, id',
    [pupil.id],
  )
const openNeedsOf = async (pupil: TestPupil) =>
  (await needsOf(pupil))
    .filter(({ until_on }) => until_on === null)
    .map(({ rank, code }) => `${rank} ${code}`)
const versionOf = async (pupil: TestPupil) =>
  (await look<{ version: number }>('SELECT version FROM pupils WHERE id = $1', [pupil.id]))[0]?.version

describe('putting a pupil on SEN support', () => {
  it('keeps from when and why, with the main need, and writes the trail', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school, { status: 'none' })
    expect(await startSenSupport(school.senco, pupil.id, 1, support(), now)).toEqual({
      ok: true,
      value: null,
    })
    expect(await statusesOf(pupil)).toEqual([
      {
        status: 'sen-support',
        from_on: '2026-11-16',
        until_on: null,
        reason:
          'Less than expected progress, in spite of good teaching aimed at it; Advice from a specialist.\nReads 16 of 50 words.',
        end_reason: null,
      },
    ])
    expect(await needsOf(pupil)).toEqual([
      { code: 'SLCN', rank: 1, broad_area: null, from_on: '2026-11-16', until_on: null },
    ])
    expect(await auditOf(school)).toEqual(['sen-support.started'])
    expect(await versionOf(pupil)).toBe(2)
  })

  it.each([
    ['a day to come', { fromOn: boxes('2026-11-21') }, 'fromOn', /today or in the past/],
    ['a need with no area of its own', { mainNeed: 'OTH' }, 'broadArea', /Select an area/],
    [
      'a need from before its code',
      { mainNeed: 'DS', broadArea: 'cognition-and-learning', fromOn: boxes('2024-12-31') },
      'mainNeed',
      /could not be chosen/,
    ],
    ['a code that is none', { mainNeed: 'XX' }, 'mainNeed', /from the list/],
  ])('refuses %s, and keeps nothing', async (_what, over, field, message) => {
    const school = await aSchool()
    const pupil = await aPupil(school, { status: 'none' })
    expect(await startSenSupport(school.senco, pupil.id, 1, support(over), now)).toEqual({
      ok: false,
      problems: [{ field, message: expect.stringMatching(message) as string }],
    })
    expect([
      await statusesOf(pupil),
      await needsOf(pupil),
      await auditOf(school),
      await versionOf(pupil),
    ]).toEqual([[], [], [], 1])
  })

  it('refuses a pupil who is on it already, and a time that overlaps an earlier one', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    expect(await startSenSupport(school.senco, pupil.id, 1, support(), now)).toMatchObject({
      ok: false,
      problems: [{ field: 'fromOn', message: expect.stringMatching(/since 3 September 2025/) as string }],
    })
    const former = await aPupil(school, { statusUntil: '2026-11-16' })
    expect(await startSenSupport(school.senco, former.id, 1, support(), now)).toMatchObject({ ok: false })
    expect(
      await startSenSupport(school.senco, former.id, 1, support({ fromOn: boxes('2026-11-17') }), now),
    ).toMatchObject({ ok: true })
  })

  it('is made once when it is sent twice at the same time', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school, { status: 'none' })
    const both = await Promise.allSettled(
      [1, 2].map(() => startSenSupport(school.senco, pupil.id, 1, support(), now)),
    )
    expect(both.filter((each) => each.status === 'fulfilled' && each.value.ok)).toHaveLength(1)
    expect(await statusesOf(pupil)).toHaveLength(1)
  })
})

describe('an EHC plan', () => {
  it('closes SEN support on the day before, and keeps the need that stays', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    expect(await recordEhcPlan(school.senco, pupil.id, 1, ehcPlan({ mainNeed: 'ASD' }), now)).toMatchObject({
      ok: true,
    })
    expect(await statusesOf(pupil)).toMatchObject([
      {
        status: 'sen-support',
        from_on: '2025-09-03',
        until_on: '2026-11-15',
        end_reason: 'An EHC plan began',
      },
      { status: 'ehc-plan', from_on: '2026-11-16', until_on: null },
    ])
    expect(await openNeedsOf(pupil)).toEqual(['1 ASD', '2 SLCN'])
    expect(await auditOf(school)).toEqual(['ehc-plan.started'])
  })

  it('does not go with "no specialist assessment", as main need or beside it', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school, { need: 'NSA' })
    expect(
      await recordEhcPlan(
        school.senco,
        pupil.id,
        1,
        ehcPlan({ mainNeed: 'NSA', broadArea: 'cognition-and-learning' }),
        now,
      ),
    ).toMatchObject({
      ok: false,
      problems: [{ field: 'mainNeed' }],
    })
    expect(await recordEhcPlan(school.senco, pupil.id, 1, ehcPlan(), now)).toMatchObject({ ok: true })
    expect(await openNeedsOf(pupil)).toEqual(['1 SLCN'])
  })

  it('is refused from before SEN support began', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    expect(
      await recordEhcPlan(school.senco, pupil.id, 1, ehcPlan({ fromOn: boxes('2025-09-03') }), now),
    ).toMatchObject({ ok: false, problems: [{ field: 'fromOn' }] })
  })
})

describe('taking a pupil off the register', () => {
  it('ends the status and the needs on the last day and closes the open cycle as it stands', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const cycle = await aCycle(pupil)
    expect(await endStatus(school.senco, pupil.id, 1, ending(), now)).toEqual({ ok: true, value: null })
    expect(await statusesOf(pupil)).toMatchObject([
      {
        until_on: '2026-11-19',
        end_reason: 'Good progress: what is ordinarily given to all is enough now.\nReached all three.',
      },
    ])
    expect(await openNeedsOf(pupil)).toEqual([])
    expect(await look('SELECT stage, closed_on::text FROM cycles WHERE id = $1', [cycle.id])).toEqual([
      { stage: 'closed', closed_on: '2026-11-19' },
    ])
    expect(await auditOf(school)).toEqual(['cycle.closed', 'sen-support.ended'])
  })

  it('marks that the pupil left, and only then', async () => {
    const school = await aSchool()
    const stays = await aPupil(school)
    const leaves = await aPupil(school)
    await endStatus(school.senco, stays.id, 1, ending(), now)
    await endStatus(school.senco, leaves.id, 1, ending({ reason: 'left-school' }), now)
    const rolls = await look('SELECT on_roll_until::text FROM pupils WHERE id = ANY ($1) ORDER BY id', [
      [stays.id, leaves.id],
    ])
    expect(rolls).toEqual([{ on_roll_until: null }, { on_roll_until: '2026-11-19' }])
  })

  it('refuses a day to come, a day before it began, and a pupil who is on nothing', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const refused = { ok: false, problems: [{ field: 'lastDay' }] }
    expect(
      await endStatus(school.senco, pupil.id, 1, ending({ lastDay: boxes('2026-11-21') }), now),
    ).toMatchObject(refused)
    expect(
      await endStatus(school.senco, pupil.id, 1, ending({ lastDay: boxes('2025-09-02') }), now),
    ).toMatchObject(refused)
    const none = await aPupil(school, { status: 'none' })
    expect(await endStatus(school.senco, none.id, 1, ending(), now)).toMatchObject({
      ok: false,
      problems: [{ field: 'form' }],
    })
    expect(await auditOf(school)).toEqual([])
  })
})

describe('needs', () => {
  it('are ranked from a day on, and those before are kept with their days', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    expect(
      await setNeeds(
        school.senco,
        pupil.id,
        1,
        needs([['ASD'], ['SLCN'], ['OTH', 'cognition-and-learning']]),
        now,
      ),
    ).toMatchObject({ ok: true })
    expect(await needsOf(pupil)).toEqual([
      { code: 'SLCN', rank: 1, broad_area: null, from_on: '2025-09-03', until_on: '2026-11-15' },
      { code: 'ASD', rank: 1, broad_area: null, from_on: '2026-11-16', until_on: null },
      { code: 'SLCN', rank: 2, broad_area: null, from_on: '2026-11-16', until_on: null },
      { code: 'OTH', rank: 3, broad_area: 'cognition-and-learning', from_on: '2026-11-16', until_on: null },
    ])
    expect(
      (await getRegisterEntry(school.senco, pupil.id, 'needs', now)).pupil.needs.map(({ code }) => code),
    ).toEqual(['ASD', 'SLCN', 'OTH'])
    expect(await setNeeds(school.senco, pupil.id, 2, needs([['SLCN']]), now)).toMatchObject({ ok: true })
    // what was put right on its first day never held
    expect(
      (await getRegisterEntry(school.senco, pupil.id, 'needs', now)).pupil.needs.map(({ code }) => code),
    ).toEqual(['SLCN'])
  })

  it.each([
    ['twice the same', [['SLCN'], ['SLCN']], '2026-11-16', 'needs.1.code'],
    ['a type with no area and none chosen', [['SLCN'], ['DS']], '2026-11-16', 'needs.1.broadArea'],
    ['a day to come', [['ASD']], '2026-11-21', 'fromOn'],
    ['a day before those it changes', [['ASD']], '2025-09-02', 'fromOn'],
  ] as [string, [string, string?][], string, string][])(
    'are refused: %s',
    async (_what, rows, from, field) => {
      const school = await aSchool()
      const pupil = await aPupil(school)
      expect(await setNeeds(school.senco, pupil.id, 1, needs(rows, from), now)).toMatchObject({
        ok: false,
        problems: [{ field }],
      })
      expect(await openNeedsOf(pupil)).toEqual(['1 SLCN'])
    },
  )

  it('are offered by what the census knows on the day, areas first', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    await insert('sen_needs', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      code: 'MLD',
      rank: 2,
      from_on: '2025-09-03',
    })
    const entry = await getRegisterEntry(school.senco, pupil.id, 'needs', now)
    expect(entry.needChoices).toHaveLength(14)
    expect(
      entry.needChoices
        .slice(-3)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['DS', 'NSA', 'OTH'])
    expect(await auditOf(school)).toEqual(['pupil.opened'])
  })
})

describe('who decides', () => {
  it('is the SENCO or the headteacher of the school, on a form that is not stale', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
    const other = await aTeacherOf(school, await aClass(school), [])
    const mother = await aContact(pupil, { withAccount: true })
    const governor = await aMember(school, 'governor')
    const elm = await aSchool()
    const acts = [
      (actor: typeof school.senco) => startSenSupport(actor, pupil.id, 1, support(), now),
      (actor: typeof school.senco) => recordEhcPlan(actor, pupil.id, 1, ehcPlan(), now),
      (actor: typeof school.senco) => endStatus(actor, pupil.id, 1, ending(), now),
      (actor: typeof school.senco) => setNeeds(actor, pupil.id, 1, needs([['ASD']]), now),
      (actor: typeof school.senco) => getRegisterEntry(actor, pupil.id, 'needs', now),
    ]
    for (const act of acts) {
      for (const { actor } of [teacher, assistant]) await expect(act(actor)).rejects.toThrow(NotAllowed)
      for (const actor of [other.actor, mother.actor, governor.actor, elm.senco])
        await expect(act(actor)).rejects.toThrow(NotFound)
    }
    await expect(recordEhcPlan(school.senco, pupil.id, 2, ehcPlan(), now)).rejects.toThrow(ChangedElsewhere)
    await expect(endStatus(school.senco, pupil.id, 2, ending(), now)).rejects.toThrow(ChangedElsewhere)
    await expect(setNeeds(school.senco, pupil.id, 2, needs([['ASD']]), now)).rejects.toThrow(ChangedElsewhere)
    expect(await statusesOf(pupil)).toMatchObject([{ status: 'sen-support', until_on: null }])
    expect(await openNeedsOf(pupil)).toEqual(['1 SLCN'])
    expect(await auditOf(school)).toEqual([])
    const head = await aMember(school, 'headteacher')
    expect(await endStatus(head.actor, pupil.id, 1, ending(), now)).toMatchObject({ ok: true })
  })
})
