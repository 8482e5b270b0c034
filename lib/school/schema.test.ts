import { describe, expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { calendarForm, settingsForm } from './schema'

const day = (d: string, m: string, y: string) => ({ day: d, month: m, year: y })
const none = day('', '', '')

const said = (form: typeof calendarForm | typeof settingsForm, typed: unknown) => {
  const parsed = form.safeParse(typed)
  return parsed.success ? [] : problemsOf(parsed.error).map(({ field, message }) => `${field}: ${message}`)
}

describe('the form of a calendar', () => {
  const autumn = { name: 'Autumn', firstDay: day('2', '9', '2026'), lastDay: day('18', '12', '2026') }
  it('keeps the number of each row that was filled in', () => {
    const blank = { name: ' ', firstDay: none, lastDay: none }
    const closed = { from: day('23', '10', '2026'), until: none, reason: '' }
    expect(calendarForm.parse({ terms: { 0: blank, 1: autumn }, closures: { 2: closed } })).toEqual({
      terms: [{ row: '1', name: 'Autumn', firstDay: '2026-09-02', lastDay: '2026-12-18' }],
      closures: [{ row: '2', from: '2026-10-23', until: null, reason: 'Closed' }],
    })
  })
  it.each([
    [{ terms: { 2: { ...autumn, name: '' } } }, ['terms.2.name: Enter what the term is called']],
    [
      { terms: { 0: { ...autumn, lastDay: day('31', '2', '2027') } } },
      ['terms.0.lastDay: The last day of the term must be a real date'],
    ],
    [{ terms: { 0: { ...autumn, firstDay: none } } }, ['terms.0.firstDay: Enter the first day of the term']],
    [
      { closures: { 1: { from: none, until: none, reason: 'Snow' } } },
      ['closures.1.from: Enter the first closed day'],
    ],
    [
      { terms: Object.fromEntries(Array.from({ length: 9 }, (_, n) => [n, autumn])) },
      ['terms: Enter no more than 8'],
    ],
  ])('%j', (typed, expected) => {
    expect(said(calendarForm, typed)).toEqual(expected)
  })
})

describe('the form of settings', () => {
  const typed = {
    planName: 'SEN support plan',
    meetingMinutes: '30',
    reminderDays: '2',
    termSchoolDays: '75',
    yearBegins: { day: '1', month: '09' },
  }
  it('reads what was typed', () => {
    expect(settingsForm.parse({ ...typed, localOfferUrl: ' https://offer.example.org/send ' })).toEqual({
      planName: 'SEN support plan',
      meetingMinutes: 30,
      reminderDays: 2,
      termSchoolDays: 75,
      yearBegins: '09-01',
      officePhone: null,
      adviceName: null,
      adviceUrl: null,
      advicePhone: null,
      localOfferUrl: 'https://offer.example.org/send',
    })
  })
  it.each([
    [{ planName: '' }, ['planName: Enter what the plan is called']],
    [{ planName: 'x'.repeat(61) }, ['planName: What the plan is called must be 60 characters or less']],
    [
      { yearBegins: { day: '31', month: '09' } },
      ['yearBegins.day: The school year must begin on a real date'],
    ],
    [
      { yearBegins: { day: '', month: '' } },
      [
        'yearBegins.day: Enter the day the school year begins',
        'yearBegins.month: Select the month the school year begins',
      ],
    ],
    [
      { officePhone: 'ring us' },
      ['officePhone: Enter a phone number, like 01632 960 001 or +44 808 157 0192'],
    ],
    [
      { adviceUrl: 'www.example.org' },
      ['adviceUrl: Enter a web address in full, like https://www.example.org'],
    ],
    [
      { adviceUrl: 'javascript:alert(1)' },
      ['adviceUrl: Enter a web address in full, like https://www.example.org'],
    ],
    [
      { localOfferUrl: 'ftp://example.org' },
      ['localOfferUrl: Enter a web address in full, like https://www.example.org'],
    ],
    [{ adviceName: 'SENDIASS\u0000' }, ['adviceName: Remove the character that cannot be stored']],
  ])('%j', (over, expected) => {
    expect(said(settingsForm, { ...typed, ...over })).toEqual(expected)
  })
})
