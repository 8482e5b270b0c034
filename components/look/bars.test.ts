import { expect, it } from 'vitest'
import { piecesOf } from './bars'

const none = { met: 0, 'on-track': 0, 'at-risk': 0, 'part-year-met': 0, 'not-met': 0, 'not-applicable': 0 }

it('lays the pieces side by side, against the longest bar, and leaves out what nobody is in', () => {
  expect(piecesOf({ ...none, met: 5, 'at-risk': 10, 'not-applicable': 5 }, 40)).toEqual([
    { state: 'met', from: 0, width: 12.5 },
    { state: 'at-risk', from: 12.5, width: 25 },
    { state: 'not-applicable', from: 37.5, width: 12.5 },
  ])
})

it('draws nothing for a year nobody is in', () => {
  expect(piecesOf(none, 0)).toEqual([])
})
