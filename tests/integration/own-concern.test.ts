import { describe, expect, it } from 'vitest'
import { answerConcern } from '@/lib/concern/decide.commands'
import { tellSchool } from '@/lib/concern/family.commands'
import { getConcern } from '@/lib/concern/queries'
import { concernAnswerForm, worryForm } from '@/lib/concern/schema'
import { getChild } from '@/lib/family/queries'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { boxes } from '@/tests/factories/family'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const worry = worryForm.parse({ words: 'She hides her book.', asksToTalk: 'yes' })

// A pupil who is not on the register, with two parents who live apart and have accounts.
async function aFamily() {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id, status: 'none' })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const mother = await aContact(pupil, { withAccount: true })
  const father = await aContact(pupil, { withAccount: true, fullName: 'Imran Khan', relationship: 'Father' })
  return { school, pupil, teacher, mother, her: mother.actor, him: father.actor }
}

const rows = (school: { id: string }) =>
  look(
    'SELECT raised_by, contact_id, raised_on::text, words, signs, asks_to_talk FROM concerns WHERE school_id = $1',
    [school.id],
  )

describe('a worry that a parent writes on the family’s page', () => {
  it('is kept in their name and words, of today, once, for a child who is not on the register too', async () => {
    const { school, pupil, mother, her } = await aFamily()
    await Promise.all([1, 2].map(() => tellSchool(her, pupil.id, worry, now)))
    expect(await rows(school)).toEqual([
      {
        ...{ raised_by: 'parent', contact_id: mother.id, raised_on: '2026-11-20', signs: [] },
        ...{ words: 'She hides her book.', asks_to_talk: true },
      },
    ])
    expect(await auditOf(school)).toEqual(['concern.raised'])
  })

  it('is read by the teacher, answered by the SENCO, and the answer is read by this parent alone', async () => {
    const { school, pupil, teacher, her, him } = await aFamily()
    await tellSchool(her, pupil.id, worry, now)
    const [before] = (await getChild(her, pupil.id, now)).worries
    expect(before).toMatchObject({ words: 'She hides her book.', answer: null, wait: { isAnswered: false } })

    const seen = await getConcern(teacher.actor, { pupilId: pupil.id, concernId: before!.id }, now)
    expect(seen.concern).toMatchObject({ from: 'Farah Khan', writtenBy: null, asksToTalk: true })
    const answer = concernAnswerForm.parse({
      ...{ decision: 'monitor', reasons: ['not-enough-known'], answeredOn: boxes('2026-11-20') },
      answer: 'Tom reads with her each day until February.',
    })
    const of = { pupilId: pupil.id, concernId: before!.id, version: seen.concern.version }
    expect(await answerConcern(school.senco, of, answer, now)).toEqual({ ok: true, value: null })

    expect((await getChild(her, pupil.id, now)).worries).toMatchObject([
      { answer: 'Tom reads with her each day until February.', answeredOn: '2026-11-20' },
    ])
    expect((await getChild(him, pupil.id, now)).worries).toEqual([])
  })

  it('is refused for a child who is not theirs, for a restricted parent, and from staff', async () => {
    const { school, pupil, teacher } = await aFamily()
    const other = await aContact(await aPupil(school), { withAccount: true })
    const shut = await aContact(pupil, { withAccount: true, restrictedFrom: '2026-01-01' })
    for (const actor of [other.actor, shut.actor, teacher.actor, school.senco])
      await expect(tellSchool(actor, pupil.id, worry, now)).rejects.toBeInstanceOf(NotFound)
    expect(await rows(school)).toEqual([])
  })

  it('cannot be put down in another’s name or with a decision on it, whatever the app asks of Postgres', async () => {
    const { school, pupil, mother, her, him } = await aFamily()
    const put = (actor: Actor, columns: string, values: string) =>
      asActor(actor, (tx) =>
        tx.$executeRawUnsafe(`INSERT INTO concerns (school_id, id, pupil_id, raised_by, contact_id, raised_on, words, written_by_id${columns})
          VALUES ('${school.id}', gen_random_uuid(), '${pupil.id}', 'parent', '${mother.id}', CURRENT_DATE, 'x', '${actor.membershipId}'${values})`),
      )
    await expect(put(him, '', '')).rejects.toThrow(/row-level security/)
    await expect(put(her, ', decision, answer', `, 'monitor', 'mine'`)).rejects.toThrow(/row-level security/)
    await expect(put(her, ', signs', `, '{gap-widening}'`)).rejects.toThrow(/row-level security/)
    expect(await rows(school)).toEqual([])
  })
})
