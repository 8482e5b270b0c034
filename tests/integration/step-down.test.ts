import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { getToday } from '@/lib/flag/queries'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { getPupilPage } from '@/lib/pupil/queries'
import { recordReview } from '@/lib/review/commands'
import { checkWatch, recordEndTold } from '@/lib/step-down/commands'
import { getStepDown } from '@/lib/step-down/queries'
import { aContact, aCycle, aMember, anOutcome, aSchool, auditOf } from '@/tests/factories'
import { aFamily } from '@/tests/factories/family'
import { insert, look, newId } from '@/tests/factories/insert'
import { aReviewForm } from '@/tests/factories/review'

const now = new Date('2026-12-07T09:00:00Z')
const march = new Date('2027-03-20T09:00:00Z')
const april = new Date('2027-04-13T09:00:00Z')

const steppedDown = async () => {
  const family = await aFamily()
  const { school, pupil, teacher } = family
  const cycle = await aCycle(pupil, { responsibleId: teacher.id })
  const outcome = await anOutcome(cycle)
  const form = aReviewForm(
    { outcomes: { [outcome.id]: 1 }, teacher, senco: school.sencoMember },
    { decision: 'step-down', nextStartsOn: null, nextReviewDue: null },
  )
  const done = await recordReview(school.senco, cycle.id, 1, form, now)
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  return { ...family, cycle }
}
type Held = Awaited<ReturnType<typeof steppedDown>>

const check = { checkedOn: isoDate('2027-03-19'), going: 'well' as const, words: 'Reads with her table' }
const told = (recipient: string) => ({
  recipient,
  method: 'phone' as const,
  toldOn: isoDate('2026-12-04'),
})

const linesOf = async (actor: Parameters<typeof getToday>[0], at: Date) =>
  (await getToday(actor, at)).groups.flatMap(({ group, lines }) =>
    lines
      .filter(({ source }) => source === 'Code 6.54' || source === 'Code 6.55')
      .map(({ act, since }) => `${group}: ${act} (${since})`),
  )

describe('after SEN support ended at a review', () => {
  it('each entitled parent is to be told, on Today and on the pupil’s page, until they were', async () => {
    const held = await steppedDown()
    const { school, pupil, mother, father } = held
    expect(await linesOf(school.senco, now)).toEqual([
      'at-risk: Tell Amira Khan’s parents that SEN support ended (Since 4 December)',
    ])
    expect(await recordEndTold(school.senco, pupil.id, told(mother.id), now)).toEqual({
      ok: true,
      value: null,
    })
    const page = await getPupilPage(school.senco, pupil.id, now)
    expect(page.review.steppedDown).toMatchObject({
      state: { is: 'watching', nextOn: '2027-03-25' },
      told: [{ name: 'Farah Khan', toldOn: '2026-12-04' }],
      toTell: [{ name: 'Imran Khan' }],
    })
    await recordEndTold(school.senco, pupil.id, told(father.id), now)
    expect(await linesOf(school.senco, now)).toEqual([])
    expect((await auditOf(school)).filter((action) => action === 'support-end.told')).toHaveLength(2)
  })

  it.each([
    ['twice', (held: Held) => told(held.mother.id), 'recipient'],
    ['somebody who is no parent of the pupil', () => told(newId()), 'recipient'],
    ['tomorrow', (held: Held) => ({ ...told(held.father.id), toldOn: isoDate('2026-12-08') }), 'toldOn'],
  ])('refuses to record %s', async (_what, form, field) => {
    const held = await steppedDown()
    await recordEndTold(held.school.senco, held.pupil.id, told(held.mother.id), now)
    expect(await recordEndTold(held.school.senco, held.pupil.id, form(held), now)).toMatchObject({
      ok: false,
      problems: [{ field }],
    })
    expect(await look(`SELECT 1 FROM support_end_notices WHERE pupil_id = $1`, [held.pupil.id])).toHaveLength(
      1,
    )
  })

  it('a restricted parent is not to be told', async () => {
    const held = await steppedDown()
    const aunt = await aContact(held.pupil, { fullName: 'Sam Khan', restrictedFrom: '2025-01-01' })
    expect(await recordEndTold(held.school.senco, held.pupil.id, told(aunt.id), now)).toMatchObject({
      ok: false,
    })
    const { steppedDown: page } = await getStepDown(held.school.senco, held.pupil.id, 'lead', now)
    expect(page.toTell.map(({ name }) => name)).toEqual(['Farah Khan', 'Imran Khan'])
  })

  it('two checks are asked for and written, and then the watch has ended', async () => {
    const held = await steppedDown()
    const { school, pupil, teacher } = held
    for (const contact of [held.mother, held.father])
      await recordEndTold(school.senco, pupil.id, told(contact.id), now)
    expect(await linesOf(school.senco, march)).toEqual([
      'coming-up: Look how it goes for Amira Khan without SEN support (By 25 March)',
    ])
    expect(await linesOf(school.senco, april)).toEqual([
      'at-risk: Look how it goes for Amira Khan without SEN support (Was due by 25 March)',
    ])
    expect(await checkWatch(teacher.actor, pupil.id, check, march)).toEqual({ ok: true, value: null })
    expect(await checkWatch(teacher.actor, pupil.id, check, march)).toMatchObject({ ok: false })
    expect(await linesOf(school.senco, april)).toEqual([])
    const july = new Date('2027-07-20T09:00:00Z')
    await checkWatch(school.senco, pupil.id, { ...check, checkedOn: isoDate('2027-07-20') }, july)
    const page = await getPupilPage(teacher.actor, pupil.id, july)
    expect(page.review.steppedDown?.state).toEqual({ is: 'ended' })
    expect(page.review.steppedDown?.watch.checks.map(({ words }) => words)).toHaveLength(2)
    expect(
      await checkWatch(school.senco, pupil.id, { ...check, checkedOn: isoDate('2027-07-19') }, july),
    ).toMatchObject({ ok: false, problems: [{ field: 'form' }] })
    // what staff note while they watch is for staff
    expect(await asActor(held.mother.actor, (tx) => tx.watchCheck.count())).toBe(0)
    expect(await asActor(held.mother.actor, (tx) => tx.stepDownWatch.count())).toBe(1)
  })

  it('the watch is over once the pupil is on SEN support again', async () => {
    const { school, pupil } = await steppedDown()
    await insert('sen_statuses', {
      ...{ school_id: school.id, id: newId(), pupil_id: pupil.id, status: 'sen-support' },
      from_on: '2027-02-01',
    })
    expect((await getPupilPage(school.senco, pupil.id, march)).review.steppedDown).toMatchObject({
      state: { is: 'ended' },
      toTell: [],
    })
    expect(await linesOf(school.senco, april)).toEqual([])
  })

  it('is for those who may', async () => {
    const held = await steppedDown()
    const { school, pupil, teacher, assistant, mother } = held
    await expect(recordEndTold(teacher.actor, pupil.id, told(mother.id), now)).rejects.toThrow(NotAllowed)
    const rest = [
      [assistant.actor, NotAllowed],
      [mother.actor, NotFound],
      [(await aMember(school, 'class-teacher')).actor, NotFound],
      [(await aMember(school, 'governor')).actor, NotFound],
      [(await aSchool()).senco, NotFound],
    ] as const
    for (const [actor, error] of rest) {
      await expect(checkWatch(actor, pupil.id, check, march)).rejects.toThrow(error)
      await expect(recordEndTold(actor, pupil.id, told(mother.id), now)).rejects.toThrow(error)
      await expect(getStepDown(actor, pupil.id, 'check', now)).rejects.toThrow(error)
    }
    const noWatch = await aFamily()
    await expect(checkWatch(noWatch.school.senco, noWatch.pupil.id, check, march)).rejects.toThrow(NotFound)
  })
})
