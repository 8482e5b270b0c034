import { describe, expect, it } from 'vitest'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { DEFAULT_LEVELS } from './constraints.rules'
import { familiesOf, levelsFrom, minutesOf, roomsText, roomsTyped, roundDays, timeAt } from './rules'

describe('the rooms of a round', () => {
  it.each([
    ['Library, Main building, 6', [{ name: 'Library', building: 'Main building', seats: 6 }], 'all said'],
    ['Library', [{ name: 'Library', building: 'Main building', seats: 6 }], 'only a name'],
    ['Hut 2, 4 chairs', [{ name: 'Hut 2', building: 'Main building', seats: 4 }], 'no building'],
    ['\n\nA, Annexe\n', [{ name: 'A', building: 'Annexe', seats: 6 }], 'no seats, empty lines'],
    ['A, North, wing, 3', [{ name: 'A', building: 'North, wing', seats: 3 }], 'a comma in the building'],
    ['', [], 'none'],
  ])('%j is read, %s', (text, rooms) => {
    expect(roomsTyped(text)).toEqual({ rooms })
    expect(roomsTyped(roomsText(rooms))).toEqual({ rooms })
  })

  it.each([
    [', Annexe', 'Enter the name of the room first: “, Annexe”'],
    ['A, 1', 'A meeting needs at least 2 seats: “A, 1”'],
    ['A\na', 'a is there twice: give each room a name of its own'],
    [Array.from({ length: 41 }, (_, at) => `Room ${at}`).join('\n'), 'Enter no more than 40 rooms'],
  ])('%j is refused', (text, problem) => {
    expect(roomsTyped(text).problem).toBe(problem)
  })
})

it('keeps siblings together by the parents they share, however they are joined', () => {
  const families = familiesOf([
    { id: 'a', parents: ['m'] },
    { id: 'b', parents: ['n'] },
    { id: 'c', parents: ['n', 'm'] },
    { id: 'd', parents: [] },
    { id: 'e', parents: [] },
  ])
  expect([...families.values()]).toEqual(['a', 'a', 'a', 'd', 'e'])
})

it('takes school days only, the first and the last among them', () => {
  const day = (text: string) => text as IsoDate
  const calendar = {
    terms: [{ firstDay: day('2027-03-01'), lastDay: day('2027-03-25') }],
    closedDays: [day('2027-03-03')],
  }
  expect(roundDays(calendar, day('2027-03-02'), day('2027-03-08'))).toEqual([
    '2027-03-02',
    '2027-03-04',
    '2027-03-05',
    '2027-03-08',
  ])
})

it('reads how much each constraint matters, and takes no level that it cannot have', () => {
  expect(levelsFrom(null)).toEqual(DEFAULT_LEVELS)
  expect(levelsFrom({ siblings: 'must', 'behind-first': 'must', due: 'sometimes', other: 'off' })).toEqual({
    ...DEFAULT_LEVELS,
    siblings: 'must',
  })
})

it.each([
  ['00:00', 0],
  ['15:30', 930],
  ['18:05', 1085],
])('%s is minute %i', (time, minutes) => {
  expect(minutesOf(time)).toBe(minutes)
  expect(timeAt(minutes)).toBe(time)
})
