import { expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { correctObservation, writeObservation } from '@/lib/observation/commands'
import { getObservations, getObservationToCorrect } from '@/lib/observation/queries'
import { observationsSince } from '@/lib/observation/reads'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T15:20:00Z')

async function aWatchedPupil() {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], {
    role: 'teaching-assistant',
    givenName: 'Joan',
    familyName: 'Pickering',
  })
  const mother = await aContact(pupil, { withAccount: true })
  return { school, pupil, teacher, assistant, mother }
}

const form = (over: object = {}) => ({
  ...{ formKey: newId(), seenOn: isoDate('2026-11-19'), at: '10:45', place: 'Playground' },
  ...{ words: 'Stood by the fence.', audience: 'staff' as const },
  ...over,
})

it('keeps what an assistant saw, once for two taps, for the next assessment', async () => {
  const { school, pupil, teacher, assistant, mother } = await aWatchedPupil()
  const one = form()
  const both = await Promise.all([1, 2].map(() => writeObservation(assistant.actor, pupil.id, one, now)))
  expect(both[0]).toEqual(both[1])
  await writeObservation(
    teacher.actor,
    pupil.id,
    form({ seenOn: isoDate('2026-09-10'), audience: 'parents', words: 'Drew alone.' }),
    now,
  )
  const since = (day: string | null) =>
    asActor(teacher.actor, (tx) => observationsSince(tx, pupil.id, day === null ? null : isoDate(day)))
  expect(await since('2026-10-01')).toMatchObject([
    {
      seenOn: '2026-11-19',
      at: '10:45',
      place: 'Playground',
      words: 'Stood by the fence.',
      by: 'Joan Pickering',
      writtenOn: '2026-11-20',
      isShared: false,
      before: [],
    },
  ])
  expect(await since(null)).toHaveLength(2)
  expect(
    (await asActor(mother.actor, (tx) => observationsSince(tx, pupil.id, null))).map(({ words }) => words),
  ).toEqual(['Drew alone.'])
  expect(await auditOf(school)).toEqual(['observation.written', 'observation.written'])
})

it('is put right by who wrote it or the SENCO, and what it said before stays', async () => {
  const { school, pupil, teacher, assistant, mother } = await aWatchedPupil()
  const written = await writeObservation(assistant.actor, pupil.id, form({ audience: 'parents' }), now)
  if (!written.ok) throw new Error('refused')
  const place = { pupilId: pupil.id, ...written.value }
  const right = form({ words: 'Stood by the fence, then joined in.', why: 'Saw more later' }) as ReturnType<
    typeof form
  > & { why: string }
  await expect(correctObservation(teacher.actor, place, right, now)).rejects.toThrow(NotAllowed)
  await expect(getObservationToCorrect(teacher.actor, place, now)).rejects.toThrow(NotFound)
  const second = await correctObservation(assistant.actor, place, right, now)
  if (!second.ok) throw new Error('refused')
  await expect(correctObservation(school.senco, place, { ...right, formKey: newId() }, now)).rejects.toThrow(
    ChangedElsewhere,
  )
  await correctObservation(
    school.senco,
    { ...place, ...second.value },
    { ...right, formKey: newId(), place: 'Field' },
    now,
  )
  const { lines, mayCorrect } = await getObservations(assistant.actor, pupil.id, now)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({
    place: 'Field',
    before: [
      { words: 'Stood by the fence.', replacedBy: 'Joan Pickering', why: 'Saw more later' },
      { words: 'Stood by the fence, then joined in.', replacedBy: 'Ruth Adeyemi' },
    ],
  })
  expect(mayCorrect).toEqual([])
  expect(
    (await asActor(mother.actor, (tx) => observationsSince(tx, pupil.id, null))).map(
      ({ place: where }) => where,
    ),
  ).toEqual(['Field'])
  await expect(
    asActor(school.senco, (tx) => tx.observation.updateMany({ data: { words: 'x' } })),
  ).rejects.toThrow(/permission denied/)
})

it('refuses a day that has not come, and is there for nobody else', async () => {
  const { school, pupil, teacher, mother } = await aWatchedPupil()
  const elm = await aSchool()
  expect(
    await writeObservation(teacher.actor, pupil.id, form({ seenOn: isoDate('2026-11-21') }), now),
  ).toMatchObject({
    problems: [{ field: 'seenOn' }],
  })
  const stranger = await aMember(school, 'class-teacher')
  const governor = await aMember(school, 'governor')
  for (const actor of [mother.actor, stranger.actor, governor.actor, elm.senco]) {
    await expect(writeObservation(actor, pupil.id, form(), now)).rejects.toThrow(NotFound)
    await expect(getObservations(actor, pupil.id, now)).rejects.toThrow(NotFound)
  }
  expect(await auditOf(school)).toEqual([])
})
