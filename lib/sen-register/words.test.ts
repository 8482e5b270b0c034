import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { EXPORT_HEAD, exportCells } from './export.words'
import { aLine, standing, today } from './register.fixture'
import { countWords, reasonWords, overdueWords, reviewWords, stageOf } from './words'

describe('the words of the register', () => {
  it.each([
    [24, 187, '24 of 187 pupils'],
    [187, 187, '187 pupils'],
    [1, 1, '1 pupil'],
    [0, 1, '0 of 1 pupil'],
    [0, 0, '0 pupils'],
  ])('%d of %d is %j', (shown, total, expected) => {
    expect(countWords(shown, total)).toBe(expected)
  })

  it('says a review date, today and none', () => {
    expect([isoDate('2027-04-23'), today, null].map((due) => reviewWords(due, today))).toEqual([
      '23 April 2027',
      'Today',
      'None',
    ])
    expect([overdueWords(1), overdueWords(11)]).toEqual(['Overdue by 1 day', 'Overdue by 11 days'])
  })

  it.each([
    ['on-track', 'Third due by 7 July', '2027-07-07', 'Third due by 7 July'],
    ['on-track', 'Third booked for 20 April', '2027-07-07', 'Third booked for 20 April; due by 7 July'],
    [
      'at-risk',
      'Second was due by 11 March, none booked',
      '2027-07-07',
      'Second was due by 11 March, none booked; next due by 7 July',
    ],
    ['met', 'Third held on 2 March', null, 'Third held on 2 March'],
  ] as const)('%s because “%s”, next due by %s: “%s”', (state, sentence, nextDue, expected) => {
    expect(reasonWords({ state, sentence, nextDue: nextDue && isoDate(nextDue) })).toBe(expected)
  })

  it('says of those who are off the register that there is no stage to wait for', () => {
    expect(stageOf({ stage: 'none', status: 'ended' })).toBe('Off the register')
    expect(stageOf({ stage: 'none', status: 'sen-support' })).toBe('No open cycle')
    expect(stageOf({ stage: 'do', status: 'ended' })).toBe('Do')
  })
})

describe('the exported register', () => {
  it('has a cell for each head, and the same words as the page', () => {
    const line = aLine('Khan, Amira', {
      daysOverdue: 4,
      reviewDue: isoDate('2027-03-12'),
      standing: standing({ booked: 1 }),
    })
    expect(Object.fromEntries(EXPORT_HEAD.map((head, place) => [head, exportCells(line)[place]]))).toEqual({
      Name: 'Khan, Amira',
      Year: 'Year 4',
      Class: '4 Ash',
      'SEN status': 'SEN support',
      'Main need': 'Speech, language and communication',
      Stage: 'Do',
      'Review due': '12/03/2027',
      'Days overdue': '4',
      'Meetings that count': '2',
      'Meetings needed': '3',
      'Meetings booked': '1',
      State: 'On track',
      Reason: 'Third due by 7 July',
      'Next meeting due': '07/07/2027',
    })
  })

  it('leaves empty what is not known', () => {
    const line = aLine('Khan, Amira', {
      yearGroup: null,
      className: null,
      need: null,
      reviewDue: null,
      standing: standing({ nextDue: null }),
    })
    expect(exportCells(line)).toHaveLength(EXPORT_HEAD.length)
    expect([1, 2, 4, 6, 7, 13].map((place) => exportCells(line)[place])).toEqual(['', '', '', '', '', ''])
  })
})
