import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Client } from 'pg'
import {
  aCatalogueEntry,
  aClass,
  aContact,
  aCycle,
  aDoNote,
  aMeeting,
  aMember,
  aPlanLine,
  aPlanVersion,
  anEarlyDiscussion,
  anOutcome,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
  type TestSchool,
} from '@/tests/factories'
import { anAbsence } from '@/tests/factories/absence'
import { insert, look, newId } from '@/tests/factories/insert'

// The role matrix of docs/access.md against the database itself, with no help from the app: each role
// signs in to Postgres as the app does, says who it is, and counts what it sees.
const NOBODY = { schoolId: newId(), membershipId: newId() }

type Who = { schoolId: string; membershipId: string }
type Row = Record<string, unknown>
let db: Client
let school: TestSchool
let elm: TestSchool
const people: Record<string, Who> = {}

const as = async <T>(who: Who, work: () => Promise<T>): Promise<T> => {
  await db.query('BEGIN')
  await db.query(`SELECT set_config('app.school_id', $1, true), set_config('app.membership_id', $2, true)`, [
    who.schoolId,
    who.membershipId,
  ])
  try {
    return await work()
  } finally {
    await db.query('ROLLBACK')
  }
}
const count = async (who: Who, table: string) =>
  as(who, async () =>
    Number((await db.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n),
  )

// One pupil in Tom's class with everything, and one in another class; the mother has an account, so has a separated father.
beforeAll(async () => {
  db = new Client({ connectionString: process.env.DATABASE_URL })
  await db.connect()
  school = await aSchool()
  elm = await aSchool({ name: 'Elm Road Primary' })
  const [ash, oak] = [await aClass(school), await aClass(school)]
  const pupil = await aPupil(school, { classId: ash.id })
  const other = await aPupil(school, { classId: oak.id, givenName: 'Ben' })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const elsewhere = await aTeacherOf(school, await aClass(school), [])
  const mother = await aContact(pupil, { withAccount: true, address: '1 Mill Lane' })
  const father = await aContact(pupil, { withAccount: true, fullName: 'Imran Khan', address: '2 Hill Road' })
  const restricted = await aContact(pupil, {
    withAccount: true,
    fullName: 'Sam Khan',
    restrictedFrom: '2025-01-01',
  })
  await aContact(other, { withAccount: true, fullName: 'Zoe Barlow' })
  const head = await aMember(school, 'headteacher')
  const governor = await aMember(school, 'governor')
  const left = await aMember(school, 'senco', { untilOn: '2020-12-31' })

  for (const one of [pupil, other]) {
    const cycle = await aCycle(one)
    const outcomes = [await anOutcome(cycle), await anOutcome(cycle, { position: 2, shared: false })]
    await aProvision(cycle, outcomes.slice(0, 1))
    await aProvision(cycle, outcomes.slice(1), { shared: false })
    // Personal care: given by the assistant, and published apart from the plan that all staff read (P44).
    const care = await aProvision(cycle, outcomes.slice(0, 1), { deliveredById: assistant.id, care: true })
    await aPlanLine(cycle)
    await aPlanLine(cycle, { shared: false })
    const version = await aPlanVersion(cycle, teacher)
    const own = { school_id: school.id, pupil_id: one.id }
    await insert('plan_care_versions', {
      ...{ ...own, id: newId(), version_id: version.id, provision_id: care.id, given_by: [assistant.id] },
      ...{ content: '{}', shared_at: '2026-11-09T09:00:00Z' },
    })
    await insert('read_receipts', {
      ...{ ...own, id: newId(), version_id: version.id, membership_id: teacher.id },
      read_at: '2026-11-10T09:00:00Z',
    })
    await insert('participation_notes', {
      ...{
        ...own,
        id: newId(),
        happened_on: '2026-11-10',
        activity: 'club',
        what: 'Choir',
        joined: 'joined',
      },
      ...{ changed: 'Sits at the side', written_by_id: teacher.id, form_key: newId() },
    })
    await anAbsence(one, teacher)
    await aDoNote(cycle, teacher, { shared: true })
    await aDoNote(cycle, teacher)
    const concernId = newId()
    await insert('concerns', {
      school_id: school.id,
      id: concernId,
      pupil_id: one.id,
      raised_by: 'staff',
      raised_on: '2026-10-01',
      words: 'Reading',
      written_by_id: teacher.id,
    })
    const by = '2026-10-01T09:00:00Z'
    await insert('review_drafts', {
      ...{ ...own, id: newId(), cycle_id: cycle.id, answers: { support: 'Not said yet' } },
      ...{ saved_by_id: teacher.id, saved_at: by },
    })
    await insert('review_date_moves', {
      ...{
        ...own,
        id: newId(),
        cycle_id: cycle.id,
        kind: 'moved',
        from_on: '2026-12-04',
        to_on: '2026-12-10',
      },
      ...{ reason: 'Ill', moved_by_id: teacher.id, moved_at: by, shared_at: by },
    })
    await insert('specialist_involvements', {
      ...{ ...own, id: newId(), service: 'paediatrics', asked_for: 'Hearing', parents_said: 'Yes' },
      ...{ requested_on: '2026-10-01', parents_involved_on: '2026-10-01', recorded_by_id: teacher.id },
      ...{ recorded_at: by, shared_at: by },
    })
    await insert('concern_decisions', {
      ...{ school_id: school.id, id: newId(), pupil_id: one.id, concern_id: concernId, decision: 'monitor' },
      ...{ reasons: [], words: 'Watched', decided_on: '2026-10-02', decided_by_id: school.sencoMember.id },
    })
    await anEarlyDiscussion(one, teacher, { givenTo: one === pupil ? [mother] : [] })
    await insert('audit_entries', {
      school_id: school.id,
      id: newId(),
      membership_id: school.sencoMember.id,
      action: 'pupil.opened',
      subject_id: one.id,
      recorded_at: '2026-10-01T09:00:00Z',
    })
  }
  await aCatalogueEntry(school)
  await insert('staff_trainings', {
    ...{ school_id: school.id, id: newId(), membership_id: assistant.id },
    ...{ training: 'Moving and handling', held_on: '2026-09-03' },
  })
  await insert('staff_absences', {
    ...{ school_id: school.id, id: newId(), membership_id: assistant.id, from_on: '2026-11-02' },
    ...{ recorded_by_id: head.id, recorded_at: '2026-11-02T09:00:00Z', form_key: newId() },
  })
  await aMeeting(pupil, { parents: [mother], withRecord: true, ledById: teacher.id })
  await aMeeting(pupil, { heldOn: '2026-10-16', parents: [father], withRecord: true, ledById: teacher.id })
  await aMeeting(pupil, { heldOn: '2026-12-01', status: 'booked', parents: [father] })
  await aMeeting(other, { heldOn: '2026-10-20' })

  const who = (member: { id: string } | null): Who => ({ schoolId: school.id, membershipId: member!.id })
  Object.assign(people, {
    senco: who(school.sencoMember),
    headteacher: who(head),
    'class-teacher': who(teacher),
    'teaching-assistant': who(assistant),
    'another teacher': who(elsewhere),
    mother: who(mother.member),
    father: who(father.member),
    'restricted parent': who(restricted.member),
    governor: who(governor),
    'a SENCO who has left': who(left),
    "another school's SENCO": { schoolId: elm.id, membershipId: elm.sencoMember.id },
    "another school's SENCO naming this school": { schoolId: school.id, membershipId: elm.sencoMember.id },
    nobody: NOBODY,
  })
})
afterAll(() => db.end())

type Cells = string[]

/** The rows under the table whose first line of cells begins with these words, in docs/access.md. */
function tableIn(page: string, heading: string): { head: Cells; rows: Cells[] } {
  const section = page.slice(page.indexOf(`## ${heading}`)).split('\n## ')[0] ?? ''
  const [head = [], , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
  return { head, rows }
}

const access = readFileSync('docs/access.md', 'utf8')
const shown = tableIn(access, 'What Postgres shows')
const written = tableIn(access, 'What Postgres lets be written')

describe('what each role sees, by table', () => {
  it('is written down for every role there is', () => {
    expect(shown.rows.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'senco',
        'headteacher',
        'class-teacher',
        'teaching-assistant',
        'mother',
        'governor',
      ]),
    )
  })

  it.each(shown.rows.map((cells) => [cells[0]!, cells] as const))('%s', async (name, cells) => {
    const seen = [name]
    for (const table of shown.head.slice(1)) seen.push(String(await count(people[name]!, table)))
    expect(Object.fromEntries(shown.head.map((table, i) => [table, seen[i]]))).toEqual(
      Object.fromEntries(shown.head.map((table, i) => [table, cells[i]])),
    )
  })

  it('walks every table of a school: nobody and another school see nothing of this one', async () => {
    const tables = await look<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'school_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
    )
    for (const { name } of tables) {
      expect([name, await count(NOBODY, name)]).toEqual([name, 0])
      const seen = await as(
        people["another school's SENCO"]!,
        async () =>
          (
            await db.query<{ n: string }>(`SELECT count(*) AS n FROM ${name} WHERE school_id = $1`, [
              school.id,
            ])
          ).rows[0]?.n,
      )
      expect([name, seen]).toEqual([name, '0'])
    }
  })

  it('never shows one parent the address of the other', async () => {
    const seen = await as(
      people.mother!,
      async () => (await db.query<Row>('SELECT full_name, address FROM contacts')).rows,
    )
    expect(seen).toEqual([{ full_name: 'Farah Khan', address: '1 Mill Lane' }])
  })

  it('gives the governor figures without a name, an id or a birth date', async () => {
    const rows = await as(
      people.governor!,
      async () =>
        (await db.query<Row>(`SELECT * FROM app.standing_facts('2026-09-01', '2027-08-31', '2026-11-20')`))
          .rows,
    )
    expect(rows).toHaveLength(2)
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'birth_year_first',
      'meetings',
      'need_code',
      'parents',
      'review_due',
      'statuses',
      'year_group',
      'young_person_told',
    ])
    expect(JSON.stringify(rows)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|Amira|Khan/)
    const teachers = await as(
      people['class-teacher']!,
      async () =>
        (await db.query<Row>(`SELECT * FROM app.standing_facts('2026-09-01', '2027-08-31', '2026-11-20')`))
          .rows,
    )
    expect(teachers).toEqual([])
  })
})

describe('what each role may write', () => {
  const attempts: [string, (who: Who) => Promise<unknown>][] = [
    [
      'pupils',
      (who) =>
        db.query(
          `INSERT INTO pupils (school_id, id, given_name, family_name, date_of_birth) VALUES ($1, $2, 'X', 'Y', '2018-01-01')`,
          [who.schoolId, newId()],
        ),
    ],
    [
      'cycles',
      async (who) =>
        db
          .query(
            `INSERT INTO cycles (school_id, id, pupil_id, number, stage, started_on, closed_on) SELECT $1, $2, id, 9, 'closed', '2026-10-01', '2026-10-02' FROM pupils LIMIT 1`,
            [who.schoolId, newId()],
          )
          .then(one),
    ],
    [
      'do_notes',
      async (who) =>
        db
          .query(
            `INSERT INTO do_notes (school_id, id, pupil_id, cycle_id, happened_on, delivered, written_by_id, form_key) SELECT $1, $2, pupil_id, id, '2026-10-01', 'given', $3, $2 FROM cycles LIMIT 1`,
            [who.schoolId, newId(), who.membershipId],
          )
          .then(one),
    ],
    ['schools', async () => db.query(`UPDATE schools SET name = 'Mine'`).then(one)],
  ]
  const one = (result: { rowCount: number | null }) => {
    if (result.rowCount !== 1) throw new Error('no row was written')
  }

  it.each(written.rows.map((cells) => [cells[0]!, cells[1]!] as const))('%s: %s', async (name, may) => {
    const who = people[name]!
    const done: string[] = []
    for (const [table, attempt] of attempts)
      if (
        await as(who, () =>
          attempt(who).then(
            () => true,
            () => false,
          ),
        )
      )
        done.push(table)
    expect(done.join(', ') || 'nothing').toBe(may)
  })

  it('keeps everyone from writing into another school, and from hanging a row on its pupil', async () => {
    const who = people["another school's SENCO"]!
    const pupil = (
      await look<{ id: string }>('SELECT id FROM pupils WHERE school_id = $1 LIMIT 1', [school.id])
    )[0]!.id
    await expect(
      as(who, () =>
        db.query(
          `INSERT INTO pupils (school_id, id, given_name, family_name, date_of_birth) VALUES ($1, $2, 'X', 'Y', '2018-01-01')`,
          [school.id, newId()],
        ),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      as(who, () =>
        db.query(
          `INSERT INTO cycles (school_id, id, pupil_id, number, started_on) VALUES ($1, $2, $3, 1, '2026-10-01')`,
          [elm.id, newId(), pupil],
        ),
      ),
    ).rejects.toThrow(/foreign key/)
  })

  it('keeps an audit entry in one’s own name, and for ever', async () => {
    const who = people['class-teacher']!
    await expect(
      as(who, () =>
        db.query(
          `INSERT INTO audit_entries (school_id, id, membership_id, action, subject_id, recorded_at) VALUES ($1, $2, $3, 'x.y', $2, now())`,
          [school.id, newId(), school.sencoMember.id],
        ),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      as(people.senco!, () => db.query(`UPDATE audit_entries SET action = 'x.y'`)),
    ).rejects.toThrow(/permission denied/)
    await expect(as(people.senco!, () => db.query('DELETE FROM do_notes'))).rejects.toThrow(
      /permission denied/,
    )
  })

  it('forgets who was asking when the transaction ends', async () => {
    await as(people.senco!, () => Promise.resolve())
    expect((await db.query<{ n: string }>('SELECT count(*) AS n FROM pupils')).rows[0]?.n).toBe('0')
  })
})
