import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import {
  groupsNoted,
  isNoted,
  isOvertaken,
  isWeekFull,
  mondayOf,
  ownFirst,
  type NotedSession,
  provisionGroups,
  restOfTheGroups,
  type SheetProvision,
  type SheetPupil,
  wholeGroup,
} from './rules'

const noted = (delivered: NotedSession['delivered']): NotedSession => ({
  ...{ id: 'note', version: 1, byId: 'joan', line: null, score: null },
  delivered,
  reason: delivered === 'given' ? null : 'Away',
  at: '09:36',
  by: 'Joan Pickering',
  formKey: 'key',
})

const provision = (what: string, over: Partial<SheetProvision> = {}): SheetProvision => ({
  id: what,
  what,
  minutes: 20,
  perWeek: 3,
  groupSize: 6,
  place: null,
  deliverer: 'Joan Pickering',
  deliveredById: null,
  outcome: 'Retell a story in order',
  steps: null,
  aim: null,
  notedToday: [],
  givenThisWeek: 0,
  ...over,
})

const pupil = (
  name: string,
  provisions: readonly SheetProvision[],
  over: Partial<SheetPupil> = {},
): SheetPupil => ({
  pupilId: name,
  name,
  givenName: name,
  classId: 'ash',
  className: '4 Ash',
  isAway: false,
  cycleId: `cycle of ${name}`,
  inEveryLesson: null,
  outcomes: [],
  provisions,
  ...over,
})

describe('provisionGroups', () => {
  it('puts pupils together who have a provision of the same name, however it was typed', () => {
    const groups = provisionGroups([
      pupil('Nadia', [provision('Talk Time'), provision('Precision teaching')]),
      pupil('Temi', [provision('talk  time ')]),
    ])
    expect(groups.map(({ what, lines }) => [what, lines.map(({ name }) => name)])).toEqual([
      ['Precision teaching', ['Nadia']],
      ['Talk Time', ['Nadia', 'Temi']],
    ])
    expect(groups[1]?.lines[1]).toMatchObject({ cycleId: 'cycle of Temi', pupilId: 'Temi' })
  })

  it.each([
    ['somebody else gives it', { deliverer: 'Tom Whitfield' }],
    ['it lasts longer', { minutes: 30 }],
    ['it is given more often', { perWeek: 5 }],
  ])('keeps them apart where %s', (_what, over) => {
    const groups = provisionGroups([
      pupil('Nadia', [provision('Talk Time')]),
      pupil('Temi', [provision('Talk Time', over)]),
    ])
    expect(groups.map(({ lines }) => lines.length)).toEqual([1, 1])
  })

  it('puts one’s own groups first', () => {
    const groups = provisionGroups([
      pupil('Nadia', [provision('A club'), provision('Talk Time', { deliveredById: 'joan' })]),
    ])
    expect(ownFirst(groups, 'joan').map(({ what }) => what)).toEqual(['Talk Time', 'A club'])
    expect(ownFirst(groups, 'tom').map(({ what }) => what)).toEqual(['A club', 'Talk Time'])
  })

  it('leaves out a pupil who has no plan in force', () => {
    expect(provisionGroups([pupil('Nadia', [provision('Talk Time')], { cycleId: null })])).toEqual([])
  })
})

describe('wholeGroup', () => {
  const whole = (...pupils: SheetPupil[]) =>
    provisionGroups(pupils).flatMap((group) => wholeGroup(group).map(({ name }) => name))
  const talk = (name: string, over: Partial<SheetProvision> = {}) =>
    pupil(name, [provision('Talk Time', over)])

  it('is everyone of a group who is not noted and has a session left this week', () => {
    expect(whole(talk('Nadia'), talk('Temi'), talk('Dev', { givenThisWeek: 3 }))).toEqual(['Nadia', 'Temi'])
    expect(whole(talk('Nadia'), talk('Temi'), talk('Dev', { notedToday: [noted('not-given')] }))).toEqual([
      'Nadia',
      'Temi',
    ])
  })

  it('is nobody where one is left, or where they are taught one to one', () => {
    expect(whole(talk('Nadia'), talk('Temi', { notedToday: [noted('given')] }))).toEqual([])
    expect(whole(talk('Nadia', { groupSize: 1 }), talk('Temi', { groupSize: 1 }))).toEqual([])
  })
})

describe('restOfTheGroups', () => {
  const rest = (...pupils: SheetPupil[]) => restOfTheGroups(provisionGroups(pupils)).map(({ name }) => name)

  it('is everyone not noted in a group that has met today', () => {
    expect(
      rest(
        pupil('Nadia', [provision('Talk Time', { notedToday: [noted('given')] })]),
        pupil('Mason', [provision('Talk Time', { notedToday: [noted('not-given')] })]),
        pupil('Carys', [provision('Talk Time')]),
        pupil('Dev', [provision('Talk Time'), provision('Word list')]),
      ),
    ).toEqual(['Carys', 'Dev'])
  })

  it('leaves alone a group in which nothing was given today: it may not have met', () => {
    expect(
      rest(
        pupil('Mason', [provision('Talk Time', { notedToday: [noted('not-given')] })]),
        pupil('Carys', [provision('Talk Time')]),
      ),
    ).toEqual([])
  })

  it('leaves alone those who are taught one to one: that one had a session says nothing of the others', () => {
    const alone = { groupSize: 1 }
    expect(
      rest(
        pupil('Nadia', [provision('Precision teaching', { ...alone, notedToday: [noted('given')] })]),
        pupil('Carys', [provision('Precision teaching', alone)]),
        pupil('Dev', [provision('Precision teaching', { groupSize: null })]),
      ),
    ).toEqual([])
  })

  it('leaves alone a pupil whose sessions of the week have all been given', () => {
    expect(
      rest(
        pupil('Nadia', [provision('Talk Time', { notedToday: [noted('partly')] })]),
        pupil('Carys', [provision('Talk Time', { givenThisWeek: 3 })]),
        pupil('Dev', [provision('Talk Time', { givenThisWeek: 2 })]),
      ),
    ).toEqual(['Dev'])
  })
})

describe('isWeekFull', () => {
  it.each([
    [3, 2, false],
    [3, 3, true],
    [3, 4, true],
    [null, 9, false],
  ])('%s a week, %i given: %s', (perWeek, givenThisWeek, isFull) => {
    expect(isWeekFull({ perWeek, givenThisWeek })).toBe(isFull)
  })
})

describe('isNoted', () => {
  it.each([
    [null, 0, false],
    [null, 1, true],
    [5, 1, true],
    [6, 1, false],
    [6, 2, true],
    [10, 2, true],
    [11, 2, false],
  ])('%s a week, noted %i times today: %s', (perWeek, times, is) => {
    expect(isNoted({ perWeek, notedToday: Array.from({ length: times }, () => noted('given')) })).toBe(is)
  })
})

describe('isOvertaken', () => {
  it('when somebody noted it since the form was opened, but not by a second tap on the same form', () => {
    const line = { notedToday: [noted('given')] }
    expect(isOvertaken(line, { formKey: 'mine', seen: 0 })).toBe(true)
    expect(isOvertaken(line, { formKey: 'mine', seen: 1 })).toBe(false)
    expect(isOvertaken(line, { formKey: 'key', seen: 0 })).toBe(false)
  })
})

it('counts a group as noted when everyone in it is', () => {
  const groups = provisionGroups([
    pupil('Nadia', [provision('Talk Time', { notedToday: [noted('given')] }), provision('Word list')]),
    pupil('Mason', [provision('Talk Time', { notedToday: [noted('not-given')] })]),
  ])
  expect(groupsNoted(groups)).toEqual({ noted: 1, all: 2 })
})

it.each([
  ['2027-03-15', '2027-03-15'],
  ['2027-03-16', '2027-03-15'],
  ['2027-03-21', '2027-03-15'],
  ['2027-03-22', '2027-03-22'],
])('the week of %s begins on Monday %s', (day, monday) => {
  expect(mondayOf(isoDate(day))).toBe(monday)
})
