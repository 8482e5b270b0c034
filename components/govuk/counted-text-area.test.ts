import { expect, it } from 'vitest'
import { roomLeft } from './counted-text-area'

it.each([
  [0, 'You can enter up to 2,000 characters', 'nothing yet'],
  [1499, 'You can enter up to 2,000 characters', 'plenty of room'],
  [1500, 'You have 500 characters remaining', 'the limit draws near'],
  [1999, 'You have 1 character remaining', 'one more'],
  [2000, 'You have 0 characters remaining', 'just full'],
  [2001, 'You have 1 character too many', 'one over'],
  [3500, 'You have 1,500 characters too many', 'far over'],
])('with %i typed of 2,000: %s, %s', (length, says) => {
  expect(roomLeft(length, 2000)).toBe(says)
})
