import { expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { provisionForm } from './schema'

const messagesOf = (given: unknown) => {
  const parsed = provisionForm.safeParse(given)
  return parsed.success ? [] : problemsOf(parsed.error)
}
const what = 'Precision teaching'
const on = (day: string) => ({ day, month: '3', year: '2027' })
const someone = '0190a8c4-0000-7000-8000-000000000001'

it('takes a draft with nothing but what will be done', () => {
  expect(provisionForm.parse({ what })).toEqual({
    what,
    ...{ deliveredById: null, deliverer: null, place: null, minutes: null, perWeek: null, groupSize: null },
    ...{ fromOn: null, untilOn: null, outcomeIds: [] },
    ...{ catalogueEntryId: null, form: null, wave: null, additional: 'additional', fromOutside: false },
    ...{ alsoGivenBy: [], equipment: null, inPlaceOn: null, care: false },
  })
})

it.each([
  [{ what: '' }, 'what', 'Enter what will be done'],
  [{ what: 'a'.repeat(501) }, 'what', 'What will be done must be 500 characters or less'],
  [{ deliveredById: 'Joan' }, 'deliveredById', 'Select who gives it from the list'],
  [
    { deliveredById: someone, deliverer: 'A volunteer' },
    'deliverer',
    'Select a member of staff or enter somebody else, not both',
  ],
  [{ wave: 'fourth' }, 'wave', 'Select who it is for'],
  [{ additional: 'perhaps' }, 'additional', 'Select whether it is beyond what others get'],
  [{ alsoGivenBy: ['Joan'] }, 'alsoGivenBy.0', 'Select staff from the list'],
  [
    { deliveredById: someone, fromOutside: 'yes' },
    'fromOutside',
    'Somebody from outside the school is not in the list of staff: enter who it is instead',
  ],
  [{ inPlaceOn: on('9') }, 'equipment', 'Enter what was in place from that day'],
  [{ minutes: 'ten' }, 'minutes', 'Minutes must be a whole number'],
  [{ minutes: '0' }, 'minutes', 'Minutes must be between 1 and 600'],
  [{ perWeek: '51' }, 'perWeek', 'Times a week must be between 1 and 50'],
  [{ groupSize: '61' }, 'groupSize', 'The number of pupils must be between 1 and 60'],
  [{ fromOn: on('32') }, 'fromOn', 'The first day must be a real date'],
  [{ fromOn: on('32'), untilOn: on('8') }, 'fromOn', 'The first day must be a real date'],
  [{ fromOn: on('9'), untilOn: on('8') }, 'untilOn', 'The last day must be on or after the first day'],
])('%#: says what to do about %j', (over, field, message) => {
  expect(messagesOf({ what, ...over })).toEqual([{ field, message }])
})

it('takes a provision of one day', () => {
  expect(messagesOf({ what, fromOn: on('9'), untilOn: on('9') })).toEqual([])
})
