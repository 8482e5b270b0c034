import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { yearOf2026 } from '@/lib/parent-meeting/standing.fixture'
import type { PlanToRead } from '@/lib/read-receipt/rules'
import { notReadFlag, ownReadingFlag, trainingFlag } from './reading.words'

const plan: PlanToRead = {
  ...{ pupilId: 'amira', pupilName: 'Amira Khan', givenName: 'Amira', className: '4 Ash' },
  ...{ cycleId: 'cycle', versionId: 'two', number: 2, publishedOn: isoDate('2026-11-09') },
  readers: ['tom', 'joan', 'omar', 'ruth'].map((membershipId) => ({
    membershipId,
    name: membershipId,
    role: 'class-teacher' as const,
    joinedOn: null,
    away: [],
    readOn: membershipId === 'ruth' ? isoDate('2026-11-10') : null,
  })),
}
const on = (day: string) => isoDate(`2026-11-${day}`)

describe('a plan that is to be read (R10)', () => {
  it.each([
    ['09', 'coming-up', 'New'],
    ['16', 'coming-up', '5 school days'],
    ['17', 'at-risk', '6 school days'],
  ])('on the %s for a reader: %s', (day, group, since) => {
    expect(ownReadingFlag(plan, 'tom', yearOf2026, on(day))).toMatchObject({
      ...{
        kind: 'plan-to-read',
        ruleId: 'R10',
        group,
        since,
        path: 'pupils/amira#read',
        source: 'Code 6.49',
      },
      act: 'Read Amira Khan’s plan',
      who: '4 Ash. Version 2 of the plan was published on 9 November. Say that you have read it',
    })
  })

  it('is nothing to who has read it, or is not asked', () => {
    expect(ownReadingFlag(plan, 'ruth', yearOf2026, on('20'))).toBeNull()
    expect(ownReadingFlag(plan, 'stranger', yearOf2026, on('20'))).toBeNull()
  })

  it('is for whoever leads the school once others are late, and not about themselves', () => {
    expect(notReadFlag(plan, 'ruth', yearOf2026, on('16'))).toBeNull()
    expect(notReadFlag(plan, 'ruth', yearOf2026, on('17'))).toMatchObject({
      ...{ kind: 'plan-not-read', group: 'at-risk', ruleId: 'R10', path: 'read-receipts' },
      ...{ act: 'Ask tom and 2 others to read Amira Khan’s plan', who: '4 Ash. 1 of 4 have read version 2' },
    })
    expect(notReadFlag(plan, 'tom', yearOf2026, on('17'))?.act).toBe(
      'Ask joan and omar to read Amira Khan’s plan',
    )
  })
})

it('a training that is lacking is to think about, with the pupils it is for (R11)', () => {
  const first = {
    ...{ pupilId: 'amira', pupilName: 'Amira Khan', className: null, cycleId: 'c', provisionId: 'p' },
    ...{
      what: 'Talking group',
      needed: 'Talking & more',
      membershipId: 'joan',
      name: 'Joan Pickering',
      trainings: [],
    },
  }
  expect(trainingFlag({ first, pupils: ['Amira Khan', 'Ben Okoro'] })).toMatchObject({
    ...{ kind: 'training', group: 'coming-up', ruleId: 'R11', since: '2 pupils', source: 'Code 6.50' },
    act: 'Arrange training in Talking & more for Joan Pickering, or record it',
    path: 'training?person=joan&training=Talking%20%26%20more',
    who: 'Talking group for Amira Khan and Ben Okoro asks for it, and none is recorded',
  })
})
