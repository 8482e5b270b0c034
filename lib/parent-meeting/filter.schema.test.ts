import { expect, it } from 'vitest'
import { meetingFilterFrom } from './filter.schema'

const everything = { search: '', className: '', ledByMe: false, allYear: false }

it.each([
  [{}, everything],
  [
    { q: ' Khan ', class: '4 Ash', mine: 'yes', year: 'yes' },
    { search: 'Khan', className: '4 Ash', ledByMe: true, allYear: true },
  ],
  [
    { q: ['Khan', 'Barlow'], other: 'x' },
    { ...everything, search: 'Khan' },
  ],
  [
    { q: 'x'.repeat(300), mine: undefined },
    { ...everything, search: 'x'.repeat(100) },
  ],
])('%j', (asked, filter) => {
  expect(meetingFilterFrom(asked)).toEqual(filter)
})
