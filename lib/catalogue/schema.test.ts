import { expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { catalogueForm, ownForm } from './schema'

const typed = { name: 'Talking group', form: 'Small-group work', wave: 'targeted', additional: 'additional' }
const messagesOf = (given: object) => {
  const parsed = catalogueForm.safeParse({ ...typed, ...given })
  return parsed.success ? [] : problemsOf(parsed.error)
}

it('takes an entry that says no more than what and for whom', () => {
  expect(messagesOf({})).toEqual([])
})

it.each([
  [{ name: '' }, 'name', 'Enter what it is called'],
  [{ form: '' }, 'form', 'Enter what kind of support it is'],
  [{ wave: 'fourth' }, 'wave', 'Select who it is for'],
  [{ additional: '' }, 'additional', 'Select whether it is beyond what others get'],
  [{ delivererRole: 'cook' }, 'delivererRole', 'Select who usually gives it'],
  [{ weeks: '61' }, 'weeks', 'Weeks must be between 1 and 60'],
  [{ steps: 'x'.repeat(4001) }, 'steps', 'How to run it must be 4,000 characters or less'],
])('%#: says what to do about %j', (over, field, message) => {
  expect(messagesOf(over)).toEqual([{ field, message }])
})

it('takes a form of the school’s own with a name', () => {
  expect(ownForm.safeParse({ name: '' }).success).toBe(false)
  expect(ownForm.parse({ name: ' Forest school ' })).toEqual({ name: 'Forest school' })
})
