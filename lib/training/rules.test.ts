import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { amira, whoMay } from '@/tests/factories/actors'
import { trainingPolicy } from './policy'
import { holds, lackingTraining, lacksByPerson, type TrainedGiving, trainingDaysProblem } from './rules'
import { trainingForm } from './schema'
import { lackWords, trainingWords } from './words'

const on = isoDate('2026-11-20')
const held = (over: object = {}) => ({
  training: 'Precision teaching',
  heldOn: isoDate('2026-09-03'),
  untilOn: null,
  ...over,
})

describe('holds (R11)', () => {
  it.each([
    ['what was learned', held(), true],
    ['however it is written', held({ training: ' precision  Teaching' }), true],
    ['something else', held({ training: 'First aid' }), false],
    ['on its last day', held({ untilOn: on }), true],
    ['the day after', held({ untilOn: isoDate('2026-11-19') }), false],
    ['on the day itself', held({ heldOn: on }), true],
    ['not before', held({ heldOn: isoDate('2026-11-21') }), false],
  ])('%s', (_what, training, is) => {
    expect(holds([training], 'Precision teaching', on)).toBe(is)
  })

  it('holds nothing where nothing is recorded', () => {
    expect(holds([], 'Precision teaching', on)).toBe(false)
  })
})

const giving = (over: Partial<TrainedGiving> = {}): TrainedGiving => ({
  pupilId: 'amira',
  pupilName: 'Amira Khan',
  className: '4 Ash',
  cycleId: 'cycle',
  provisionId: 'provision',
  what: 'Precision teaching',
  needed: 'Precision teaching',
  membershipId: 'joan',
  name: 'Joan Pickering',
  trainings: [],
  ...over,
})

describe('what is lacking', () => {
  it('is what somebody gives without it', () => {
    expect(lackingTraining([giving(), giving({ trainings: [held()] })], on)).toEqual([giving()])
  })

  it('is one thing to arrange for one person, however many pupils it is for', () => {
    const lacking = [
      giving(),
      giving({ pupilId: 'ben', pupilName: 'Ben Okoro' }),
      giving({ provisionId: 'second' }),
      giving({ membershipId: 'tom', name: 'Tom Whitfield' }),
    ]
    expect(lacksByPerson(lacking).map(({ first, pupils }) => [first.name, pupils])).toEqual([
      ['Joan Pickering', ['Amira Khan', 'Ben Okoro']],
      ['Tom Whitfield', ['Amira Khan']],
    ])
    expect(lackWords(giving())).toBe(
      'Precision teaching asks for training in “Precision teaching”, and none is recorded for Joan Pickering (6.50)',
    )
  })
})

describe('recording a training', () => {
  it.each([
    [{ heldOn: on, untilOn: null }, null],
    [
      { heldOn: isoDate('2026-11-21'), untilOn: null },
      'The day of the training must be today or in the past',
    ],
    [{ heldOn: on, untilOn: on }, null],
    [
      { heldOn: on, untilOn: isoDate('2026-11-19') },
      'The last day must be on or after the day of the training',
    ],
  ])('%#: of these days', (days, message) => {
    expect(trainingDaysProblem(days, on)?.message ?? null).toBe(message)
  })

  it('asks who, what and when', () => {
    const parsed = trainingForm.safeParse({ membershipId: 'Joan', training: '' })
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      'Select a member of staff',
      'Enter what the training was',
      'Enter the day of the training',
    ])
  })

  it('says it in words', () => {
    const row = { id: 't', version: 1, ...held() }
    expect(trainingWords(row)).toBe('Precision teaching, 3 September 2026')
    expect(trainingWords({ ...row, untilOn: on })).toBe(
      'Precision teaching, 3 September 2026, until 20 November 2026',
    )
  })

  it('is for those who lead the school (1.13)', () => {
    expect(whoMay((actor) => trainingPolicy.manage(actor, amira))).toEqual(['the SENCO', 'the headteacher'])
  })
})
