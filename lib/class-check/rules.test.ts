import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { problemsOf } from '@/lib/platform/form-state'
import { everyone, type Someone } from '@/tests/factories/actors'
import { classCheckPolicy } from './policy'
import { type CheckedPupil, found, isCheckedThisTerm, termOn, unanswered, checkWait } from './rules'
import { checkForm } from './schema'
import { lastCheckedWords, uncheckedWords } from './words'

const terms = [
  { name: 'Spring', firstDay: isoDate('2027-01-05'), lastDay: isoDate('2027-03-25') },
  { name: 'Autumn', firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
]

describe('once a term', () => {
  it.each([
    ['2026-09-01', 'Autumn'],
    ['2026-09-02', 'Autumn'],
    ['2026-12-31', 'Autumn'],
    ['2027-01-05', 'Spring'],
    ['2027-08-01', 'Spring'],
  ])('%s belongs to %s', (today, name) => {
    expect(termOn(terms, isoDate(today))?.name).toBe(name)
  })

  it.each([
    [null, '2026-11-20', false],
    ['2026-09-02', '2026-11-20', true],
    ['2026-09-02', '2027-01-04', true],
    ['2026-09-02', '2027-01-05', false],
    ['2027-01-05', '2027-01-05', true],
  ])('checked on %s, on %s: %s', (last, today, isChecked) => {
    expect(isCheckedThisTerm(last === null ? null : isoDate(last), terms, isoDate(today))).toBe(isChecked)
  })

  it('without a calendar nothing is checked', () => {
    expect(isCheckedThisTerm(isoDate('2026-09-02'), [], isoDate('2026-11-20'))).toBe(false)
  })
})

const pupil = (over: Partial<CheckedPupil>): CheckedPupil => ({
  ...{ id: 'line', pupilId: 'amira', name: 'Amira Khan', progress: 'less-than-expected' as const },
  ...{ signs: [], status: null, concernId: null, ...over },
})

it('finds those with less progress who are not on the register and of whom nobody is concerned', () => {
  const all = [
    pupil({ id: 'found' }),
    pupil({ progress: 'as-expected' }),
    pupil({ progress: 'too-early' }),
    pupil({ status: 'sen-support' }),
    pupil({ concernId: 'concern' }),
  ]
  expect(found(all).map(({ id }) => id)).toEqual(['found'])
})

it('misses nobody who came to the class since the form was opened', () => {
  expect(unanswered(['a', 'b'], [{ pupilId: 'a' }, { pupilId: 'gone' }])).toEqual(['b'])
})

describe('checkForm', () => {
  const [formKey, one, two] = [1, 2, 3].map((n) => `01a1f000-0000-7000-8000-00000000000${n}`) as [
    string,
    string,
    string,
  ]
  it('asks which signs, and keeps them only for less than expected', () => {
    const said = (progress: string, signs: string[]) =>
      checkForm.safeParse({
        formKey,
        pupils: { [one]: { progress, signs }, [two]: { progress: 'too-early' } },
      })
    const wrong = said('less-than-expected', [])
    expect(wrong.error && problemsOf(wrong.error)).toEqual([
      { field: `pupils.${one}.signs`, message: 'Select which signs you see (Code of Practice 6.17)' },
    ])
    expect(said('as-expected', ['gap-widening']).data?.pupils).toEqual([
      { pupilId: one, progress: 'as-expected', signs: [] },
      { pupilId: two, progress: 'too-early', signs: [] },
    ])
    expect(said('less-than-expected', ['gap-widening']).data?.pupils[0]?.signs).toEqual(['gap-widening'])
  })
})

it('is made by the teachers of the class and those who lead', () => {
  const may = (isOwn: boolean) =>
    (Object.keys(everyone) as Someone[]).filter((who) =>
      classCheckPolicy.make(everyone[who], { schoolId: 'oak', isOwn }),
    )
  expect(may(true)).toEqual(['the SENCO', 'the headteacher', 'a teacher of the pupil', 'another teacher'])
  expect(may(false)).toEqual(['the SENCO', 'the headteacher'])
})

it('is said in words', () => {
  expect(lastCheckedWords(null)).toBe('Not checked yet')
  expect(lastCheckedWords(isoDate('2026-10-12'))).toBe('Last checked on 12 October 2026')
  expect(uncheckedWords([], 'Autumn')).toBeNull()
  expect(uncheckedWords([{ name: '4 Ash' }], 'Autumn')).toBe(
    'One class has not been checked in the autumn term: 4 Ash',
  )
  expect(uncheckedWords([{ name: '4 Ash' }, { name: '5 Elm' }], null)).toBe(
    '2 classes have not been checked this term: 4 Ash, 5 Elm',
  )
})

describe('checkWait: a class that waits for its check of this term (6.17, P02)', () => {
  const calendar = {
    terms: [
      { name: 'Autumn', firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
      { name: 'Spring', firstDay: isoDate('2027-01-05'), lastDay: isoDate('2027-03-25') },
    ],
    closedDays: [],
  }
  const autumn = { termName: 'Autumn', since: '2026-09-02' }
  const spring = { termName: 'Spring', since: '2027-01-05' }
  it.each([
    ['before the first term nobody waits', null, '2026-08-31', null],
    ['the day before the term', null, '2026-09-01', null],
    ['its first day', null, '2026-09-02', { ...autumn, isLate: false }],
    ['the middle of it', null, '2026-10-14', { ...autumn, isLate: false }],
    ['ten school days left after today', null, '2026-12-04', { ...autumn, isLate: false }],
    ['nine left', null, '2026-12-07', { ...autumn, isLate: true }],
    ['the last day', null, '2026-12-18', { ...autumn, isLate: true }],
    ['the holiday after', null, '2026-12-28', { ...autumn, isLate: true }],
    ['the next term begins anew', null, '2027-01-05', { ...spring, isLate: false }],
    ['checked last term', '2026-12-18', '2027-01-05', { ...spring, isLate: false }],
    ['checked this term', '2027-01-05', '2027-01-06', null],
    ['checked in the holiday after', '2026-12-21', '2026-12-22', null],
  ])('%s', (_what, last, today, expected) => {
    expect(checkWait(last === null ? null : isoDate(last), calendar, isoDate(today))).toEqual(expected)
  })
})
