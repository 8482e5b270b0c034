import { expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { kindAsked, planLineForm } from './schema'

const typed = { kind: 'strategy', words: 'Steps as pictures', about: 'Art' }

it('takes a line', () => {
  expect(planLineForm.parse(typed)).toEqual({ ...typed, who: null, howOften: null })
})

it.each([
  [{ kind: 'rule' }, 'kind', 'Select what kind of line it is'],
  [{ words: '' }, 'words', 'Enter what is agreed'],
  [{ words: 'x'.repeat(501) }, 'words', 'What is agreed must be 500 characters or less'],
  [{ about: 'x'.repeat(101) }, 'about', 'The subject must be 100 characters or less'],
])('%#: says what to do about %j', (over, field, message) => {
  const parsed = planLineForm.safeParse({ ...typed, ...over })
  expect(parsed.error && problemsOf(parsed.error)).toEqual([{ field, message }])
})

it.each([
  ['adjustment', 'adjustment'],
  ['anything else', null],
  [undefined, null],
  [['adjustment', 'strategy'], null],
])('the address %s adds a line of kind %s', (asked, kind) => {
  expect(kindAsked(asked)).toBe(kind)
})
