import { expect, it } from 'vitest'
import { withUnit } from './words'

it.each([
  ['31', 'words', '31 words'],
  ['1', 'words', '1 word'],
  ['1', 'times a week', '1 time a week'],
  ['1', 'of 10', '1 of 10'],
  ['1', 'lens', '1 lens'],
  ['4 sentences', 'sentences', '4 sentences'],
  ['most of it', null, 'most of it'],
])('says %j in %j as %j', (value, unit, said) => {
  expect(withUnit(value, unit)).toBe(said)
})
