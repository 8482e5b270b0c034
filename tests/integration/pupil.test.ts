import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor, onStatement } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { addPupil, changePupil } from '@/lib/pupil/commands'
import { getNewPupilPage, getPupilPeople, getPupilToChange } from '@/lib/pupil/details.queries'
import { getPupilHistory } from '@/lib/pupil/history.queries'
import { getPupilPage } from '@/lib/pupil/queries'
import { pupilHeader } from '@/lib/pupil/reads'
import { pupilChangeForm, pupilForm } from '@/lib/pupil/schema'
import { endStaff, nameStaff } from '@/lib/pupil/staff.commands'
import {
  aClass,
  aContact,
  aCycle,
  aDoNote,
  aMeeting,
  aMember,
  anOutcome,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { boxes } from '@/tests/factories/family'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const today = isoDate('2026-11-20')

const headerFor = (actor: Actor, pupilId: string) => asActor(actor, (tx) => pupilHeader(tx, pupilId, today))

describe('the head of a pupil’s page', () => {
  it('says who, which year and class, what and since when, and who answers for the plan', async () => {
    const school = await aSchool()
    const ash = await aClass(school, { name: '4 Ash' })
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    await aCycle(pupil, { responsibleId: teacher.id })
    await insert('sen_needs', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      code: 'OTH',
      broad_area: 'cognition-and-learning',
      rank: 2,
      from_on: '2026-09-01',
    })
    await insert('sen_needs', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      code: 'HI',
      rank: 3,
      from_on: '2025-09-03',
      until_on: '2026-11-19',
    })
    const expected = {
      id: pupil.id,
      schoolId: school.id,
      version: 1,
      name: 'Amira Khan',
      givenName: 'Amira',
      yearGroup: 'Year 4',
      className: '4 Ash',
      dateOfBirth: '2018-05-03',
      age: 8,
      status: 'sen-support',
      statusId: pupil.statusId,
      statusFrom: '2025-09-03',
      needs: [
        {
          code: 'SLCN',
          name: 'Speech, language and communication',
          rank: 1,
          broadArea: 'communication-and-interaction',
        },
        { code: 'OTH', name: 'Other difficulty or disability', rank: 2, broadArea: 'cognition-and-learning' },
      ],
      responsible: { id: teacher.id, name: 'Tom Whitfield', role: 'class-teacher', jobTitle: null },
      onRollUntil: null,
    }
    expect(await headerFor(school.senco, pupil.id)).toEqual(expected)
    expect(await headerFor(teacher.actor, pupil.id)).toEqual(expected)
    const mother = await aContact(pupil, { withAccount: true })
    expect(await headerFor(mother.actor, pupil.id)).toEqual(expected)
  })

  it('is there for a pupil who is not on the register, and on the last day of a status but not the day after', async () => {
    const school = await aSchool()
    const never = await aPupil(school, { status: 'none' })
    expect(await headerFor(school.senco, never.id)).toMatchObject({
      status: null,
      statusId: null,
      statusFrom: null,
      needs: [],
      responsible: null,
    })
    const today = await aPupil(school, { statusUntil: '2026-11-20' })
    expect((await headerFor(school.senco, today.id))?.status).toBe('sen-support')
    const yesterday = await aPupil(school, { statusUntil: '2026-11-19' })
    expect((await headerFor(school.senco, yesterday.id))?.status).toBeNull()
  })

  it('is not there for another school, another class, a governor, or an id that is none', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const elm = await aSchool()
    const other = await aTeacherOf(school, await aClass(school), [])
    const governor = await aMember(school, 'governor')
    for (const actor of [elm.senco, other.actor, governor.actor])
      expect(await headerFor(actor, pupil.id)).toBeNull()
    expect(await headerFor(school.senco, newId())).toBeNull()
    expect(await headerFor(school.senco, 'pupil')).toBeNull()
  })
})

const form = (over: Record<string, unknown> = {}) =>
  pupilForm.parse({
    givenName: 'Bilal',
    familyName: 'Khan',
    dateOfBirth: boxes('2019-02-11'),
    upn: 'W999000126001',
    sex: 'M',
    yearGroup: '3',
    className: '3 Elm',
    homeLanguage: 'Urdu',
    ...over,
  })
const change = (over: Record<string, unknown> = {}) =>
  pupilChangeForm.parse({
    givenName: 'Amira',
    familyName: 'Khan',
    dateOfBirth: boxes('2018-05-03'),
    yearGroup: '4',
    ...over,
  })
const fieldOf = (outcome: { ok: true } | { ok: false; problems: { field: string }[] }) =>
  outcome.ok ? null : outcome.problems[0]?.field
const pupilsIn = (school: { id: string }) =>
  look('SELECT given_name FROM pupils WHERE school_id = $1 ORDER BY id', [school.id])

describe('adding a pupil', () => {
  it('keeps what the roll says, makes the class where there is none, and writes the trail', async () => {
    const school = await aSchool()
    const added = await addPupil(school.senco, form(), now)
    if (!added.ok) throw new Error(JSON.stringify(added.problems))
    expect(await getPupilToChange(school.senco, added.value.pupilId, now)).toMatchObject({
      givenName: 'Bilal',
      familyName: 'Khan',
      preferredName: null,
      dateOfBirth: '2019-02-11',
      upn: 'W999000126001',
      sex: 'M',
      yearGroup: 3,
      className: '3 Elm',
      homeLanguage: 'Urdu',
      onRollUntil: null,
      classNames: ['3 Elm'],
      pupil: { status: null, version: 1 },
    })
    expect(
      await addPupil(school.senco, form({ givenName: 'Sana', upn: '', className: '3 ELM' }), now),
    ).toMatchObject({ ok: true })
    expect(await look('SELECT name FROM classes WHERE school_id = $1', [school.id])).toEqual([
      { name: '3 Elm' },
    ])
    expect(await auditOf(school)).toEqual(['pupil.added', 'pupil.opened', 'pupil.added'])
  })

  it('refuses one who is here already, by UPN or by name and birthday, also when it is sent twice', async () => {
    const school = await aSchool()
    const both = await Promise.all([1, 2].map(() => addPupil(school.senco, form(), now)))
    expect(both.map(fieldOf).sort()).toEqual([null, 'upn'].sort())
    expect(fieldOf(await addPupil(school.senco, form({ givenName: 'Sana' }), now))).toBe('upn')
    expect(fieldOf(await addPupil(school.senco, form({ givenName: 'BILAL', upn: '' }), now))).toBe(
      'givenName',
    )
    expect(
      fieldOf(await addPupil(school.senco, form({ upn: '', dateOfBirth: boxes('2026-11-20') }), now)),
    ).toBe('dateOfBirth')
    expect(await pupilsIn(school)).toEqual([{ given_name: 'Bilal' }])
    // another school has its own roll
    expect(fieldOf(await addPupil((await aSchool()).senco, form(), now))).toBeNull()
  })
})

describe('changing a pupil', () => {
  it('puts it right, and names the fields in the trail but not what they held', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    expect(
      fieldOf(
        await changePupil(
          school.senco,
          pupil.id,
          1,
          change({ preferredName: 'Mira', onRollUntil: boxes('2027-07-21') }),
          now,
        ),
      ),
    ).toBeNull()
    expect(await headerFor(school.senco, pupil.id)).toMatchObject({
      name: 'Mira Khan',
      givenName: 'Mira',
      onRollUntil: '2027-07-21',
      version: 2,
    })
    const [entry] = await look<{ details: unknown }>(
      'SELECT details FROM audit_entries WHERE school_id = $1',
      [school.id],
    )
    expect(entry?.details).toEqual({ fields: ['preferredName', 'onRollUntil'] })
  })

  it('refuses a stale form, a day that cannot be, and another pupil’s number', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    await aPupil(school, { givenName: 'Bilal', upn: 'W999000126001' })
    expect(fieldOf(await changePupil(school.senco, pupil.id, 1, change({ upn: 'W999000126001' }), now))).toBe(
      'upn',
    )
    expect(fieldOf(await changePupil(school.senco, pupil.id, 1, change({ givenName: 'Bilal' }), now))).toBe(
      'givenName',
    )
    expect(
      fieldOf(
        await changePupil(school.senco, pupil.id, 1, change({ onRollUntil: boxes('2018-05-03') }), now),
      ),
    ).toBe('onRollUntil')
    await expect(changePupil(school.senco, pupil.id, 7, change({ className: '5 New' }), now)).rejects.toThrow(
      ChangedElsewhere,
    )
    // rolled back with the rest
    expect(await look('SELECT name FROM classes WHERE school_id = $1', [school.id])).toEqual([])
    expect(await headerFor(school.senco, pupil.id)).toMatchObject({ name: 'Amira Khan', version: 1 })
    expect(await auditOf(school)).toEqual([])
  })
})

describe('who teaches or supports a pupil', () => {
  const aNewTeacher = async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const teacher = await aMember(school, 'class-teacher', {
      givenName: 'Mary',
      familyName: 'Obi',
      pupils: [pupil],
    })
    return { school, pupil, teacher }
  }

  it('is named for the pupil, sees the record from then on, and no longer once it ended', async () => {
    const { school, pupil, teacher } = await aNewTeacher()
    await expect(getPupilPage(teacher.actor, pupil.id, now)).rejects.toThrow(NotFound)
    expect(fieldOf(await nameStaff(school.senco, pupil.id, { membershipId: teacher.id }, now))).toBeNull()
    const people = await getPupilPeople(school.senco, pupil.id, now)
    expect(people.staff).toEqual([
      {
        membershipId: teacher.id,
        name: 'Mary Obi',
        role: 'class-teacher',
        jobTitle: null,
        through: ['pupil'],
        pupilStaffId: expect.any(String) as string,
      },
    ])
    expect(people.choices).toEqual([])
    expect((await getPupilPage(teacher.actor, pupil.id, now)).pupil.name).toBe('Amira Khan')
    expect(fieldOf(await nameStaff(school.senco, pupil.id, { membershipId: teacher.id }, now))).toBe(
      'membershipId',
    )
    const linkId = people.staff[0]!.pupilStaffId!
    expect(fieldOf(await endStaff(school.senco, pupil.id, linkId, now))).toBeNull()
    expect(fieldOf(await endStaff(school.senco, pupil.id, linkId, now))).toBeNull()
    await expect(getPupilPage(teacher.actor, pupil.id, now)).rejects.toThrow(NotFound)
    // put back on the same day
    expect(fieldOf(await nameStaff(school.senco, pupil.id, { membershipId: teacher.id }, now))).toBeNull()
    expect((await getPupilPeople(school.senco, pupil.id, now)).staff.map(({ name }) => name)).toEqual([
      'Mary Obi',
    ])
    expect((await auditOf(school)).filter((action) => action !== 'pupil.opened')).toEqual([
      'pupil-staff.named',
      'pupil-staff.ended',
      'pupil-staff.named',
    ])
  })

  it('says how each of them knows the pupil', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    await aTeacherOf(school, ash, [pupil], {
      role: 'teaching-assistant',
      givenName: 'Joan',
      familyName: 'Pickering',
    })
    await aCycle(pupil, { responsibleId: teacher.id })
    const { staff } = await getPupilPage(teacher.actor, pupil.id, now)
    expect(staff.map(({ name, through }) => [name, through])).toEqual([
      ['Joan Pickering', ['class']],
      ['Tom Whitfield', ['class', 'plan']],
    ])
  })

  it('cannot be a parent, a governor, or someone of another school', async () => {
    const { school, pupil } = await aNewTeacher()
    const elm = await aSchool()
    const others = [
      await aMember(school, 'governor'),
      await aMember(elm, 'class-teacher'),
      (await aContact(pupil, { withAccount: true })).member!,
    ]
    for (const { id } of others)
      expect(fieldOf(await nameStaff(school.senco, pupil.id, { membershipId: id }, now))).toBe('membershipId')
    await expect(endStaff(school.senco, pupil.id, newId(), now)).rejects.toThrow(NotFound)
    expect(await auditOf(school)).toEqual([])
  })
})

describe('the pupil’s page', () => {
  const aWholeStory = async (howMuch: number) => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const assistant = await aTeacherOf(school, ash, [pupil], {
      role: 'teaching-assistant',
      givenName: 'Joan',
      familyName: 'Pickering',
    })
    const cycle = await aCycle(pupil, { responsibleId: teacher.id })
    for (let each = 0; each < howMuch; each++) {
      const parent = await aContact(pupil, { fullName: `Parent ${each}` })
      const outcome = await anOutcome(cycle, { position: each + 1 })
      const provision = await aProvision(cycle, [outcome], { deliveredById: assistant.id })
      await aDoNote(cycle, assistant, {
        provisionId: provision.id,
        outcomeId: outcome.id,
        measured: '31',
        happenedOn: `2026-11-${10 + each}`,
      })
      await aMeeting(pupil, { heldOn: `2026-10-${12 + each}`, ledById: teacher.id, parents: [parent] })
      await insert('concerns', {
        school_id: school.id,
        id: newId(),
        pupil_id: pupil.id,
        raised_by: 'staff',
        raised_on: '2026-09-07',
        words: 'Slow.',
        written_by_id: teacher.id,
      })
    }
    return { school, pupil, teacher, assistant }
  }

  it('holds the plan, cycles, meetings, notes, concerns and people, and who was not told', async () => {
    const { school, pupil, teacher } = await aWholeStory(2)
    const page = await getPupilPage(teacher.actor, pupil.id, now)
    expect(page).toMatchObject({
      pupil: { name: 'Amira Khan', responsible: { name: 'Tom Whitfield' } },
      plan: { number: 1, outcomes: [{ latest: { value: '31' } }, {}] },
      cycles: [{ number: 1, stage: 'do', overdueDays: 0 }],
      meetings: { standing: { held: 2, state: 'on-track' }, sentence: 'Third due by 7 July' },
      notes: [{ happenedOn: '2026-11-11' }, { happenedOn: '2026-11-10' }],
      notesInCycle: 2,
      concerns: [{ words: 'Slow.', wait: { isLate: true } }, {}],
      contacts: [{ name: 'Parent 0' }, { name: 'Parent 1' }],
      told: {
        nobodyToTell: null,
        lines: [
          { told: null, missing: 'R02' },
          { told: null, missing: 'R02' },
        ],
      },
      may: {
        raiseConcern: true,
        answerConcern: false,
        decideStatus: false,
        recordTold: false,
        readHistory: false,
        recordReview: true,
        startCycle: true,
      },
    })
    expect(await auditOf(school)).toEqual(['pupil.opened'])
  })

  it('is there for a pupil who is not on the register, and asks nobody to be told', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school, { status: 'none' })
    expect(await getPupilPage(school.senco, pupil.id, now)).toMatchObject({
      plan: null,
      cycles: [],
      notes: [],
      notesInCycle: 0,
      told: null,
      meetings: { standing: { state: 'not-in-scope' } },
      may: { decideStatus: true },
    })
    const withPlan = await aPupil(school, { status: 'ehc-plan' })
    expect((await getPupilPage(school.senco, withPlan.id, now)).told).toBeNull()
  })

  it('asks the database as often for a long record as for a short one', async () => {
    const count = async (howMuch: number) => {
      const { school, pupil } = await aWholeStory(howMuch)
      let statements = 0
      counted.push(() => (statements += 1))
      await getPupilPage(school.senco, pupil.id, now)
      counted.pop()
      return statements
    }
    const counted: (() => void)[] = []
    onStatement(() => counted.at(-1)?.())
    await count(1)
    const [short, long] = [await count(1), await count(5)]
    expect(short).toBeGreaterThan(3)
    expect(long).toBe(short)
    // Who asks, the head with the calendar, the trace, and then two that gather: a new part goes into one of them.
    expect(long).toBeLessThanOrEqual(10)
  })
})

describe('the history of a pupil', () => {
  it('tells who read and changed what, newest first, a hundred a page', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const teacher = await aMember(school, 'class-teacher', { givenName: 'Mary', familyName: 'Obi' })
    for (let minute = 0; minute < 105; minute++)
      await insert('audit_entries', {
        school_id: school.id,
        id: newId(),
        membership_id: teacher.id,
        action: 'do-note.written',
        subject_id: pupil.id,
        pupil_id: pupil.id,
        recorded_at: new Date(Date.UTC(2026, 10, 19, 9, minute)),
      })
    const first = await getPupilHistory(school.senco, pupil.id, 1, now)
    expect(first.entries).toHaveLength(100)
    expect(first.hasOlder).toBe(true)
    // reading the history is itself the newest line of it
    expect(first.entries[0]).toMatchObject({
      who: 'Ruth Adeyemi',
      role: 'senco',
      action: 'pupil.opened',
      details: { page: 'history' },
      at: now,
    })
    expect(first.entries[1]).toMatchObject({ who: 'Mary Obi', at: new Date('2026-11-19T10:44:00Z') })
    const second = await getPupilHistory(school.senco, pupil.id, 2, now)
    expect([second.entries.length, second.hasOlder]).toEqual([7, false])
  })
})

describe('who may', () => {
  it('is told that there is no such pupil where they do not work with them, and may not do more than their role', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const mother = await aContact(pupil, { withAccount: true })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
    const other = await aTeacherOf(school, await aClass(school), [])
    const governor = await aMember(school, 'governor')
    const elm = await aSchool()
    const leading = (actor: Actor) => [
      changePupil(actor, pupil.id, 1, change(), now),
      nameStaff(actor, pupil.id, { membershipId: teacher.id }, now),
      endStaff(actor, pupil.id, newId(), now),
      getPupilToChange(actor, pupil.id, now),
      getPupilPeople(actor, pupil.id, now),
      getPupilHistory(actor, pupil.id, 1, now),
    ]
    const reasons = async (acts: Promise<unknown>[]) =>
      (await Promise.allSettled(acts)).map((act) =>
        act.status === 'rejected' ? (act.reason as Error).name : 'done',
      )
    for (const { actor } of [teacher, assistant]) {
      expect(new Set(await reasons(leading(actor)))).toEqual(new Set(['NotAllowed']))
      expect((await getPupilPage(actor, pupil.id, now)).pupil.name).toBe('Amira Khan')
    }
    for (const actor of [other.actor, mother.actor, governor.actor, elm.senco])
      expect(new Set(await reasons([...leading(actor), getPupilPage(actor, pupil.id, now)]))).toEqual(
        new Set(['NotFound']),
      )
    for (const { actor } of [teacher, assistant, mother, governor]) {
      await expect(addPupil(actor, form(), now)).rejects.toThrow(NotAllowed)
      await expect(getNewPupilPage(actor)).rejects.toThrow(NotAllowed)
    }
    expect((await auditOf(school)).filter((action) => action !== 'pupil.opened')).toEqual([])
    const head = await aMember(school, 'headteacher')
    expect(fieldOf(await changePupil(head.actor, pupil.id, 1, change(), now))).toBeNull()
  })
})
