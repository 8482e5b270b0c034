import { expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { doNoteForm, EVERY_LESSON } from './schema'

const id = '0190a8c4-0000-7000-8000-000000000001'
const note = {
  formKey: id,
  about: id,
  delivered: 'given',
  happenedOn: { day: '20', month: '11', year: '2026' },
  audience: 'staff',
}
const messagesOf = (over: object) => {
  const parsed = doNoteForm.safeParse({ ...note, ...over })
  return parsed.success ? [] : problemsOf(parsed.error)
}

it('takes two taps and a day', () => {
  expect(doNoteForm.parse(note)).toEqual({
    ...note,
    happenedOn: '2026-11-20',
    ...{ reason: null, minutes: null, givenBy: null, observation: null, outcomeId: null, measured: null },
  })
  expect(messagesOf({ about: EVERY_LESSON, observation: 'Used the card twice in maths.' })).toEqual([])
})

it('says every problem at once, across fields too', () => {
  const fields = messagesOf({ about: '', delivered: 'partly', measured: '31' })
  expect(fields.map(({ field }) => field)).toEqual(['about', 'reason', 'outcomeId'])
  expect(messagesOf({ delivered: '' }).map(({ field }) => field)).toEqual(['delivered'])
})

it.each([
  [{ about: undefined }, 'about', 'Select what the note is about'],
  [{ about: 'that' }, 'about', 'Select what the note is about'],
  [{ delivered: '' }, 'delivered', 'Select whether it was given'],
  [{ delivered: 'partly' }, 'reason', 'Enter why it was given only in part'],
  [{ delivered: 'not-given', reason: ' ' }, 'reason', 'Enter why it was not given'],
  [{ delivered: 'not-given', reason: 'a'.repeat(501) }, 'reason', 'Why not must be 500 characters or less'],
  [{ minutes: '700' }, 'minutes', 'Minutes must be between 1 and 600'],
  [{ observation: 'a'.repeat(4001) }, 'observation', 'What you saw must be 4,000 characters or less'],
  [{ measured: '31' }, 'outcomeId', 'Select the outcome that was measured'],
  [{ happenedOn: { day: '', month: '', year: '' } }, 'happenedOn', 'Enter the day it is about'],
  [{ audience: undefined }, 'audience', 'Select who may read it'],
  [{ formKey: 'again' }, 'formKey', 'Open the page again'],
])('%#: says what to do about %j', (over, field, message) => {
  expect(messagesOf(over)).toEqual([{ field, message }])
})
