import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { problemsOf } from '@/lib/platform/form-state'
import { everyDayForm, responsibleForm, startForm } from './schema'

const messagesOf = (schema: z.ZodType, given: unknown) => {
  const parsed = schema.safeParse(given)
  return parsed.success ? [] : problemsOf(parsed.error)
}
const long = 'a'.repeat(4001)

describe('starting a cycle', () => {
  it.each([
    [{ day: '', month: '', year: '' }, 'Enter the day the cycle began'],
    [{ day: '31', month: '2', year: '2026' }, 'The day the cycle began must be a real date'],
    [{ day: '5', month: '', year: '2026' }, 'The day the cycle began must include a month'],
    [{ day: '5', month: '1', year: '20226' }, 'Year must include 4 numbers'],
  ])('%j', (startedOn, message) => {
    expect(messagesOf(startForm, { startedOn })).toEqual([{ field: 'startedOn', message }])
  })
})

it('keeps a page of the plan with nothing on it yet', () => {
  const nothing = { aspirations: null, inEveryLesson: null, atHome: null }
  expect(everyDayForm.parse({ aspirations: '', inEveryLesson: '  ', atHome: '' })).toEqual(nothing)
  const noDate = { day: '', month: '', year: '' }
  expect(responsibleForm.parse({ responsibleId: '', reviewDue: noDate })).toEqual({
    responsibleId: null,
    reviewDue: null,
  })
})

it.each([
  [everyDayForm, { aspirations: long }, 'aspirations', 'What they hope for must be 4,000 characters or less'],
  [
    everyDayForm,
    { inEveryLesson: long },
    'inEveryLesson',
    'What holds in every lesson must be 4,000 characters or less',
  ],
  [everyDayForm, { atHome: long }, 'atHome', 'What is agreed for home must be 4,000 characters or less'],
  [everyDayForm, { atHome: 'a\0b' }, 'atHome', 'Remove the character that cannot be stored'],
  [responsibleForm, { responsibleId: 'Tom' }, 'responsibleId', 'Select who is responsible from the list'],
  [
    responsibleForm,
    { reviewDue: { day: '30', month: '2', year: '2027' } },
    'reviewDue',
    'The review date must be a real date',
  ],
])('says what to do: %#', (schema, given, field, message) => {
  expect(messagesOf(schema, given)).toEqual([{ field, message }])
})

it('keeps emoji, any script and what looks like markup, as typed', () => {
  const typed = 'يحب القراءة 😀 <script>alert(1)</script>'
  expect(everyDayForm.parse({ aspirations: typed }).aspirations).toBe(typed)
})
