import { describe, expect, it } from 'vitest'
import { figuresOf, type MeetingSoFar, STAGES, stageOf } from './progress.rules'

const meeting = (over: Partial<MeetingSoFar>): MeetingSoFar => ({
  ...{ status: 'booked', waitsFor: null, answers: [null] },
  ...over,
})

describe('how far a meeting of a round is', () => {
  it.each([
    [null, true, 'to-choose', 'the family has not chosen'],
    [null, false, 'not-arranged', 'it could not be arranged'],
    [meeting({}), false, 'not-answered', 'one parent, silent'],
    [meeting({ answers: [] }), false, 'not-answered', 'a letter was never sent'],
    [meeting({ answers: ['no', null] }), false, 'not-answered', 'one cannot, the other is silent'],
    [meeting({ answers: ['no', 'no'] }), false, 'declined', 'neither can'],
    [meeting({ answers: ['no', 'yes'] }), false, 'coming', 'one will come'],
    [meeting({ answers: ['yes', 'another-time'] }), false, 'other-time', 'one asks for another time'],
    [meeting({ waitsFor: 'held-or-not', answers: ['yes'] }), false, 'held-or-not', 'its day has passed'],
    [meeting({ status: 'no-show' }), false, 'not-held', 'nobody came'],
    [meeting({ status: 'held', waitsFor: 'record' }), false, 'no-record', 'held, nothing written'],
    [meeting({ status: 'held', waitsFor: 'copy' }), false, 'no-copy', 'written, not given'],
    [meeting({ status: 'held' }), false, 'done', 'all is done'],
  ] as const)('%j, still choosing %s: %s, %s', (so, isToChoose, stage, why) => {
    expect(stageOf(so, isToChoose), why).toBe(stage)
  })

  it('is counted once, whatever the stage', () => {
    expect(figuresOf(STAGES)).toEqual({
      invited: 9,
      answered: 3,
      held: 3,
      notHeld: 2,
      notAnswered: 2,
      given: 1,
    })
    expect(figuresOf([])).toEqual({ invited: 0, answered: 0, held: 0, notHeld: 0, notAnswered: 0, given: 0 })
  })
})
