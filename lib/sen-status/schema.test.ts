import { describe, expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { ehcPlanForm, endStatusForm, needsForm, senSupportForm } from './schema'

const fromOn = { day: '2', month: '11', year: '2026' }
const support = {
  fromOn,
  reasons: ['less-than-expected-progress'],
  note: 'Reads 16 of 50 words.',
  mainNeed: 'SLCN',
}

const problems = (schema: { safeParse: typeof senSupportForm.safeParse }, input: unknown) => {
  const parsed = schema.safeParse(input)
  return parsed.success ? [] : problemsOf(parsed.error).map(({ field, message }) => [field, message])
}

describe('senSupportForm', () => {
  it('takes a full decision', () => {
    expect(senSupportForm.parse(support)).toEqual({ ...support, fromOn: '2026-11-02', broadArea: null })
  })

  it('asks for each part, and for more than a home language', () => {
    expect(problems(senSupportForm, {})).toEqual([
      ['fromOn', 'Enter the first day of SEN support'],
      ['reasons', 'Select why SEN support is needed'],
      ['note', 'Enter what shows that SEN support is needed'],
      ['mainNeed', 'Select the main need'],
    ])
    expect(problems(senSupportForm, { ...support, reasons: ['english-as-an-additional-language'] })).toEqual([
      [
        'reasons',
        'English as an additional language is not SEN by itself: select what else shows that SEN support is needed',
      ],
    ])
  })
})

describe('endStatusForm', () => {
  const lastDay = fromOn
  it('asks why in words only where the reason is another', () => {
    expect(problems(endStatusForm as never, { lastDay, reason: 'needs-met' })).toEqual([])
    expect(problems(endStatusForm as never, { lastDay, reason: 'other' })).toEqual([
      ['note', 'Enter why it ends'],
    ])
    expect(problems(endStatusForm as never, { lastDay, reason: 'magic' })).toEqual([
      ['reason', 'Select why it ends'],
    ])
  })
})

describe('needsForm', () => {
  const row = (code: string, broadArea = '') => ({ code, broadArea })
  it('takes the rows that are filled in, main one first', () => {
    const needs = { 0: row('SLCN'), 1: row('DS', 'cognition-and-learning'), 2: row(''), 3: row('') }
    expect(needsForm.parse({ fromOn, needs }).needs).toEqual([
      { code: 'SLCN', broadArea: null },
      { code: 'DS', broadArea: 'cognition-and-learning' },
    ])
  })

  it.each([
    [{ 0: row(''), 1: row('SLCN') }, 'needs.0.code', 'Select the main need'],
    [
      { 0: row('SLCN'), 1: row(''), 2: row('MLD') },
      'needs.1.code',
      'Select a need here, or clear those below',
    ],
    [{ 0: row('', 'cognition-and-learning') }, 'needs.0.code', 'Select a need'],
    [{}, 'needs.0.code', 'Select the main need'],
  ])('refuses %j', (needs, field, message) => {
    expect(problems(needsForm as never, { fromOn, needs })).toEqual([[field, message]])
  })
})

describe('ehcPlanForm', () => {
  it('needs the day and the main need', () => {
    expect(problems(ehcPlanForm as never, { note: '' })).toEqual([
      ['fromOn', 'Enter the day the EHC plan began'],
      ['mainNeed', 'Select the main need'],
    ])
  })
})
