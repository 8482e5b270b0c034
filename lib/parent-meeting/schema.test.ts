import { describe, expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { heldForm } from './held.schema'
import { arrangeForm, copiesForm, notHeldForm } from './schema'

const KEY = '01927c5e-0000-7000-8000-000000000001'
const parent = '01927c5e-0000-7000-8000-000000000002'
const day = { day: '1', month: '12', year: '2026' }

const saidOf = (
  form: { safeParse: typeof arrangeForm.safeParse } | { safeParse: typeof heldForm.safeParse },
  typed: unknown,
) => {
  const parsed = form.safeParse(typed)
  return parsed.success ? [] : problemsOf(parsed.error).map(({ field, message }) => `${field}: ${message}`)
}

describe('the form that arranges', () => {
  const typed = {
    on: day,
    at: '3:30pm',
    format: 'video',
    place: ' Room 4 ',
    minutes: '30',
    purpose: 'plan',
    formKey: KEY,
  }
  it('reads what was typed', () => {
    expect(arrangeForm.parse({ ...typed, invited: [parent], ledById: '' })).toEqual({
      on: '2026-12-01',
      at: '15:30',
      format: 'video',
      place: 'Room 4',
      minutes: 30,
      purpose: 'plan',
      alsoReview: false,
      invited: [parent],
      ledById: null,
      roundWith: null,
      formKey: KEY,
      siblings: [],
      inviteNow: false,
      staff: [],
      pupilInvited: false,
      others: [],
      noteTaker: null,
      joinBy: null,
      papers: null,
      papersSentOn: null,
      interpreter: null,
      accessNeeds: null,
    })
  })
  it.each([
    [{ on: { day: '31', month: '2', year: '2027' } }, ['on: The date of the meeting must be a real date']],
    [{ on: { day: '1', month: '2', year: '20226' } }, ['on: Year must include 4 numbers']],
    [{ on: {} }, ['on: Enter the date of the meeting']],
    [{ at: '3:30' }, ['at: Say am or pm, like 3:30pm']],
    [{ format: 'pigeon' }, ['format: Select how you will meet']],
    [{ format: undefined }, ['format: Select how you will meet']],
    [{ place: 'x'.repeat(201) }, ['place: Place must be 200 characters or less']],
    [{ place: 'Room\u0000' }, ['place: Remove the character that cannot be stored']],
    [{ place: '🌻 غرفة <script>' }, []],
    [{ minutes: '4' }, ['minutes: The minutes planned must be between 5 and 240']],
    [{ minutes: 'half an hour' }, ['minutes: The minutes planned must be a whole number']],
    [{ minutes: '' }, ['minutes: Enter the minutes planned']],
    [{ purpose: '' }, ['purpose: Select what the meeting is for']],
    [{ invited: ['everyone'] }, ['invited: Select who is invited from the list']],
    [{ ledById: 'me' }, ['ledById: Select who leads from the list']],
    [{ formKey: '' }, ['formKey: Open the page again, then send the form']],
  ])('%j', (over, expected) => {
    expect(saidOf(arrangeForm, { ...typed, ...over })).toEqual(expected)
  })
})

describe('the form of a meeting that was not held', () => {
  it.each([
    [{ how: 'school', reason: '' }, ['reason: Enter why it was cancelled']],
    [{ how: 'parent', reason: '  ' }, ['reason: Enter why it was cancelled']],
    [{ how: 'declined' }, []],
    [{ how: 'nobody-came', reason: '' }, []],
    [{}, ['how: Select what happened']],
    [{ how: 'school', reason: 'x'.repeat(501) }, ['reason: Reason must be 500 characters or less']],
  ])('%j', (typed, expected) => {
    const parsed = notHeldForm.safeParse(typed)
    expect(
      parsed.success ? [] : problemsOf(parsed.error).map(({ field, message }) => `${field}: ${message}`),
    ).toEqual(expected)
  })
})

describe('the form that holds', () => {
  const typed = { came: [parent], pupilPart: 'all', heldOn: day, format: 'in-person', formKey: KEY }
  it('may leave the whole record for later', () => {
    expect(saidOf(heldForm, typed)).toEqual([])
  })
  it.each([
    [{ pupilPart: '' }, ['pupilPart: Select what part the pupil had']],
    [{ minutes: '0' }, ['minutes: Minutes must be between 1 and 600']],
    [
      { worries: 'Bedtime' },
      [
        'outcomesAgreed: Enter what was agreed about the outcomes, or leave the whole record until later',
        'supportAgreed: Enter the activities and support agreed, or leave the whole record until later',
      ],
    ],
    [
      { outcomesAgreed: 'Go on', actions: { 3: { who: '', what: 'Ring the therapist', by: {} } } },
      ['actions.3.who: Enter who will do it'],
    ],
    [
      { outcomesAgreed: 'x'.repeat(4001), supportAgreed: 'y' },
      ['outcomesAgreed: What was said about the outcomes must be 4,000 characters or less'],
    ],
  ])('%j', (over, expected) => {
    expect(saidOf(heldForm, { ...typed, ...over })).toEqual(expected)
  })
})

describe('the form of copies', () => {
  it('keeps those for whom something was chosen, and asks for the day', () => {
    expect(
      copiesForm.parse({ given: { [parent]: { method: 'letter', on: day }, [KEY]: { method: '' } } }),
    ).toEqual({
      given: [{ contactId: parent, method: 'letter', on: '2026-12-01' }],
    })
    const parsed = copiesForm.safeParse({ given: { [parent]: { method: 'letter', on: {} } } })
    expect(parsed.success || problemsOf(parsed.error)).toEqual([
      { field: `given.${parent}.on`, message: 'Enter the date' },
    ])
  })
})
