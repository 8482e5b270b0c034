import { expect, it } from 'vitest'
import { shareOfSpan } from './span-picture'

it.each([
  [{ start: 16, now: 31, target: 40 }, 0.625, 'on the way'],
  [{ start: 0, now: 5, target: 4 }, 1, 'past the target'],
  [{ start: 16, now: 10, target: 40 }, 0, 'further back than the start'],
  [{ start: 12, now: 9, target: 4 }, 0.375, 'a number that should fall'],
  [{ start: 12, now: 3, target: 4 }, 1, 'fallen past the target'],
  [{ start: 4, now: 4, target: 4 }, 1, 'to keep what there is, kept'],
  [{ start: 4, now: 3, target: 4 }, 0, 'to keep what there is, lost'],
])('%j has gone %f of the way: %s', (span, share) => {
  expect(shareOfSpan(span)).toBe(share)
})
