import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { type SmartInput, smartFindings } from './smart'

const good: SmartInput = {
  willDo: 'Nadia will spell 30 of the 40 words on her list in a dictated sentence',
  measure: 'Dictated sentences on Friday, words right',
  unit: 'words of 40',
  baseline: '12',
  baselineOn: isoDate('2027-03-12'),
  target: '30',
  startsOn: isoDate('2027-03-16'),
  by: isoDate('2027-07-02'),
  reviewDue: isoDate('2027-07-02'),
  why: 'She wants to write her own comic',
  needs: ['SPLD'],
}

const said = (over: SmartInput) =>
  smartFindings({ ...good, ...over }).map(({ letter, rule }) => `${letter} ${rule}`)

describe('smartFindings', () => {
  it('has nothing to say of an outcome that is whole', () => {
    expect(smartFindings(good)).toEqual([])
  })

  it('names everything that is missing from an empty one, and never fails', () => {
    const missing = [
      'S too-short',
      'M no-measure',
      'M no-baseline',
      'M no-target',
      'R no-why',
      'R no-need',
      'T no-date',
    ]
    expect(smartFindings({}).map(({ letter, rule }) => `${letter} ${rule}`)).toEqual(missing)
    const nulls = Object.fromEntries(Object.keys(good).map((part) => [part, null]))
    expect(smartFindings(nulls).map(({ letter, rule }) => `${letter} ${rule}`)).toEqual(missing)
  })

  it.each([
    ['help as the outcome', { willDo: 'Nadia will receive 5 hours of support a week' }, ['S provision']],
    ['access to a thing', { willDo: 'Nadia will have access to a quiet room' }, ['S provision']],
    ['odd capitals and spaces', { willDo: '  NADIA   Will HAVE  1:1   support ' }, ['S provision']],
    ['a contraction', { willDo: 'She’ll be better at listening' }, ['S vague']],
    ['a vague verb', { willDo: 'Nadia will improve her spelling' }, ['S vague']],
    ['what adults do', { willDo: 'The class teacher will use visual prompts' }, ['S no-pupil-act']],
    ['two outcomes', { willDo: 'Nadia will read 50 words and make two friends' }, ['S two-outcomes']],
    ['too little', { willDo: 'Spelling' }, ['S too-short']],
    ['no measure', { measure: ' ' }, ['M no-measure']],
    ['a start still to come', { baseline: 'TBC', baselineOn: null }, ['M no-baseline']],
    ['a start without its day', { baselineOn: null }, ['M no-baseline-date']],
    ['no target', { target: null }, ['M no-target']],
    ['a target nobody could check', { target: 'better' }, ['M no-target']],
    ['a target as number, equal to the start', { baseline: 3, target: '3.0' }, ['A target-is-baseline']],
    [
      'a target in words, equal to the start',
      { baseline: 'three', target: '3 out of 10' },
      ['A target-is-baseline'],
    ],
    [
      'a target in percent, equal to the start',
      { baseline: '3/10', target: '30%' },
      ['A target-is-baseline'],
    ],
    [
      'a target in other units, equal to the start',
      { unit: null, baseline: '10 mins', target: '10 minutes' },
      ['A target-is-baseline'],
    ],
    [
      'what is done to lessons',
      { willDo: 'Instructions will be broken down into steps' },
      ['S no-pupil-act'],
    ],
    ['help with a thing', { willDo: 'Support with transitions' }, ['S provision']],
    ['the curriculum, accessed', { willDo: 'Access the Year 7 curriculum' }, ['S vague']],
    [
      'an outcome and a behaviour',
      { willDo: 'Read a page and have no more than one outburst a week' },
      ['S two-outcomes'],
    ],
    ['a leap', { unit: null, baseline: 2, target: 60 }, ['A big-leap']],
    ['no reason', { why: null }, ['R no-why']],
    ['no need', { needs: [] }, ['R no-need']],
    ['no date', { by: null }, ['T no-date']],
    ['the day after the review', { by: isoDate('2027-07-03') }, ['T after-review']],
    ['the first day', { by: isoDate('2027-03-16') }, ['T before-start']],
  ])('speaks of %s', (_what, over, findings) => {
    expect(said(over)).toEqual(findings)
  })

  it.each([
    'He will improve his score from 3 to 8',
    'Read 40 words and sequence four pictures to tell the story',
    'Count ten objects with one-to-one correspondence',
    'Support his own weight on his arms while reaching for a toy',
    'In his 1:1 session, Sol will read five sentences aloud',
    'Attend at least 90% of his lessons',
    'Tell the time in hours and minutes',
    'Show that she understands the story by answering four questions',
    'Use his timetable to get to each lesson without an adult',
    'Build a tower of eight bricks',
    'Raise his hand before he speaks',
    'I’ll tell Mr Brown when I need a break, using my red card',
    'Learn to tie his laces in a double bow',
    'Ben will attend 9 out of 10 tutor sessions on time',
    'Eryk will be able to read and spell 12 out of 15 common exception words',
    'He will read and understand Year 2 texts, answering 7 out of 10 questions correctly',
    'Increase attendance to above 90%',
    'Understand and follow two-step instructions in 4 out of 5 lessons',
    'Put on her coat, hat and gloves and line up within 3 minutes',
  ])('leaves alone: %s', (willDo) => {
    expect(said({ willDo })).toEqual([])
  })

  it('says why in one sentence, with the words it means', () => {
    expect(smartFindings({ ...good, willDo: 'Nadia will improve her spelling' })).toEqual([
      { letter: 'S', rule: 'vague', message: '“Improve” does not say what anybody would see or hear' },
    ])
  })
})
