import { beforeAll, describe, expect, it } from 'vitest'
import { asActor, onStatement } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { getPupilPage } from '@/lib/pupil/queries'
import { TIMELINE_KINDS, type TimelineFilter } from '@/lib/timeline/kinds.rules'
import { KINDS } from '@/lib/timeline/kinds.words'
import { getTimeline } from '@/lib/timeline/queries'
import { changedWords, changeLines } from '@/lib/timeline/since.words'
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
} from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const everything: TimelineFilter = { year: null, kinds: [], since: null }

async function aStory() {
  const school = await aSchool()
  const ash = await aClass(school, { name: '4 Ash' })
  const pupil = await aPupil(school, { classId: ash.id, statusFrom: '2026-09-03' })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil)
  const outcome = await anOutcome(cycle)
  const provision = await aProvision(cycle, [outcome])
  return { school, ash, pupil, teacher, assistant, mother, cycle, outcome, provision }
}

type Story = Awaited<ReturnType<typeof aStory>>

const anAct = (
  { school, pupil }: Story,
  membershipId: string,
  action: string,
  at: string,
  details: object | null = null,
) =>
  insert('audit_entries', {
    school_id: school.id,
    id: newId(),
    membership_id: membershipId,
    action,
    subject_id: pupil.id,
    pupil_id: pupil.id,
    details: details && JSON.stringify(details),
    recorded_at: at,
  })

describe('the timeline of a pupil', () => {
  let story: Story
  beforeAll(async () => {
    story = await aStory()
    const { school, pupil, teacher, mother, cycle, outcome, provision } = story
    const own = { school_id: school.id, pupil_id: pupil.id }
    await insert('concerns', {
      ...own,
      id: newId(),
      raised_by: 'parent',
      contact_id: mother.id,
      raised_on: '2026-09-01',
      words: 'She cries before school.',
      written_by_id: teacher.id,
      decision: 'sen-support',
      answer: 'Agreed with the parents.',
      answered_on: '2026-09-02',
      decided_by_id: school.sencoMember.id,
    })
    await insert('parent_notifications', {
      ...own,
      id: newId(),
      sen_status_id: pupil.statusId,
      contact_id: mother.id,
      method: 'letter',
      told_on: '2026-09-04',
      recorded_by_id: school.sencoMember.id,
    })
    await insert('assessment_sources', {
      ...own,
      id: newId(),
      cycle_id: cycle.id,
      kind: 'teacher',
      said_by: 'Tom Whitfield',
      said_on: '2026-09-09',
      words: 'Reads single words.',
      written_by_id: teacher.id,
    })
    await insert('plan_versions', {
      ...own,
      id: newId(),
      cycle_id: cycle.id,
      number: 2,
      published_at: '2026-11-04T10:00:00Z',
      published_by_id: teacher.id,
      applies_from: '2026-11-04',
      reason: 'The group was too large',
      content: '{}',
    })
    for (const day of ['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-16'])
      await aDoNote(cycle, teacher, {
        happenedOn: day,
        provisionId: provision.id,
        outcomeId: outcome.id,
        measured: day === '2026-11-12' ? '24' : null,
      })
    await aMeeting(pupil, { heldOn: '2026-10-14', parents: [mother], ledById: teacher.id })
    await aMeeting(pupil, { heldOn: '2026-12-03', status: 'booked', parents: [mother], ledById: teacher.id })
    const before = await aCycle(pupil, {
      number: 9,
      stage: 'closed',
      startedOn: '2026-03-02',
      activatedOn: '2026-03-09',
      reviewDue: '2026-06-12',
      closedOn: '2026-07-01',
    })
    await insert('reviews', {
      ...own,
      id: newId(),
      cycle_id: before.id,
      due_on: '2026-06-12',
      held_on: '2026-07-01',
      decision: 'continue',
      decision_reason: 'She is getting there',
      recorded_by_id: teacher.id,
    })
  })

  const told = async (filter: Partial<TimelineFilter> = {}) => {
    const { rows } = await getTimeline(story.teacher.actor, story.pupil.id, { ...everything, ...filter }, now)
    return rows.map((row) => `${row.on} ${KINDS[row.kind].say(row, '').title}`)
  }

  it('tells everything of this school year by the day it happened, the latest first', async () => {
    expect(await told()).toEqual([
      '2026-12-03 Parent meeting: booked',
      '2026-11-16 1 Do note in the week: 1 given, 10 minutes',
      '2026-11-12 3 Do notes in the week: 3 given, 30 minutes',
      '2026-11-12 1 measurement in the week',
      '2026-11-04 Plan of cycle 1 changed, version 2',
      '2026-10-14 Parent meeting: held',
      '2026-09-09 Assess: The teacher’s assessment and experience of the pupil',
      '2026-09-07 Cycle 1 started',
      '2026-09-04 Told of SEN support: Farah Khan',
      '2026-09-03 SEN support began',
      '2026-09-03 Needs recorded',
      '2026-09-02 Concern decided: SEN support',
      '2026-09-01 Concern raised by a parent or carer',
    ])
  })

  it('tells of one kind, and of an earlier year, and how much there is of each', async () => {
    expect(await told({ kinds: ['concern'] })).toHaveLength(2)
    expect(await told({ year: 2025 })).toEqual([
      '2026-07-01 Cycle 9 closed',
      '2026-07-01 Review of cycle 9: Carry on with the same support',
      '2026-03-09 Plan of cycle 9 came into force',
      '2026-03-02 Cycle 9 started',
    ])
    const { years, year, counts } = await getTimeline(story.school.senco, story.pupil.id, everything, now)
    expect({ years, year }).toEqual({ years: [2026, 2025], year: 2026 })
    expect(counts.find(({ kind }) => kind === 'do-note')?.entries).toBe(2)
    expect(
      (await getTimeline(story.school.senco, story.pupil.id, { ...everything, year: 1999 }, now)).year,
    ).toBe(2026)
  })

  it('keeps every word of a week of notes, and says how late a review was for ever', async () => {
    const { rows } = await getTimeline(story.assistant.actor, story.pupil.id, everything, now)
    const week = rows.find(({ kind, on }) => kind === 'do-note' && on === '2026-11-12')
    expect(week && KINDS['do-note'].say(week, '').lines).toEqual([
      expect.stringMatching(/^12 November: Precision teaching, given/),
      expect.stringMatching(/^10 November: Precision teaching, given/),
      expect.stringMatching(/^9 November: Precision teaching, given/),
    ])
    const last = await getTimeline(story.assistant.actor, story.pupil.id, { ...everything, year: 2025 }, now)
    const review = last.rows.find(({ kind }) => kind === 'review')
    expect(review && KINDS.review.say(review, '').lines).toEqual([
      'Reviewed 19 days late. She is getting there',
    ])
  })

  it('is for those who work with the pupil, and opening it is written down', async () => {
    const { school, pupil, mother, teacher } = story
    const elm = await aSchool()
    const other = await aTeacherOf(school, await aClass(school), [])
    const governor = await aMember(school, 'governor')
    for (const actor of [elm.senco, other.actor, governor.actor, mother.actor])
      await expect(getTimeline(actor, pupil.id, everything, now)).rejects.toThrow(NotFound)
    await getTimeline(teacher.actor, pupil.id, everything, now)
    expect(
      await look(
        `SELECT details FROM audit_entries WHERE pupil_id = $1 AND membership_id = $2 AND action = 'pupil.opened' ORDER BY recorded_at DESC LIMIT 1`,
        [pupil.id, teacher.id],
      ),
    ).toEqual([{ details: { page: 'timeline' } }])
  })
})

it('tells of dates that moved, specialists, questions, agreement, what was seen and joining in', async () => {
  const story = await aStory()
  const { school, pupil, teacher, cycle, mother } = story
  const own = { school_id: school.id, pupil_id: pupil.id }
  const add = (table: string, row: object) => insert(table, { ...own, id: newId(), ...row })
  const at = '2026-11-10T12:00:00Z'
  await add('review_date_moves', {
    cycle_id: cycle.id,
    kind: 'moved',
    from_on: '2026-12-04',
    to_on: '2026-12-11',
    reason: 'The teacher is ill',
    moved_by_id: teacher.id,
    moved_at: at,
  })
  await add('specialist_involvements', {
    service: 'speech-and-language',
    asked_for: 'What to try next',
    requested_on: '2026-11-09',
    parents_involved_on: '2026-11-08',
    parents_said: 'Yes please',
    report_received_on: '2026-11-18',
    recorded_by_id: school.sencoMember.id,
    recorded_at: at,
  })
  await add('open_questions', {
    what: 'Does she hear well?',
    owner_id: teacher.id,
    due_on: '2026-12-01',
    asked_by_id: teacher.id,
    asked_at: at,
  })
  await add('plan_agreements', {
    cycle_id: cycle.id,
    contact_id: mother.id,
    answer: 'partly',
    said: 'Not during playtime',
    method: 'in-person',
    answered_on: '2026-11-11',
    recorded_by_id: teacher.id,
    recorded_at: at,
  })
  await add('observations', {
    seen_on: '2026-11-12',
    place: 'Playground',
    words: 'Played alone',
    written_by_id: teacher.id,
    written_at: at,
    form_key: newId(),
  })
  await add('participation_notes', {
    happened_on: '2026-11-13',
    activity: 'trip',
    what: 'Trip to the museum',
    joined: 'joined',
    changed: 'A quiet room was booked',
    written_by_id: teacher.id,
    written_at: at,
    form_key: newId(),
  })
  const { rows } = await getTimeline(teacher.actor, pupil.id, everything, now)
  expect(
    rows
      .filter(({ on }) => on > '2026-11-01')
      .map((row) => {
        const { title, lines } = KINDS[row.kind].say(row, '')
        return [title, ...lines].join('. ')
      }),
  ).toEqual([
    'Report of a specialist came: Speech and language therapy',
    'Joined in: Trip to the museum. A quiet room was booked',
    'Observed: Playground. Played alone',
    'Farah Khan agreed with part of the plan. Not during playtime',
    'Still to be found out. Does she hear well?',
    'Review of cycle 1 moved from 4 December 2026 to 11 December 2026. The teacher is ill',
    'Specialist asked: Speech and language therapy. What to try next',
  ])
})

describe('what has changed since one last looked', () => {
  it('is what others did, and not oneself, since the last looking that is over', async () => {
    const first = await aStory()
    const page = (at: Date) => getPupilPage(first.teacher.actor, first.pupil.id, at)
    expect((await page(new Date('2026-11-03T10:42:00Z'))).changed).toBeNull()
    await anAct(first, first.assistant.id, 'do-note.written', '2026-11-03T10:00:00Z')
    await anAct(first, first.assistant.id, 'do-note.written', '2026-11-04T10:00:00Z')
    await anAct(first, first.assistant.id, 'do-note.written', '2026-11-04T11:00:00Z')
    await anAct(first, first.teacher.id, 'do-note.written', '2026-11-04T12:00:00Z')
    await anAct(first, first.school.sencoMember.id, 'plan.activated', '2026-11-05T10:00:00Z')
    await anAct(first, first.school.sencoMember.id, 'pupil.opened', '2026-11-05T10:00:00Z', { page: 'pupil' })
    const { changed: seen } = await page(now)
    expect(seen?.since).toEqual(new Date('2026-11-03T10:42:00Z'))
    expect(changedWords(seen)).toBe('1 in Plan, 2 in Do notes')
    expect(changeLines(seen?.changes ?? []).map(({ on, words }) => `${on} ${words}`)).toEqual([
      '2026-11-05 Ruth Adeyemi brought the plan into force',
      '2026-11-04 Tom Whitfield wrote a Do note, 2 times',
    ])

    // still looking: back from the timeline a quarter of an hour later it is not gone, an hour later it is
    const timeline = await getTimeline(
      first.teacher.actor,
      first.pupil.id,
      { ...everything, since: seen!.since },
      new Date('2026-11-20T09:05:00Z'),
    )
    expect(timeline.rows).toEqual([])
    expect(timeline.changed?.changes).toHaveLength(3)
    expect(changedWords((await page(new Date('2026-11-20T09:15:00Z'))).changed)).toBe(
      '1 in Plan, 2 in Do notes',
    )
    const later = (await page(new Date('2026-11-20T10:30:00Z'))).changed
    expect(later?.since).toEqual(new Date('2026-11-20T09:15:00Z'))
    expect(changedWords(later)).toBeNull()
  })

  it('tells a teacher nothing of contacts and restrictions, and nobody anything of pupils they do not have', async () => {
    const story = await aStory()
    const { school, teacher, pupil, mother } = story
    for (const who of [teacher.id, school.sencoMember.id])
      await anAct(story, who, 'pupil.opened', '2026-11-01T10:00:00Z', { page: 'pupil' })
    const head = await aMember(school, 'headteacher')
    await anAct(story, head.id, 'contact.restricted', '2026-11-02T10:00:00Z')
    await anAct(story, head.id, 'review.recorded', '2026-11-02T10:00:00Z')
    const acts = (actor: typeof teacher.actor) =>
      asActor(
        actor,
        (tx) => tx.$queryRaw<{ action: string }[]>`
          SELECT action FROM app.changed_since_i_looked(${pupil.id}::uuid, ${now}::timestamptz) ORDER BY action`,
      )
    expect(await acts(teacher.actor)).toEqual([{ action: 'review.recorded' }])
    expect(await acts(school.senco)).toEqual([
      { action: 'contact.restricted' },
      { action: 'review.recorded' },
    ])
    const other = await aTeacherOf(school, await aClass(school), [])
    await anAct(story, other.id, 'pupil.opened', '2026-11-01T10:00:00Z', { page: 'pupil' })
    await anAct(story, mother.member!.id, 'pupil.opened', '2026-11-01T10:00:00Z', { page: 'pupil' })
    expect(await acts(other.actor)).toEqual([])
    expect(await acts(mother.actor)).toEqual([])
  })

  it('is not what the sheet of the class counts as looking', async () => {
    const story = await aStory()
    await anAct(story, story.teacher.id, 'pupil.opened', '2026-11-01T10:00:00Z', { page: 'pupil' })
    await anAct(story, story.assistant.id, 'do-note.written', '2026-11-02T10:00:00Z')
    await anAct(story, story.teacher.id, 'pupil.opened', '2026-11-03T10:00:00Z', { page: 'class-sheet' })
    const { changed } = await getPupilPage(story.teacher.actor, story.pupil.id, now)
    expect(changedWords(changed)).toBe('1 in Do notes')
  })
})

describe('how many statements a page sends', () => {
  it('does not grow with cycles, outcomes, notes or what others changed', async () => {
    const story = await aStory()
    const { pupil, teacher, assistant } = story
    let statements = 0
    onStatement(() => (statements += 1))
    const count = async () => {
      const each: number[] = []
      for (const page of [
        () => getPupilPage(teacher.actor, pupil.id, now),
        () => getTimeline(teacher.actor, pupil.id, everything, now),
        () => getTimeline(teacher.actor, pupil.id, { ...everything, since: now }, now),
      ]) {
        const before = statements
        await page()
        each.push(statements - before)
      }
      return each
    }
    await anAct(story, teacher.id, 'pupil.opened', '2026-11-01T10:00:00Z', { page: 'pupil' })
    const few = await count()
    for (let number = 2; number <= 8; number++) {
      const cycle = await aCycle(pupil, {
        number,
        stage: 'closed',
        startedOn: `202${number - 2}-01-05`,
        closedOn: `202${number - 2}-04-05`,
      })
      const outcomes = [await anOutcome(cycle), await anOutcome(cycle, { position: 2 })]
      const provision = await aProvision(cycle, outcomes)
      for (let n = 0; n < 10; n++)
        await aDoNote(cycle, assistant, {
          happenedOn: `202${number - 2}-02-${String(n + 10)}`,
          provisionId: provision.id,
        })
      await anAct(story, assistant.id, 'do-note.written', `2026-11-0${number}T10:00:00Z`)
    }
    expect(await count()).toEqual(few)
    expect(few[0]).toBeGreaterThan(5)
  })
})

it('every kind has words of its own and acts that belong to no other', () => {
  const acts = TIMELINE_KINDS.flatMap((kind) => KINDS[kind].acts)
  expect(new Set(acts).size).toBe(acts.length)
  expect(new Set(TIMELINE_KINDS.map((kind) => KINDS[kind].name)).size).toBe(TIMELINE_KINDS.length)
})
