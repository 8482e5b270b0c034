import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { latestDoNotes } from '@/lib/do-note/reads'
import { asActor } from '@/lib/platform/db'
import { addPupil, changePupil } from '@/lib/pupil/commands'
import { getPupilPeople } from '@/lib/pupil/details.queries'
import { getPupilPage } from '@/lib/pupil/queries'
import type { PupilForm } from '@/lib/pupil/schema'
import { getTimeline } from '@/lib/timeline/queries'
import {
  aClass,
  aContact,
  aCycle,
  aDoNote,
  aPlanVersion,
  aPupil,
  aSchool,
  aTeacherOf,
  type TestPupil,
  type TestSchool,
} from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const on = (day: string) => new Date(`${day}T09:00:00Z`)
const now = on('2026-11-20')

const details = (
  className: string | null,
  over: Partial<PupilForm> = {},
): PupilForm & { onRollUntil: null } => ({
  ...{ givenName: 'Amira', familyName: 'Khan', preferredName: null, dateOfBirth: isoDate('2018-05-03') },
  ...{ upn: null, sex: null, yearGroup: 4, className, homeLanguage: null, onRollUntil: null },
  ...over,
})

async function moveTo(school: TestSchool, pupil: TestPupil, className: string | null, day: string) {
  const [row] = await look<{ version: number }>('SELECT version FROM pupils WHERE id = $1', [pupil.id])
  const form = details(className, { givenName: pupil.givenName, familyName: pupil.familyName })
  expect(await changePupil(school.senco, pupil.id, row!.version, form, on(day))).toMatchObject({ ok: true })
}

const times = (pupilId: string) =>
  look(
    `SELECT k.name, h.from_on::text AS from, h.until_on::text AS until FROM pupil_classes h
     JOIN classes k ON k.id = h.class_id WHERE h.pupil_id = $1 ORDER BY h.from_on NULLS FIRST, h.until_on`,
    [pupilId],
  )

const aMovingPupil = async () => {
  const school = await aSchool()
  const oak = await aClass(school, { name: '3 Oak' })
  const ash = await aClass(school, { name: '4 Ash' })
  const pupil = await aPupil(school, { classId: oak.id })
  const before = await aTeacherOf(school, oak, [pupil], { givenName: 'Olive' })
  const after = await aTeacherOf(school, ash, [pupil], { givenName: 'Asher' })
  return { school, oak, ash, pupil, before, after }
}

describe('the class of each day', () => {
  it('is kept from the move on, by the day the move was recorded', async () => {
    const { school, pupil } = await aMovingPupil()
    expect(await times(pupil.id)).toEqual([{ name: '3 Oak', from: null, until: null }])
    await moveTo(school, pupil, '4 Ash', '2026-11-03')
    expect(await times(pupil.id)).toEqual([
      { name: '3 Oak', from: null, until: '2026-11-02' },
      { name: '4 Ash', from: '2026-11-03', until: null },
    ])
    // other details change no class; a second thought on the same day leaves one class for it
    await moveTo(school, pupil, '4 Ash', '2026-11-04')
    await moveTo(school, pupil, '5 Elm', '2026-11-10')
    await moveTo(school, pupil, '4 Ash', '2026-11-10')
    expect(await times(pupil.id)).toEqual([
      { name: '3 Oak', from: null, until: '2026-11-02' },
      { name: '4 Ash', from: '2026-11-03', until: null },
    ])
    await moveTo(school, pupil, null, '2026-11-12')
    expect((await times(pupil.id)).at(-1)).toEqual({ name: '4 Ash', from: '2026-11-03', until: '2026-11-11' })
  })

  it('begins for a pupil who is added on the day they are', async () => {
    const { school } = await aMovingPupil()
    const added = await addPupil(school.senco, details('4 Ash', { givenName: 'Ben' }), now)
    if (!added.ok) throw new Error('not added')
    expect(await times(added.value.pupilId)).toEqual([{ name: '4 Ash', from: '2026-11-20', until: null }])
  })

  it('says whose class a note of that day was, and who taught the pupil then', async () => {
    const { school, pupil, before, after } = await aMovingPupil()
    const cycle = await aCycle(pupil, { responsibleId: before.id })
    await aDoNote(cycle, before, { happenedOn: '2026-11-02' })
    await moveTo(school, pupil, '4 Ash', '2026-11-03')
    await aDoNote(cycle, after, { happenedOn: '2026-11-03' })
    const notes = await asActor(school.senco, (tx) => latestDoNotes(tx, pupil.id, 5))
    expect(notes.map(({ happenedOn, classThen }) => [happenedOn, classThen])).toEqual([
      ['2026-11-03', null],
      ['2026-11-02', '3 Oak'],
    ])
    const { classes } = await getPupilPeople(school.senco, pupil.id, now)
    expect(classes).toMatchObject([
      { name: '4 Ash', from: '2026-11-03', until: null, staff: [after.name] },
      { name: '3 Oak', from: null, until: '2026-11-02', staff: [before.name] },
    ])
    const { rows } = await getTimeline(
      school.senco,
      pupil.id,
      { year: null, kinds: ['people'], since: null },
      now,
    )
    expect(rows.map(({ on: day, what, facts }) => [day, what, facts.who ?? facts.before])).toEqual(
      expect.arrayContaining([
        ['2026-11-03', 'moved', '3 Oak'],
        ['2026-11-03', 'joined', after.name],
        ['2026-11-02', 'left', before.name],
      ]),
    )
  })

  it('takes sight from the teacher before, gives it to the one after, and their reading begins that day (R10)', async () => {
    const { school, pupil, before, after } = await aMovingPupil()
    const cycle = await aCycle(pupil, { activatedOn: '2026-10-01' })
    await aPlanVersion(cycle, before, { publishedAt: '2026-10-01T09:00:00Z' })
    await moveTo(school, pupil, '4 Ash', '2026-11-18')
    const { coverage } = await getPupilPage(school.senco, pupil.id, now)
    expect(coverage?.readers).toMatchObject([
      {
        name: after.name,
        joinedOn: '2026-11-18',
        wait: { since: '2026-11-18', schoolDays: 2, isLate: false },
      },
    ])
    for (const [member, sees] of [
      [before, 0],
      [after, 1],
    ] as const) {
      const actor = { ...member.actor, pupilIds: [pupil.id] }
      expect(await asActor(actor, (tx) => tx.pupil.count())).toBe(sees)
      expect(await asActor(actor, (tx) => tx.pupilClass.count())).toBe(sees * 2)
    }
  })

  it('is written by nobody by hand, and is not for families', async () => {
    const { school, pupil } = await aMovingPupil()
    const mother = await aContact(pupil, { withAccount: true })
    await expect(
      asActor(school.senco, (tx) => tx.$executeRaw`UPDATE pupil_classes SET from_on = '2020-01-01'`),
    ).rejects.toThrow()
    await expect(asActor(school.senco, (tx) => tx.$executeRaw`DELETE FROM pupil_classes`)).rejects.toThrow()
    expect(await asActor(mother.actor, (tx) => tx.pupilClass.count())).toBe(0)
  })
})
