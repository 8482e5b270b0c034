import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { startedOnProblem, startProblem } from './start.rules'

const today = isoDate('2026-11-20')
const closed = { number: 2, stage: 'closed', closedOn: isoDate('2026-11-10') } as const

describe('startProblem', () => {
  it('lets the first cycle begin, and the next once the last is closed', () => {
    expect(startProblem({ isOnRegister: true, isOnRoll: true, last: null })).toBeNull()
    expect(startProblem({ isOnRegister: true, isOnRoll: true, last: closed })).toBeNull()
  })

  it.each(['assess', 'plan', 'do', 'review'] as const)('refuses a second while one is at %s', (stage) => {
    const last = { number: 3, stage, closedOn: null }
    expect(startProblem({ isOnRegister: true, isOnRoll: true, last })).toBe(
      'Cycle 3 is still open. Record its review before you start another',
    )
  })

  it('refuses a pupil who is not on the register, or has left', () => {
    expect(startProblem({ isOnRegister: false, isOnRoll: true, last: null })).toBe(
      'This pupil is not on the SEN register. Decide on SEN support first, then start the cycle (6.43)',
    )
    expect(startProblem({ isOnRegister: true, isOnRoll: false, last: null })).toBe(
      'This pupil has left the school',
    )
  })
})

describe('startedOnProblem', () => {
  it.each([
    ['today', '2026-11-20', null],
    ['tomorrow', '2026-11-21', 'The day the cycle began must be today or in the past'],
    ['the day the last one closed', '2026-11-10', null],
    [
      'the day before that',
      '2026-11-09',
      'The day the cycle began must be on or after 10 November 2026, when the cycle before it was closed',
    ],
  ])('on %s', (_when, day, problem) => {
    expect(startedOnProblem(isoDate(day), closed, today)).toBe(problem)
  })

  it('has no day too early for a first cycle', () => {
    expect(startedOnProblem(isoDate('2020-09-01'), null, today)).toBeNull()
  })
})
