import { describe, expect, it } from 'vitest'
import { getToday, listFlags } from '@/lib/flag/queries'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { getPupilPage } from '@/lib/pupil/queries'
import { nameStaff } from '@/lib/pupil/staff.commands'
import { sayRead } from '@/lib/read-receipt/commands'
import { getCoverage } from '@/lib/read-receipt/queries'
import {
  aClass,
  aContact,
  aCycle,
  aMember,
  aPlanVersion,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { look } from '@/tests/factories/insert'

// Published on Monday 9 November: five school days later is the 16th, so from the 17th it is late (R10).
const at = (day: string) => new Date(`2026-11-${day}T09:00:00Z`)
const now = at('20')

const aPublishedPlan = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil], { familyName: 'Whitfield' })
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant', givenName: 'Joan' })
  const left = await aTeacherOf(school, ash, [pupil], { givenName: 'Gone' })
  await look(`UPDATE class_staff SET until_on = '2026-11-01' WHERE membership_id = $1`, [left.id])
  const ended = await aTeacherOf(school, ash, [pupil], { givenName: 'Ended' })
  await look(`UPDATE memberships SET until_on = '2026-11-01' WHERE id = $1`, [ended.id])
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil, { responsibleId: school.sencoMember.id, reviewDue: '2027-03-12' })
  const version = await aPlanVersion(cycle, teacher)
  return { school, ash, pupil, teacher, assistant, left, mother, cycle, version }
}

const kindsOf = async (actor: Parameters<typeof getToday>[0], when = now) => {
  const found = []
  for (const kind of ['plan-to-read', 'plan-not-read'] as const)
    for (const { group, act, since } of await listFlags(actor, kind, when))
      found.push([kind, group, act, since])
  return found
}

describe('everyone who works with the pupil is asked to read the plan (6.49)', () => {
  it('from the class, from assignments and as responsible, and nobody who has gone', async () => {
    const { school, pupil, teacher } = await aPublishedPlan()
    const page = await getPupilPage(teacher.actor, pupil.id, now)
    expect(
      page.coverage?.readers.map(({ name, role, wait }) => [name, role, wait.schoolDays, wait.isLate]).sort(),
    ).toEqual([
      ['Joan Whitfield', 'teaching-assistant', 9, true],
      ['Ruth Adeyemi', 'senco', 9, true],
      ['Tom Whitfield', 'class-teacher', 9, true],
    ])
    const { byPupil, byPerson } = await getCoverage(school.senco, now)
    expect(byPupil).toMatchObject([{ pupilId: pupil.id, number: 1, publishedOn: '2026-11-09' }])
    expect(byPerson.map(({ name, asked, read }) => [name, asked, read])).toHaveLength(3)
  })

  it('on Today: to think about at first, at risk after five school days, and with whoever leads the school then', async () => {
    const { school, teacher, assistant } = await aPublishedPlan()
    const mine = (group: string, since: string) => [['plan-to-read', group, 'Read Amira Khan’s plan', since]]
    expect(await kindsOf(teacher.actor, at('16'))).toEqual(mine('coming-up', '5 school days'))
    expect(await kindsOf(assistant.actor, at('17'))).toEqual(mine('at-risk', '6 school days'))
    expect(await kindsOf(school.senco, at('16'))).toEqual(mine('coming-up', '5 school days'))
    expect(await kindsOf(school.senco, at('17'))).toEqual([
      ...mine('at-risk', '6 school days'),
      [
        'plan-not-read',
        'at-risk',
        'Ask Joan Whitfield and Tom Whitfield to read Amira Khan’s plan',
        '6 school days',
      ],
    ])
  })

  it('one tap says so for oneself, once, and clears it', async () => {
    const { school, pupil, teacher, version } = await aPublishedPlan()
    const tap = () => sayRead(teacher.actor, { pupilId: pupil.id, versionId: version.id }, now)
    expect(await Promise.all([tap(), tap()])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ])
    expect(await look('SELECT membership_id FROM read_receipts WHERE school_id = $1', [school.id])).toEqual([
      { membership_id: teacher.id },
    ])
    expect(await auditOf(school)).toEqual(['plan.read'])
    expect(await kindsOf(teacher.actor)).toEqual([])
    const page = await getPupilPage(teacher.actor, pupil.id, now)
    expect(page.coverage?.readers.find(({ membershipId }) => membershipId === teacher.id)?.readOn).toBe(
      '2026-11-20',
    )
  })

  it('a new version asks again, and the old one cannot be said to be read any more', async () => {
    const { pupil, teacher, cycle, version } = await aPublishedPlan()
    await sayRead(teacher.actor, { pupilId: pupil.id, versionId: version.id }, now)
    const next = await aPlanVersion(cycle, teacher, { number: 2, publishedAt: '2026-11-20T08:00:00Z' })
    expect(await kindsOf(teacher.actor)).toEqual([
      ['plan-to-read', 'coming-up', 'Read Amira Khan’s plan', 'New'],
    ])
    expect(await sayRead(teacher.actor, { pupilId: pupil.id, versionId: version.id }, now)).toMatchObject({
      ok: false,
    })
    expect((await sayRead(teacher.actor, { pupilId: pupil.id, versionId: next.id }, now)).ok).toBe(true)
  })

  it('a new colleague is asked from the day they join', async () => {
    const { school, pupil } = await aPublishedPlan()
    const fresh = await aMember(school, 'class-teacher', { givenName: 'Omar', familyName: 'Reid' })
    await nameStaff(school.senco, pupil.id, { membershipId: fresh.id }, now)
    const { membershipId, schoolId } = fresh.actor
    const actor = { membershipId, schoolId, role: 'class-teacher' as const, pupilIds: [pupil.id] }
    expect(await kindsOf(actor)).toEqual([['plan-to-read', 'coming-up', 'Read Amira Khan’s plan', 'New']])
    const { byPerson } = await getCoverage(school.senco, now)
    expect(byPerson.find(({ name }) => name === 'Omar Reid')?.owed).toMatchObject([
      { wait: { since: '2026-11-20', schoolDays: 0, isLate: false } },
    ])
  })

  it('says nothing of a plan that is not in force any more', async () => {
    const { teacher, cycle } = await aPublishedPlan()
    await look(`UPDATE cycles SET stage = 'closed', closed_on = '2026-11-19' WHERE id = $1`, [cycle.id])
    expect(await kindsOf(teacher.actor)).toEqual([])
  })
})

describe('reading is nobody else’s to say or to see', () => {
  it('not another teacher’s, a parent’s or another school’s', async () => {
    const { school, pupil, version, mother, left } = await aPublishedPlan()
    const elsewhere = (await aTeacherOf(school, await aClass(school), [])).actor
    const elm = (await aSchool({ name: 'Elm Road' })).senco
    const place = { pupilId: pupil.id, versionId: version.id }
    for (const actor of [elsewhere, mother.actor, elm, (await aMember(school, 'governor')).actor])
      await expect(sayRead(actor, place, now)).rejects.toThrow(NotFound)
    for (const actor of [elsewhere, mother.actor, left.actor])
      await expect((async () => getCoverage(actor, now))()).rejects.toThrow(NotFound)
    expect((await getCoverage(elm, now)).byPupil).toEqual([])
  })

  it('in Postgres: in one’s own name, for ever, and not for families', async () => {
    const { pupil, version, teacher, assistant, mother } = await aPublishedPlan()
    await sayRead(teacher.actor, { pupilId: pupil.id, versionId: version.id }, now)
    const row = { schoolId: pupil.schoolId, pupilId: pupil.id, versionId: version.id, readAt: now }
    await expect(
      asActor(assistant.actor, (tx) => tx.readReceipt.create({ data: { ...row, membershipId: teacher.id } })),
    ).rejects.toThrow()
    await expect(
      asActor(teacher.actor, (tx) => tx.$executeRaw`UPDATE read_receipts SET read_at = now()`),
    ).rejects.toThrow(/permission denied/)
    expect(await asActor(mother.actor, (tx) => tx.readReceipt.count())).toBe(0)
    expect(await asActor(assistant.actor, (tx) => tx.readReceipt.count())).toBe(1)
  })
})
