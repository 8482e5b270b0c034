import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { type SpecifiedInput, specifiedFindings } from './specified'

const whole: SpecifiedInput = {
  what: 'Precision teaching of the first 100 words',
  deliverer: 'Teaching assistant',
  minutes: 10,
  perWeek: 5,
  groupSize: 1,
  from: isoDate('2027-03-16'),
  until: isoDate('2027-05-28'),
}

const said = (over: SpecifiedInput) => specifiedFindings({ ...whole, ...over }).map(({ rule }) => rule)

describe('specifiedFindings', () => {
  it('has nothing to say of a provision that is specified and quantified', () => {
    expect(specifiedFindings(whole)).toEqual([])
  })

  it('names everything that is missing from an empty one', () => {
    const missing = [
      'no-what',
      'no-deliverer',
      'no-minutes',
      'no-per-week',
      'no-group-size',
      'no-from',
      'no-until',
    ]
    expect(specifiedFindings({}).map(({ rule }) => rule)).toEqual(missing)
  })

  it.each([
    ['regular', { what: 'Regular reading with an adult' }, ['vague-words']],
    ['as required', { what: 'Reading, as required' }, ['vague-words']],
    ['opportunities for', { what: 'Opportunities for talk' }, ['vague-words']],
    ['where appropriate', { what: 'Prompts where appropriate' }, ['vague-words']],
    ['when needed', { what: 'A break  WHEN Needed' }, ['vague-words']],
    ['ongoing', { what: 'Ongoing mentoring' }, ['vague-words']],
    ['access to', { what: 'Access to the sensory room' }, ['vague-words']],
    ['how often in words that promise nothing', { perWeek: 'as needed' }, ['vague-words']],
    ['support and no more', { what: 'Support' }, ['vague-words']],
    ['support somewhere', { what: 'TA support in class' }, ['vague-words']],
    ['help with a subject', { what: 'Help with reading' }, ['vague-words']],
    ['a subject and no more', { what: 'Maths' }, ['vague-words']],
    ['staff as who gives it', { deliverer: 'staff' }, ['vague-words']],
    ['an adult as who gives it', { deliverer: 'An adult' }, ['vague-words']],
    ['both, each by its own words', { what: 'Support', deliverer: 'Staff' }, ['vague-words', 'vague-words']],
    ['when time allows', { perWeek: 'when time allows' }, ['vague-words']],
    ['an end before the beginning', { until: isoDate('2027-03-15') }, ['until-before-from']],
    ['nothing in minutes', { minutes: 0 }, ['no-minutes']],
    ['a deliverer to be confirmed', { deliverer: 'TBC' }, ['no-deliverer']],
  ])('speaks of %s', (_what, over, rules) => {
    expect(said(over)).toEqual(rules)
  })

  it.each([
    ['numbers as text', { minutes: '10 minutes', perWeek: 'daily', groupSize: '1:1' }],
    [
      'help that says what is done',
      { what: 'Support in class: a sentence starter, and a check after each line' },
    ],
    ['days by their names', { perWeek: 'Mon, Wed and Fri' }],
    ['a role', { deliverer: 'Class teacher or HLTA' }],
    ['one day only', { until: isoDate('2027-03-16') }],
    ['regular as a word of grammar', { what: 'Regular past tense endings with picture cards' }],
    [
      'a thing that stands there all day',
      { what: 'A writing slope on her desk', minutes: null, perWeek: null, groupSize: null },
    ],
  ])('leaves alone %s', (_what, over) => {
    expect(said(over)).toEqual([])
  })
})
