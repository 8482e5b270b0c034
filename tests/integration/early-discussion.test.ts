import { describe, expect, it } from 'vitest'
import { changeDiscussion, recordAdvice, writeDiscussion } from '@/lib/early-discussion/commands'
import { giveDiscussion } from '@/lib/early-discussion/give.commands'
import { getDiscussion, getDiscussionToWrite } from '@/lib/early-discussion/queries'
import { adviceForm, discussionForm } from '@/lib/early-discussion/schema'
import { getEarlyNote } from '@/lib/family/early.queries'
import { getChild } from '@/lib/family/queries'
import { copiesForm } from '@/lib/parent-meeting/schema'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { getPupilPage } from '@/lib/pupil/queries'
import { aContact, aMember, aPupil, aSchool, auditOf } from '@/tests/factories'
import { aFamily, boxes } from '@/tests/factories/family'
import { look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const said = (over: Record<string, unknown> = {}) =>
  discussionForm.parse({
    heldOn: boxes('2026-11-18'),
    attended: 'Farah Khan and Amira',
    strengths: 'Remembers stories',
    difficulties: 'Reading alone',
    parentConcerns: 'She cries over books',
    mayLieBehind: 'Her sight was never tested',
    agreedOutcomes: 'Reads a page alone',
    nextSteps: 'Sight test by December',
    adviceMentioned: 'yes',
    ...over,
  })
const copies = (given: Record<string, unknown>) => copiesForm.parse({ given })
const handed = { method: 'in-person', on: boxes('2026-11-19') }

const written = async (outcome: ReturnType<typeof writeDiscussion>) => {
  const done = await outcome
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  return done.value.discussionId
}

const aNote = async () => {
  const family = await aFamily()
  const discussionId = await written(writeDiscussion(family.teacher.actor, family.pupil.id, said(), now))
  return { ...family, at: { pupilId: family.pupil.id, discussionId } }
}

describe('an early discussion', () => {
  it('is written once, with the advice service mentioned once in the phase (R04)', async () => {
    const { school, pupil, teacher } = await aFamily()
    const [one, two] = await Promise.all(
      [1, 2].map(() => written(writeDiscussion(teacher.actor, pupil.id, said(), now))),
    )
    expect(one).toBe(two)
    await written(writeDiscussion(teacher.actor, pupil.id, said({ attended: 'Imran Khan' }), now))
    expect(
      await look('SELECT phase, mentioned_on::text FROM advice_mentions WHERE pupil_id = $1', [pupil.id]),
    ).toEqual([{ phase: 'primary', mentioned_on: '2026-11-18' }])
    expect((await auditOf(school)).toSorted()).toEqual([
      'advice.mentioned',
      'early-discussion.written',
      'early-discussion.written',
    ])
    expect((await getDiscussionToWrite(teacher.actor, pupil.id, now)).isAdviceMentioned).toBe(true)
  })

  it('is put right until a parent has it, and stays from then on', async () => {
    const { school, teacher, mother, at } = await aNote()
    const changed = said({ strengths: 'Remembers every story' })
    expect(await changeDiscussion(teacher.actor, { ...at, version: 1 }, changed, now)).toEqual({
      ok: true,
      value: null,
    })
    await expect(changeDiscussion(school.senco, { ...at, version: 1 }, changed, now)).rejects.toThrow(
      ChangedElsewhere,
    )
    expect(await giveDiscussion(teacher.actor, at, copies({ [mother.id]: handed }), now)).toEqual({
      ok: true,
      value: null,
    })
    expect(await changeDiscussion(teacher.actor, { ...at, version: 3 }, said(), now)).toMatchObject({
      problems: [{ field: 'form' }],
    })
    await expect(
      asActor(school.senco, (tx) => tx.earlyDiscussion.updateMany({ data: { strengths: 'Other' } })),
    ).resolves.toEqual({ count: 0 })
    const { note, toGive } = await getDiscussion(teacher.actor, at, now)
    expect(note).toMatchObject({
      strengths: 'Remembers every story',
      isGiven: true,
      copies: [{ name: 'Farah Khan' }],
    })
    expect(toGive.map(({ name }) => name)).toEqual(['Imran Khan'])
  })

  it('is read by the parent who was given it, and by no other', async () => {
    const { pupil, teacher, mother, at } = await aNote()
    const father = await aContact(pupil, { fullName: 'Sam Khan', withAccount: true })
    const seen = async (actor: typeof mother.actor) =>
      (await getChild(actor, pupil.id, now)).earlyNotes.length
    expect([await seen(mother.actor), await seen(father.actor)]).toEqual([0, 0])
    await expect(getEarlyNote(mother.actor, at, now)).rejects.toThrow(NotFound)
    await giveDiscussion(teacher.actor, at, copies({ [mother.id]: handed }), now)
    expect([await seen(mother.actor), await seen(father.actor)]).toEqual([1, 0])
    expect((await getEarlyNote(mother.actor, at, now)).note).toMatchObject({
      mayLieBehind: 'Her sight was never tested',
      copies: [{ name: 'Farah Khan' }],
    })
    await expect(getEarlyNote(father.actor, at, now)).rejects.toThrow(NotFound)
  })

  it('is missing on the pupil’s page until each parent has it (R03)', async () => {
    const { pupil, teacher, mother, father } = await aFamily()
    const missing = async () => {
      const { early } = await getPupilPage(teacher.actor, pupil.id, now)
      return [early.missing?.missing?.what ?? null, early.missing?.lacksAdvice ?? false]
    }
    expect(await missing()).toEqual(['no-note', true])
    const discussionId = await written(
      writeDiscussion(teacher.actor, pupil.id, said({ adviceMentioned: '' }), now),
    )
    const at = { pupilId: pupil.id, discussionId }
    expect(await missing()).toEqual(['not-given', true])
    await giveDiscussion(teacher.actor, at, copies({ [mother.id]: handed }), now)
    await giveDiscussion(teacher.actor, at, copies({ [father.id]: { ...handed, method: 'declined' } }), now)
    expect(await missing()).toEqual([null, true])
    await recordAdvice(teacher.actor, pupil.id, adviceForm.parse({ mentionedOn: boxes('2026-11-20') }), now)
    expect(await missing()).toEqual([null, false])
  })

  it('refuses days that cannot be and parents who may not have it, and keeps nothing', async () => {
    const { school, pupil, teacher, mother, at } = await aNote()
    expect(
      await writeDiscussion(teacher.actor, pupil.id, said({ heldOn: boxes('2026-11-21') }), now),
    ).toMatchObject({
      problems: [{ field: 'heldOn' }],
    })
    const early = { method: 'letter', on: boxes('2026-11-17') }
    expect(await giveDiscussion(teacher.actor, at, copies({ [mother.id]: early }), now)).toMatchObject({
      problems: [{ field: `given.${mother.id}.on` }],
    })
    const shut = await aContact(pupil, { fullName: 'Lee Khan', restrictedFrom: '2026-01-01' })
    for (const given of [{}, { [shut.id]: handed }, { [newId()]: handed }])
      expect(await giveDiscussion(teacher.actor, at, copies(given), now)).toMatchObject({
        problems: [{ field: 'form' }],
      })
    const tomorrow = adviceForm.parse({ mentionedOn: boxes('2026-11-21') })
    expect(await recordAdvice(teacher.actor, pupil.id, tomorrow, now)).toMatchObject({
      problems: [{ field: 'mentionedOn' }],
    })
    expect(await look('SELECT 1 FROM early_discussion_deliveries WHERE school_id = $1', [school.id])).toEqual(
      [],
    )
  })

  it('is not there, or not theirs to write, for everyone else', async () => {
    const { school, pupil, assistant, mother, at } = await aNote()
    const governor = await aMember(school, 'governor')
    const elm = await aSchool()
    const sibling = await aPupil(school)
    const advice = adviceForm.parse({ mentionedOn: boxes('2026-11-20') })
    const acts = [
      (actor: typeof mother.actor) => writeDiscussion(actor, pupil.id, said(), now),
      (actor: typeof mother.actor) => changeDiscussion(actor, { ...at, version: 1 }, said(), now),
      (actor: typeof mother.actor) => giveDiscussion(actor, at, copies({ [mother.id]: handed }), now),
      (actor: typeof mother.actor) => recordAdvice(actor, pupil.id, advice, now),
      (actor: typeof mother.actor) => getDiscussionToWrite(actor, pupil.id, now),
    ]
    for (const act of acts) {
      await expect(act(assistant.actor)).rejects.toThrow(NotAllowed)
      for (const actor of [mother.actor, governor.actor, elm.senco])
        await expect(act(actor)).rejects.toThrow(NotFound)
    }
    expect((await getDiscussion(assistant.actor, at, now)).mayWrite).toBe(false)
    for (const actor of [governor.actor, elm.senco, mother.actor])
      await expect(getDiscussion(actor, at, now)).rejects.toThrow(NotFound)
    await expect(getDiscussion(school.senco, { ...at, pupilId: sibling.id }, now)).rejects.toThrow(NotFound)
    await expect(
      giveDiscussion(school.senco, { ...at, pupilId: sibling.id }, copies({ [mother.id]: handed }), now),
    ).rejects.toThrow(NotFound)
  })
})
