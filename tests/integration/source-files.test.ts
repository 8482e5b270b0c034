import { describe, expect, it } from 'vitest'
import { sharedSources } from '@/lib/assessment/family.reads'
import { RESTED_ON } from '@/lib/assessment/own-words.rules'
import { getAssess } from '@/lib/assessment/queries'
import { getSourcePage } from '@/lib/assessment/source.queries'
import { attachFile } from '@/lib/attachment/commands'
import { openAttachment } from '@/lib/attachment/queries'
import { CLOSED } from '@/lib/cycle/writing.rules'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aCycle, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { aPdf } from '@/tests/factories/files'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T15:20:00Z')
const report = () => ({ bytes: aPdf(), title: 'Report of 3 October', name: 'scan.pdf', formKey: newId() })

async function aSource({ kind = 'specialist', stage = 'assess', shared = false } = {}) {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const father = await aContact(pupil, {
    ...{ withAccount: true, fullName: 'Sam Khan', restrictedFrom: '2025-01-01' },
  })
  const draft = { activatedOn: null, reviewDue: null, shared: false }
  const cycle = await aCycle(pupil, {
    stage: stage as 'assess',
    ...(stage === 'assess' && draft),
    ...(stage === 'closed' && { closedOn: '2026-11-13' }),
  })
  const sourceId = newId()
  await insert('assessment_sources', {
    ...{ school_id: school.id, id: sourceId, pupil_id: pupil.id, cycle_id: cycle.id, kind },
    ...{ said_by: 'Therapist', said_on: '2026-10-03', words: 'Needs time', written_by_id: teacher.id },
    shared_at: shared ? '2026-10-05T09:00:00Z' : null,
  })
  const place = { pupilId: pupil.id, cycleId: cycle.id, sourceId }
  return { school, pupil, teacher, assistant, mother, father, cycle, place, owner: { sourceId } }
}

describe('the files of a source', () => {
  it('are listed on its page, and counted on the Assess page', async () => {
    const { school, pupil, teacher, assistant, place, owner } = await aSource()
    for (const actor of [teacher.actor, assistant.actor])
      expect(await attachFile(actor, pupil.id, owner, report(), now)).toMatchObject({ ok: true })
    const page = await getSourcePage(assistant.actor, place, now)
    expect(page.files.map(({ title, kind }) => [title, kind])).toEqual([
      ['Report of 3 October', 'pdf'],
      ['Report of 3 October', 'pdf'],
    ])
    expect([page.mayAttach, page.mayCorrect, page.mayAddBeside]).toEqual([true, false, false])
    const assess = await getAssess(teacher.actor, place, now)
    expect(assess.sources.map(({ files }) => files)).toEqual([2])
    expect((await auditOf(school)).filter((act) => act === 'attachment.added')).toHaveLength(2)
  })

  it('of a specialist stand beside who was asked and what they advised (P16)', async () => {
    const { school, pupil, teacher, place } = await aSource()
    await insert('specialist_involvements', {
      ...{ school_id: school.id, id: newId(), pupil_id: pupil.id, service: 'speech-and-language' },
      ...{ asked_for: 'How to help', parents_said: 'Please ask', agreed: 'Short sentences' },
      ...{ parents_involved_on: '2026-09-02', requested_on: '2026-09-05', report_received_on: '2026-10-02' },
      ...{ recorded_by_id: teacher.id, recorded_at: '2026-10-05T09:00:00Z' },
      shared_at: '2026-10-05T09:00:00Z',
    })
    const assess = await getAssess(teacher.actor, place, now)
    expect(assess.specialists).toMatchObject([
      { service: 'speech-and-language', agreed: 'Short sentences', reportReceivedOn: '2026-10-02' },
    ])
  })

  it('reach a parent with the source that was shared, and never a restricted one', async () => {
    const { pupil, teacher, mother, father, owner } = await aSource({ shared: true })
    const outcome = await attachFile(teacher.actor, pupil.id, owner, report(), now)
    if (!outcome.ok) throw new Error('not attached')
    const place = { pupilId: pupil.id, attachmentId: outcome.value.attachmentId }
    expect((await openAttachment(mother.actor, place, now)).kind).toBe('pdf')
    await expect(openAttachment(father.actor, place, now)).rejects.toThrow(NotFound)
    expect(await asActor(mother.actor, (tx) => sharedSources(tx, pupil.id, 5))).toMatchObject([
      { words: 'Needs time', files: [{ title: 'Report of 3 October' }] },
    ])
    expect(await asActor(father.actor, (tx) => sharedSources(tx, pupil.id, 5))).toEqual([])
  })

  it('stay with staff where the source does, and so does what a parent said of the other', async () => {
    const own = await aSource()
    await attachFile(own.teacher.actor, own.pupil.id, own.owner, report(), now)
    expect(await asActor(own.mother.actor, (tx) => sharedSources(tx, own.pupil.id, 5))).toEqual([])
    expect(await asActor(own.mother.actor, (tx) => tx.attachment.count())).toBe(0)
    const said = await aSource({ kind: 'parent', shared: true })
    expect(await asActor(said.mother.actor, (tx) => sharedSources(tx, said.pupil.id, 5))).toEqual([])
  })

  it.each([
    ['specialist', 'do', RESTED_ON, 'the plan rests on it'],
    ['parent', 'do', null, 'what the family brings may come late'],
    ['parent', 'closed', CLOSED, 'the cycle is closed'],
  ] as const)('of %s at %s: %s, because %s', async (...[kind, stage, sentence]) => {
    const { school, pupil, teacher, place, owner } = await aSource({ kind, stage })
    const outcome = await attachFile(teacher.actor, pupil.id, owner, report(), now)
    expect(outcome.ok ? null : outcome.problems[0]?.message).toBe(sentence)
    const kept = await look('SELECT id FROM attachments WHERE school_id = $1', [school.id])
    expect(kept).toHaveLength(sentence === null ? 1 : 0)
    expect((await getSourcePage(teacher.actor, place, now)).mayAttach).toBe(sentence === null)
  })

  it('and the page are there for nobody else, nor under another pupil', async () => {
    const { school, pupil, place, mother, teacher, owner } = await aSource({ shared: true })
    const other = await aSource()
    const strangers = [
      (await aMember(school, 'class-teacher')).actor,
      (await aMember(school, 'teaching-assistant')).actor,
      (await aMember(school, 'governor')).actor,
      other.school.senco,
    ]
    for (const actor of strangers) {
      await expect(getSourcePage(actor, place, now)).rejects.toThrow(NotFound)
      await expect(attachFile(actor, pupil.id, owner, report(), now)).rejects.toThrow(NotFound)
    }
    await expect(attachFile(mother.actor, pupil.id, owner, report(), now)).rejects.toThrow(NotAllowed)
    await expect(getSourcePage(mother.actor, place, now)).rejects.toThrow(NotFound)
    const wrong = { ...place, sourceId: other.place.sourceId }
    await expect(getSourcePage(teacher.actor, wrong, now)).rejects.toThrow(NotFound)
  })
})
