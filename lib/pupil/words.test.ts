import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { pupilLine, reviewTimingWords, throughWords } from './words'

describe('the words about a pupil', () => {
  it('say which year and class, as far as the school knows', () => {
    const born = { dateOfBirth: isoDate('2018-05-03'), age: 8 }
    expect(pupilLine({ ...born, yearGroup: 'Year 4', className: '4 Ash' })).toBe(
      'Year 4, 4 Ash. Born 3 May 2018, 8 years old',
    )
    expect(pupilLine({ ...born, yearGroup: null, className: '4 Ash' })).toBe(
      '4 Ash. Born 3 May 2018, 8 years old',
    )
    expect(pupilLine({ dateOfBirth: isoDate('2025-05-03'), age: 1, yearGroup: null, className: null })).toBe(
      'Born 3 May 2025, 1 year old',
    )
  })

  it.each([
    ['2027-03-16', 'Due today'],
    ['2027-03-15', 'Overdue by 1 day'],
    ['2027-03-12', 'Overdue by 4 days'],
    ['2027-03-17', 'In 1 day'],
    ['2027-03-25', 'In 9 days'],
  ])('a review due on %s is, on 16 March, %s', (due, words) => {
    expect(reviewTimingWords(isoDate(due), isoDate('2027-03-16'))).toBe(words)
  })

  it('say how someone knows the pupil', () => {
    expect(throughWords({ role: 'class-teacher', jobTitle: null, through: ['class', 'plan'] })).toBe(
      'class teacher, responsible for the plan',
    )
    expect(
      throughWords({ role: 'teaching-assistant', jobTitle: 'Speech assistant', through: ['pupil'] }),
    ).toBe('Speech assistant, named for this pupil')
  })
})
