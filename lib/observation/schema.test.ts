import { expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { observationForm } from './schema'

const typed = {
  formKey: '0190a8c4-0000-7000-8000-000000000001',
  seenOn: { day: '20', month: '11', year: '2026' },
  at: '9.45',
  place: 'Playground',
  words: 'Stood by the fence, watching the football.',
  audience: 'staff',
}

it.each([
  ['9.45', '09:45'],
  ['10:05', '10:05'],
  ['', null],
  [' 23:59 ', '23:59'],
])('reads the time %s as %s', (at, kept) => {
  expect(observationForm.parse({ ...typed, at })).toEqual({ ...typed, seenOn: '2026-11-20', at: kept })
})

it.each([
  [{ at: '25:00' }, 'at', 'Time must be like 10:45'],
  [{ at: 'noon' }, 'at', 'Time must be like 10:45'],
  [{ place: ' ' }, 'place', 'Enter where it was'],
  [{ words: '' }, 'words', 'Enter what you saw'],
  [{ audience: '' }, 'audience', 'Select who may read it'],
])('%j: says what to do', (over, field, message) => {
  const parsed = observationForm.safeParse({ ...typed, ...over })
  expect(parsed.success ? [] : problemsOf(parsed.error)).toEqual([{ field, message }])
})
