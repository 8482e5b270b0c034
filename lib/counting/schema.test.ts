import { describe, expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { countingAsked, countingForm, countingQuery } from './schema'

const typed = { phoneCounts: 'yes', includeNursery: 'yes', warnSchoolDays: '15', starts: 'today' }
const read = {
  phoneCounts: true,
  proRata: false,
  includeEhcPlan: false,
  includeNursery: true,
  warnSchoolDays: 15,
  starts: 'today',
}

describe('how a school counts', () => {
  it('reads what was typed; a box that is not ticked is no', () => {
    expect(countingForm.parse(typed)).toEqual(read)
  })
  it('comes back from the address it was put into', () => {
    const query = Object.fromEntries(new URLSearchParams(countingQuery(countingForm.parse(typed))))
    expect(countingAsked(query)).toEqual(read)
  })
  it.each([
    [{}, 'an address that asks nothing'],
    [{ saved: 'counting' }, 'a page after saving'],
    [{ ...typed, warnSchoolDays: '99' }, 'a number nobody may set'],
    [{ ...typed, starts: ['today', 'today'] }, 'an answer given twice'],
  ] as [Record<string, string | string[]>, string][])('shows no effect for %j: %s', (query) => {
    expect(countingAsked(query)).toBeNull()
  })
  it.each([
    [{ warnSchoolDays: '41' }, 'warnSchoolDays: How many school days must be between 0 and 40'],
    [{ warnSchoolDays: 'ten' }, 'warnSchoolDays: How many school days must be a whole number'],
    [{ starts: '' }, 'starts: Select from when this holds'],
  ])('%j', (over, expected) => {
    const parsed = countingForm.safeParse({ ...typed, ...over })
    expect(
      parsed.success ? [] : problemsOf(parsed.error).map(({ field, message }) => `${field}: ${message}`),
    ).toEqual([expected])
  })
})
