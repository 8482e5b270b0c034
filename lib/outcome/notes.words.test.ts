import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { outcomeNotes } from './notes.words'

const plan = { reviewDue: isoDate('2027-07-02'), today: isoDate('2027-03-16') }
const outcome = {
  ...{ willDo: 'Spell 30 of the 40 words on her list', measure: 'Dictated sentences', unit: 'words of 40' },
  ...{ baseline: '12', baselineOn: isoDate('2027-03-12'), target: '30', by: isoDate('2027-07-02') },
  ...{ why: 'She wants to write her own comic', needs: ['SPLD'] },
}

describe('outcomeNotes', () => {
  it('has nothing to say of an outcome that is whole and due by the day of the review', () => {
    expect(outcomeNotes(outcome, plan)).toEqual([])
  })

  it('names the letter, says why, and gives an example from the area of the need', () => {
    expect(outcomeNotes({ ...outcome, willDo: 'Improve his behaviour', needs: ['SEMH'] }, plan)).toEqual([
      {
        part: 'vague',
        letter: 'S',
        message: '“Improve” does not say what anybody would see or hear',
        example: 'show his card and walk to the quiet table before he shouts',
      },
    ])
  })

  it('takes the example from a ticked area before that of the need', () => {
    const [note] = outcomeNotes({ ...outcome, why: null, broadAreas: ['sensory-and-or-physical'] }, plan)
    expect(note?.example).toBe('He wants to be outside as soon as his friends')
  })

  it.each([
    ['the day after the review', isoDate('2027-07-03'), 'after-review'],
    ['today, which leaves no time', isoDate('2027-03-16'), 'before-start'],
    ['a day that has passed', isoDate('2027-03-15'), 'before-start'],
  ])('notes %s, and offers a week before the review', (_what, by, part) => {
    expect(outcomeNotes({ ...outcome, by }, plan)).toMatchObject([
      { part, letter: 'T', example: '25 June 2027, a week before the review' },
    ])
  })
})
