import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { grouped, type ListedMeeting, type MeetingFilter, waitingFor } from './list.rules'

const today = isoDate('2026-11-20')
const meeting: ListedMeeting = {
  id: 'm',
  pupilId: 'amira',
  pupilName: 'Amira Khan',
  className: '4 Ash',
  on: today,
  at: '15:30',
  status: 'booked',
  format: 'in-person',
  place: null,
  purpose: 'review',
  leaderId: 'tom',
  leader: 'Tom Whitfield',
  parents: ['Zoë Khan'],
  hasRecord: false,
  isSigned: false,
  stepsToDo: [],
  recordDue: null,
  withoutCopy: [],
  copyDue: null,
}
const everything: MeetingFilter = { search: '', className: '', ledByMe: false, allYear: false }
const held = { ...meeting, status: 'held' as const, hasRecord: true, isSigned: true }

describe('what a meeting waits for', () => {
  it.each<[string, ListedMeeting, ReturnType<typeof waitingFor>]>([
    ['booked for today', meeting, null],
    ['booked for yesterday', { ...meeting, on: isoDate('2026-11-19') }, 'held-or-not'],
    ['held without a record', { ...held, hasRecord: false }, 'record'],
    ['written and not signed off', { ...held, isSigned: false }, 'sign'],
    ['given, and not yet in the MIS', { ...held, stepsToDo: ['mis'] }, 'staff-or-mis'],
    ['held, a parent without a copy', { ...held, withoutCopy: ['Zoë Khan'] }, 'copy'],
    ['held, all done', held, null],
    ['cancelled', { ...meeting, status: 'cancelled', on: isoDate('2026-11-01') }, null],
  ])('%s', (_what, listed, expected) => {
    expect(waitingFor(listed, today)).toBe(expected)
  })
})

describe('the page of meetings', () => {
  const ids = (filter: Partial<MeetingFilter>, meetings: ListedMeeting[]) => {
    const { waiting, comingUp, recent } = grouped(
      meetings,
      { ...everything, ...filter },
      { today, me: 'tom' },
    )
    return [waiting, comingUp, recent].map((group) => group.map(({ id }) => id))
  }
  const all = [
    { ...held, id: 'old', on: isoDate('2026-10-20') },
    { ...held, id: 'month-ago', on: isoDate('2026-10-21') },
    { ...meeting, id: 'overlooked', on: isoDate('2026-11-02') },
    {
      ...held,
      id: 'no-record',
      hasRecord: false,
      on: isoDate('2026-11-10'),
      leaderId: 'grace',
      leader: 'Grace Adjei',
    },
    { ...meeting, id: 'today' },
    { ...meeting, id: 'soon', on: isoDate('2026-12-01'), className: '5 Yew' },
  ]
  it('has three groups: oldest wait first, then the next, and the last thirty days newest first', () => {
    expect(ids({}, all)).toEqual([
      ['overlooked', 'no-record'],
      ['today', 'soon'],
      ['no-record', 'month-ago'],
    ])
  })
  it.each([
    [
      { allYear: true },
      [
        ['overlooked', 'no-record'],
        ['today', 'soon'],
        ['no-record', 'month-ago', 'old'],
      ],
    ],
    [{ className: '5 Yew' }, [[], ['soon'], []]],
    [{ ledByMe: true }, [['overlooked'], ['today', 'soon'], ['month-ago']]],
    [{ search: 'grace' }, [['no-record'], [], ['no-record']]],
    [{ search: 'khan  AMIRA', className: '5 Yew' }, [[], ['soon'], []]],
    [{ search: 'zoe', className: '5 Yew' }, [[], ['soon'], []]],
    [{ search: 'nobody' }, [[], [], []]],
  ])('%j', (filter, expected) => {
    expect(ids(filter, all)).toEqual(expected)
  })
})
