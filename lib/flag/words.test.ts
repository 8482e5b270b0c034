import { describe, expect, it } from 'vitest'
import { type IsoDate, isoDate } from '@/lib/calendar/iso-date'
import type { ListedMeeting } from '@/lib/parent-meeting/list.rules'
import { DEFAULT_STANDING_SETTINGS } from '@/lib/parent-meeting/rules'
import { yearOf2026 } from '@/lib/parent-meeting/standing.fixture'
import { concernFlag, type OpenConcern, toldFlag, type ToldPupil } from './family.words'
import { behindLine, meetingFlag, notMetLine, standingFlag } from './meetings.words'
import { planFlag, reviewFlag, type TodayPupil } from './pupil.words'
import { dayLine, greeting, groupNote, kindHeading, moreWords, reviewsSoonLine } from './words'

const today = isoDate('2027-03-16')
const calendar = { ...yearOf2026, settings: { ...DEFAULT_STANDING_SETTINGS, includeEhcPlan: true } }
const named = {
  ...yearOf2026,
  terms: yearOf2026.terms.map((term, at) => ({ ...term, name: ['Autumn', 'Spring', 'Summer'][at] ?? '' })),
}

const standing = (held: number, state: TodayPupil['standing']['state'] = 'at-risk') => ({
  state,
  held,
  required: 3,
  eachYear: 3,
  booked: 0,
  expectedByNow: 2,
  schoolDaysLeft: 74,
  fewerThanThree: held < 3,
  nextDue: isoDate('2027-07-07'),
})

const mason = (over: Partial<TodayPupil> = {}): TodayPupil => ({
  pupilId: 'mason',
  name: 'Mason Clarke',
  className: '4 Ash',
  stage: 'do',
  cycleId: 'cycle',
  cycleNumber: 2,
  reviewDue: isoDate('2027-03-05'),
  responsible: 'Tom Whitfield',
  lastReviewOn: null,
  onRegisterSince: isoDate('2025-09-03'),
  standing: standing(2, 'on-track'),
  sentence: 'Third due by 7 July',
  ...over,
})

describe('a review', () => {
  it.each([
    [
      '2027-03-05',
      'missed',
      'Record Mason Clarke’s review',
      '11 days overdue',
      'pupils/mason/cycles/cycle/review',
    ],
    [
      '2027-03-15',
      'missed',
      'Record Mason Clarke’s review',
      '1 day overdue',
      'pupils/mason/cycles/cycle/review',
    ],
    [
      '2027-03-16',
      'at-risk',
      'Record Mason Clarke’s review',
      'Due today',
      'pupils/mason/cycles/cycle/review',
    ],
    ['2027-03-17', 'coming-up', 'Prepare Mason Clarke’s review', 'Due 17 March', 'pupils/mason'],
    ['2027-03-30', 'coming-up', 'Prepare Mason Clarke’s review', 'Due 30 March', 'pupils/mason'],
  ])('agreed for %s is %s', (due, group, act, since, path) => {
    expect(reviewFlag(mason({ reviewDue: isoDate(due) }), today)).toMatchObject({
      group,
      act,
      since,
      path,
      source: 'Code 6.53',
    })
  })

  it('says who answers for it and what was agreed', () => {
    expect(reviewFlag(mason(), today)?.who).toBe('4 Ash, Tom Whitfield. Agreed date 5 March')
    expect(reviewFlag(mason({ className: null, responsible: null }), today)?.who).toBe('Agreed date 5 March')
  })

  it.each([
    ['more than two weeks away', { reviewDue: isoDate('2027-03-31') }],
    ['not agreed', { reviewDue: null }],
    ['of no open cycle', { cycleId: null }],
  ])('%s is not spoken of', (_why, over) => {
    expect(reviewFlag(mason(over), today)).toBeNull()
  })

  it('is told with others of one day in one line', () => {
    const due = [1, 2].map(() => mason({ reviewDue: isoDate('2027-03-25') }))
    expect(reviewsSoonLine(due).who).toBe('All on 25 March')
  })

  it('is told with others in one line', () => {
    const due = ['2027-03-25', '2027-03-17', '2027-03-22'].map((day) => mason({ reviewDue: isoDate(day) }))
    expect(reviewsSoonLine(due)).toEqual({
      act: 'See the 3 reviews due by 25 March',
      who: 'The first is due on 17 March',
      since: 'By 25 March',
      source: 'Code 6.53',
      path: 'sen-register?sort=review',
    })
  })
})

describe('a pupil without a plan', () => {
  const waiting = (over: Partial<TodayPupil>) =>
    planFlag(mason({ stage: 'none', cycleId: null, reviewDue: null, ...over }), calendar, today)

  it('who had a review, and no cycle since', () => {
    expect(waiting({ lastReviewOn: isoDate('2027-02-02') })).toMatchObject({
      group: 'missed',
      act: 'Start a cycle for Mason Clarke',
      path: 'pupils/mason/cycles/start',
      who: '4 Ash, Tom Whitfield. Last review 2 February 2027, no cycle since',
      since: '24 school days',
      source: 'Code 6.48',
    })
  })

  it('whose cycle is at Assess or Plan, but not yet for too long', () => {
    const open = { cycleId: 'cycle', lastReviewOn: isoDate('2027-02-24') }
    expect(waiting({ ...open, stage: 'assess' })).toMatchObject({
      group: 'at-risk',
      act: 'Finish Mason Clarke’s assessment',
      path: 'pupils/mason/cycles/cycle/assess',
      who: '4 Ash, Tom Whitfield. Last review 24 February 2027; cycle 2 is at Assess',
      since: '14 school days',
    })
    expect(waiting({ ...open, stage: 'plan' })).toMatchObject({
      act: 'Agree a plan for Mason Clarke',
      path: 'pupils/mason/cycles/cycle/plan',
    })
  })

  it('whose wait is older than the calendar says since when', () => {
    expect(waiting({})).toMatchObject({
      who: '4 Ash, Tom Whitfield. On the register since 3 September 2025, no cycle since',
      since: 'Since 3 September 2025',
    })
  })

  it('is not spoken of while a plan is in force', () => {
    expect(waiting({ stage: 'do', cycleId: 'cycle' })).toBeNull()
  })
})

describe('parent meetings against 6.65', () => {
  const behind = mason({ standing: standing(1), sentence: 'Second was due by 11 March, none booked' })

  it('one pupil behind: book a meeting, with what is left of the term', () => {
    expect(standingFlag(behind, calendar, today)).toMatchObject({
      group: 'at-risk',
      act: 'Book a meeting for Mason Clarke',
      path: 'pupils/mason/parent-meetings/arrange',
      who: '4 Ash. Second was due by 11 March, none booked',
      since: '8 school days left',
      source: 'this term, Code 6.65',
    })
    expect(standingFlag(behind, calendar, isoDate('2027-04-01'))).toMatchObject({
      since: 'Due by 7 July',
      source: 'Code 6.65',
    })
    expect(standingFlag(behind, calendar, isoDate('2027-03-25'))?.since).toBe('1 school day left')
  })

  it('one pupil for whom it is not met is missed', () => {
    expect(standingFlag(mason({ standing: standing(1, 'not-met') }), calendar, today)).toMatchObject({
      group: 'missed',
      since: 'Not met',
    })
  })

  it.each(['on-track', 'met', 'part-year-met', 'not-applicable'] as const)('%s is not spoken of', (state) => {
    expect(standingFlag(mason({ standing: standing(2, state) }), calendar, today)).toBeNull()
  })

  it('many at once, with how many the year has seen', () => {
    const many = [0, 0, 1, 1, 1].map((held) => mason({ standing: standing(held) }))
    expect(behindLine(many, calendar, today)).toEqual({
      act: 'Book a meeting for 5 pupils who are behind',
      path: 'sen-register?state=at-risk',
      who: '2 have had none and 3 have had one; two were due by 11 March',
      since: '8 school days left',
      source: 'this term, Code 6.65',
    })
    expect(notMetLine([mason({ standing: standing(2) }), ...many])).toMatchObject({
      act: 'See the 6 pupils for whom three meetings can no longer be held',
      who: '2 have had none, 3 have had one and 1 has had two',
      path: 'sen-register?state=not-met',
    })
  })
})

describe('a meeting that waits', () => {
  const evie = (over: Partial<ListedMeeting> = {}): ListedMeeting => ({
    id: 'meeting',
    pupilId: 'evie',
    pupilName: 'Evie Hughes',
    className: '4 Cedar',
    on: isoDate('2027-03-03'),
    at: '15:30',
    status: 'held',
    format: 'in-person',
    place: null,
    purpose: 'review',
    leaderId: 'tom',
    leader: 'Tom Whitfield',
    parents: ['Imran Hughes'],
    hasRecord: true,
    isSigned: true,
    stepsToDo: [],
    recordDue: null,
    withoutCopy: [],
    copyDue: isoDate('2027-03-15'),
    ...over,
  })

  it('for a word whether it was held', () => {
    expect(meetingFlag(evie({ status: 'booked' }), today)).toMatchObject({
      group: 'at-risk',
      act: 'Say whether Evie Hughes’s meeting was held',
      path: 'pupils/evie/parent-meetings/meeting',
      who: '4 Cedar, Tom Whitfield. Booked for 3 March, nothing recorded since',
      since: '13 days ago',
    })
  })

  it.each([
    ['2027-03-15', 'at-risk', 'Since 15 March'],
    ['2027-03-16', 'coming-up', 'Due by 16 March'],
  ])('for its record, due %s (R18)', (due, group, since) => {
    expect(meetingFlag(evie({ hasRecord: false, recordDue: isoDate(due) }), today)).toMatchObject({
      ruleId: 'R18',
      group,
      since,
      act: 'Write the record of Evie Hughes’s meeting',
      path: 'pupils/evie/parent-meetings/meeting/record',
      source: 'Code 6.71',
    })
  })

  it('for a parent’s copy, once it is late (R19)', () => {
    expect(meetingFlag(evie({ withoutCopy: ['Imran Hughes'] }), today)).toMatchObject({
      ruleId: 'R19',
      act: 'Give Imran Hughes a copy of the record',
      path: 'pupils/evie/parent-meetings/meeting/copies',
      who: 'Evie Hughes, 4 Cedar. Meeting on 3 March',
      since: 'Since 15 March',
    })
    expect(meetingFlag(evie({ withoutCopy: ['A', 'B'] }), today)?.act).toBe(
      'Give both parents a copy of the record',
    )
    expect(meetingFlag(evie({ withoutCopy: ['A'], copyDue: today }), today)).toBeNull()
  })

  it('for nothing', () => {
    expect(meetingFlag(evie(), today)).toBeNull()
    expect(meetingFlag(evie({ status: 'cancelled' }), today)).toBeNull()
  })
})

describe('a family that was not told', () => {
  const contact = (name: string, contactId: string) => ({
    contactId,
    name,
    relationship: 'Mother',
    hasParentalResponsibility: true,
    caresForPupil: true,
    restrictedFrom: null,
    restrictedUntil: null,
  })
  const elsie = (over: Partial<ToldPupil> = {}): ToldPupil => ({
    pupilId: 'elsie',
    className: '2 Elm',
    pupil: { name: 'Elsie Warner', dateOfBirth: isoDate('2019-05-03') },
    status: { id: 'now', kind: 'sen-support', from: isoDate('2027-03-04') },
    contacts: [contact('Mrs Warner', 'her'), contact('Mr Warner', 'him')],
    notifications: [],
    today,
    calendar,
    ...over,
  })

  it('nobody has been told', () => {
    expect(toldFlag(elsie())).toMatchObject({
      group: 'missed',
      ruleId: 'R02',
      act: 'Tell Elsie Warner’s parents about SEN support',
      path: 'pupils/elsie/parents-told',
      who: '2 Elm. On the register since 4 March 2027, nobody has been told',
      since: '8 school days',
      source: 'Section 68, Code 6.43',
    })
  })

  it('one of two has been told', () => {
    const told = {
      senStatusId: 'now',
      contactId: 'her',
      method: 'letter' as const,
      toldOn: isoDate('2027-03-05'),
    }
    expect(toldFlag(elsie({ notifications: [told] }))?.who).toBe(
      '2 Elm. On the register since 4 March 2027; Mr Warner has not been told',
    )
    expect(toldFlag(elsie({ notifications: [told, { ...told, contactId: 'him' }] }))).toBeNull()
  })

  it('nobody is on record', () => {
    expect(toldFlag(elsie({ contacts: [] }))).toMatchObject({
      act: 'Add a parent or carer for Elsie Warner',
      path: 'pupils/elsie/contacts/add',
    })
  })

  it('the young person is told themselves', () => {
    const young = {
      pupil: { name: 'Ben Ali', dateOfBirth: isoDate('2010-03-10') },
      status: { id: 'now', kind: 'sen-support' as const, from: today },
    }
    expect(toldFlag(elsie(young))).toMatchObject({
      ruleId: 'R01',
      act: 'Tell Ben Ali about SEN support',
      who: '2 Elm. On the register since 16 March 2027, and has not been told',
      since: 'Since today',
    })
  })
})

describe('a concern without an answer', () => {
  const sipho = (over: Partial<OpenConcern> = {}): OpenConcern => ({
    id: 'concern',
    pupilId: 'sipho',
    pupilName: 'Sipho Dlamini',
    givenName: 'Sipho',
    className: '3 Oak',
    raisedBy: 'parent',
    from: 'Mrs Dlamini',
    raisedOn: isoDate('2027-03-08'),
    words: 'He says he has nobody at lunch.',
    asksToTalk: false,
    ...over,
  })

  it('that is late by the school’s own promise (R36)', () => {
    expect(concernFlag(sipho(), calendar, today)).toMatchObject({
      group: 'at-risk',
      act: 'Answer Mrs Dlamini’s concern about Sipho',
      path: 'pupils/sipho/concerns/concern',
      who: 'Sipho Dlamini, 3 Oak. “He says he has nobody at lunch.” The school’s promise is 5 school days',
      since: '6 school days',
      source: 'Code 6.20',
    })
  })

  it('that is not late yet', () => {
    expect(concernFlag(sipho({ raisedOn: isoDate('2027-03-09') }), calendar, today)).toMatchObject({
      group: 'coming-up',
      since: '5 school days',
    })
    expect(concernFlag(sipho({ raisedOn: today }), calendar, today).since).toBe('New')
  })

  it.each([
    [{ raisedBy: 'pupil', from: null }, 'Answer Sipho Dlamini’s concern', 'Code 6.20'],
    [{ raisedBy: 'staff', from: 'Grace Adjei' }, 'Answer Grace Adjei’s concern about Sipho', 'Code 6.17'],
    [{ raisedBy: 'parent', from: null }, 'Answer a parent’s concern about Sipho', 'Code 6.20'],
  ] satisfies [Partial<OpenConcern>, string, string][])('of %o', (over, act, source) => {
    expect(concernFlag(sipho(over), calendar, today)).toMatchObject({ act, source })
  })

  it('whose words are long is cut at a word', () => {
    const { who } = concernFlag(
      sipho({ words: `${'He cannot   sit still '.repeat(10)}\nand more` }),
      calendar,
      today,
    )
    expect(who).toMatch(/“He cannot sit still .{40,60} (He|cannot|sit|still)…”/)
    expect(concernFlag(sipho({ words: 'x'.repeat(300) }), calendar, today).who).toContain(
      `“${'x'.repeat(80)}…”`,
    )
  })
})

describe('the words around the lists', () => {
  it('count what is shown and what there is', () => {
    const group = { group: 'missed' as const, lines: [], more: [], count: 11 }
    expect(groupNote(group)).toBe('0 of 11 shown. A must, or a date that was agreed')
    expect(groupNote({ ...group, group: 'coming-up', count: 0 })).toBe('0. To think about, no more')
    expect(moreWords('review-overdue', 7)).toBe('See 7 more reviews that are overdue')
    expect(moreWords('concern', 1)).toBe('See 1 more concern without an answer')
    expect(kindHeading('review-overdue')).toBe('Reviews that are overdue')
  })

  it.each([
    ['2027-03-16T07:00:00Z', 'Good morning, Ruth'],
    ['2027-03-16T11:59:00Z', 'Good morning, Ruth'],
    ['2027-03-16T12:00:00Z', 'Good afternoon, Ruth'],
    ['2027-03-16T17:00:00Z', 'Good evening, Ruth'],
    // In summer the school’s clock is an hour ahead.
    ['2027-06-16T11:00:00Z', 'Good afternoon, Ruth'],
  ])('greet at %s', (at, words) => {
    expect(greeting(new Date(at), 'Ruth')).toBe(words)
  })

  it.each([
    ['2027-03-16', 'Tuesday 16 March 2027, school day 117 of 190. Term ends on 25 March.'],
    ['2027-03-25', 'Thursday 25 March 2027, school day 124 of 190. Term ends today.'],
    ['2026-09-02', 'Wednesday 2 September 2026, school day 1 of 190. Term ends on 18 December.'],
    ['2026-10-27', 'Tuesday 27 October 2026, no school today. Term ends on 18 December.'],
    ['2026-12-25', 'Friday 25 December 2026, no school today. Term begins on 5 January.'],
    ['2027-08-01', 'Sunday 1 August 2027, no school today.'],
  ])('say what kind of day %s is', (day, words) => {
    expect(dayLine(named, day as IsoDate)).toBe(words)
  })
})
