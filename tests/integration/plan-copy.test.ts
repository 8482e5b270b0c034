import { describe, expect, it } from 'vitest'
import { planDocx } from '@/components/plan/plan-docx'
import { planPdf } from '@/components/plan/plan-pdf'
import { isoDate } from '@/lib/calendar/iso-date'
import { getPlanChange } from '@/lib/cycle/plan.queries'
import { saveEveryDay, saveResponsible } from '@/lib/cycle/plan.commands'
import { getChild } from '@/lib/family/queries'
import { openChange, publishChange } from '@/lib/plan/change.commands'
import { takeCopy } from '@/lib/plan/copy.commands'
import { copyAsked, copyFileName } from '@/lib/plan/copy.rules'
import { NotFound } from '@/lib/platform/errors'
import { aContact, aMember, aPupil, aSchool, auditOf } from '@/tests/factories'
import { aPublishedPlan } from '@/tests/factories/plan'
import { wordsOfDocx, wordsOfPdf } from '@/tests/support/written-files'

const now = new Date('2026-11-20T09:00:00Z')
const later = new Date('2026-11-24T09:00:00Z')
const staffPdf = { edition: 'staff', format: 'pdf' } as const
const familyPdf = { edition: 'family', format: 'pdf' } as const

const aChangedPlan = async () => {
  const plan = await aPublishedPlan(now)
  const { teacher, cycle, school } = plan
  const change = await openChange(teacher.actor, cycle.id, later)
  if (!change.ok) throw new Error('refused')
  const everyDay = { aspirations: 'To read alone', inEveryLesson: 'Pictures beside words', atHome: null }
  await saveEveryDay(teacher.actor, cycle.id, 1, everyDay, later)
  const responsible = { responsibleId: school.sencoMember.id, reviewDue: null }
  await saveResponsible(teacher.actor, cycle.id, 1, responsible, later)
  const { changeId } = change.value
  const form = { reason: 'Pictures help her more', appliesFrom: isoDate('2026-11-24') }
  const publish = () => publishChange(teacher.actor, { cycleId: cycle.id, changeId }, form, later)
  return { ...plan, publish }
}

describe('a written copy of the plan', () => {
  it('says in PDF and Word what was published, and not what is still being written', async () => {
    const { teacher, pupil, publish } = await aChangedPlan()
    const words = async () => {
      const copy = await takeCopy(teacher.actor, pupil.id, staffPdf, later)
      const [pdf, docx] = [await planPdf(copy), await planDocx(copy)]
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pdf.toString('latin1')).toMatch(/\/Lang \(en-GB\)/)
      return [wordsOfPdf(pdf), wordsOfDocx(docx)]
    }
    for (const text of await words()) {
      expect(text).toContain('SEN support plan of Amira Khan')
      expect(text).toContain('1. Read 40 words aloud')
      expect(text).toContain('20 minutes, 3 times a week')
      expect(text).toContain('One step at a time')
      expect(text).toContain('“Read it with us”')
      expect(text).not.toContain('Pictures beside words')
    }
    expect((await publish()).ok).toBe(true)
    for (const text of await words()) {
      expect(text).toContain('version 2, from 24 November 2026')
      expect(text).toContain('Pictures beside words')
      expect(text).toContain('Pictures help her more')
    }
  })

  it('is for the family from its own version: no family name, nothing a parent said, nothing for staff', async () => {
    const { mother, teacher, pupil, school } = await aChangedPlan()
    for (const actor of [mother.actor, teacher.actor]) {
      const copy = await takeCopy(actor, pupil.id, familyPdf, later)
      const text = wordsOfPdf(await planPdf(copy))
      expect(text).toContain('SEN support plan of Amira')
      expect(text).toContain('Read 40 words aloud')
      expect(text).not.toMatch(/Khan|Read it with us|Needs it answers|Agreed with/)
      expect(copyFileName(copy, 'pdf')).toBe('sen-support-plan-family-version-1.pdf')
    }
    expect((await auditOf(school)).filter((action) => action === 'plan.copied')).toHaveLength(2)
  })

  it('is not there for anyone else, nor the school’s for a parent', async () => {
    const { mother, pupil, school, assistant } = await aPublishedPlan(now)
    const elm = await aSchool({ name: 'Elm Road Primary' })
    const other = await aContact(await aPupil(school), { withAccount: true })
    const governor = await aMember(school, 'governor')
    const stranger = await aMember(school, 'class-teacher')
    await expect(takeCopy(mother.actor, pupil.id, staffPdf, later)).rejects.toThrow(NotFound)
    for (const actor of [elm.senco, other.actor, governor.actor, stranger.actor])
      for (const asked of [staffPdf, familyPdf])
        await expect(takeCopy(actor, pupil.id, asked, later)).rejects.toThrow(NotFound)
    expect((await takeCopy(assistant.actor, pupil.id, staffPdf, later)).number).toBe(1)
    const noPlan = await aPupil(school)
    await expect(takeCopy(school.senco, noPlan.id, staffPdf, later)).rejects.toThrow(NotFound)
  })

  it('has an address for each edition and format, and no other', () => {
    expect(copyAsked('staff.pdf')).toEqual(staffPdf)
    expect(copyAsked('family.docx')).toEqual({ edition: 'family', format: 'docx' })
    for (const file of ['staff', 'staff.', '.pdf', 'all.pdf', 'staff.pdf.docx', 'staff.exe', '__proto__.pdf'])
      expect(copyAsked(file)).toBeNull()
  })
})

describe('the family’s page', () => {
  it('tells them what is different and who is responsible now, once it is published', async () => {
    const { mother, pupil, publish } = await aChangedPlan()
    expect((await getChild(mother.actor, pupil.id, later)).change).toBeNull()
    expect((await publish()).ok).toBe(true)
    expect((await getChild(mother.actor, pupil.id, later)).change).toEqual({
      number: 2,
      from: '2026-11-24',
      reason: 'Pictures help her more',
      sentences: [
        'Responsible: Tom Whitfield became Ruth Adeyemi',
        'In every lesson: “Pictures beside words” was added',
        'In every lesson: “One step at a time” was taken out',
      ],
    })
  })

  it('never reads the draft of a change', async () => {
    const { mother, pupil, cycle } = await aChangedPlan()
    const place = { pupilId: pupil.id, cycleId: cycle.id }
    await expect(getPlanChange(mother.actor, place, later)).rejects.toThrow(NotFound)
    expect(JSON.stringify(await getChild(mother.actor, pupil.id, later))).not.toContain('Pictures beside')
  })
})
