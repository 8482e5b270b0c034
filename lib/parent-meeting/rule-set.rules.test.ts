import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { countedMeetings } from './counting.rules'
import { CODE_OF_2015, type MeetingRuleSet, ruleSetOf } from './rule-set.rules'
import { DEFAULT_STANDING_SETTINGS, explainedStanding, parentMeetingStanding } from './rules'
import { held, period, pupilOn } from './standing.fixture'
import { meetingsHeldWords, standingSentence } from './words'

const next: MeetingRuleSet = {
  from: isoDate('2027-01-01'),
  source: 'A Code to come',
  paragraph: '7.1',
  words: 'Schools must meet parents four times each year, in person.',
  eachYear: 4,
  formats: ['in-person'],
}

describe('the rule set of a school year', () => {
  it.each([
    ['2026-09-01', '6.65', 'a Code that changes in January leaves the year that has begun as it was'],
    ['2027-01-01', '7.1', 'on the day itself it holds'],
    ['2027-09-01', '7.1', 'the next year is the first under it'],
    ['2013-09-01', '6.65', 'a year before any of them is read by the first'],
  ])('of the year from %s is %s: %s', (firstDay, paragraph) => {
    expect(ruleSetOf([next, CODE_OF_2015], isoDate(firstDay)).paragraph).toBe(paragraph)
  })
  it('is the Code of 2015 where none is given', () => {
    expect(ruleSetOf([], isoDate('2026-09-01'))).toBe(CODE_OF_2015)
  })
})

describe('a changed Code', () => {
  const settings = { ...DEFAULT_STANDING_SETTINGS, rule: next }
  const three = [held('2026-10-14'), held('2027-02-03', { format: 'video' }), held('2027-03-03')]
  const pupil = pupilOn('2027-03-16', three, { settings })

  it('asks for another number, and other ways to meet', () => {
    expect(parentMeetingStanding(pupil)).toMatchObject({
      state: 'on-track',
      held: 2,
      required: 4,
      eachYear: 4,
    })
    expect(parentMeetingStanding(pupilOn('2027-03-16', three))).toMatchObject({ state: 'met', held: 3 })
    expect(countedMeetings(pupil).map(({ reason }) => reason)).toEqual([null, 'format', null])
  })
  it('is said in the same words with its own number', () => {
    const four = pupilOn('2027-06-16', [...three, held('2027-04-14'), held('2027-05-12')], { settings })
    const { standing, reasons } = explainedStanding(four)
    expect([standing.state, meetingsHeldWords(standing), standingSentence(standing, reasons)]).toEqual([
      'met',
      '4 of 4',
      'Fourth held on 12 May',
    ])
  })
  it('asks of part of a year a meeting for each term', () => {
    const joined = pupilOn('2027-06-16', [], { settings, inScope: [period('2027-01-06')] })
    expect(parentMeetingStanding(joined)).toMatchObject({ required: 2, fewerThanThree: true })
  })
})
