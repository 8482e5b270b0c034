import { expect, it } from 'vitest'
import { isScore, onScaleOf, readingOf, scoreKeys } from './reading.rules'

const plain = (value: number) => ({ value, outOf: null, isPercent: false })

it.each([
  ['31', plain(31)],
  ['12 words', plain(12)],
  ['1,200 steps', plain(1200)],
  ['-3', plain(-3)],
  ['2.5', plain(2.5)],
  ['about 7', plain(7)],
  ['4 of 5', { value: 4, outOf: 5, isPercent: false }],
  ['4 out of 5', { value: 4, outOf: 5, isPercent: false }],
  ['4/5', { value: 4, outOf: 5, isPercent: false }],
  ['40 of the 50 words', { value: 40, outOf: 50, isPercent: false }],
  ['60%', { value: 60, outOf: null, isPercent: true }],
  ['60 per cent', { value: 60, outOf: null, isPercent: true }],
  ['3 on Monday, 5 on Tuesday', null],
  ['2 to 3', null],
  ['4 of 0', null],
  ['1, 2 and 3', null],
  ['Reads alone', null],
  ['', null],
  [null, null],
])('%s is read as %j', (text, reading) => {
  expect(readingOf(text)).toEqual(reading)
})

it.each([
  ['8 of 10', '4 of 5', 4],
  ['4 of 5', '4 of 5', 4],
  ['3 of 5', '80%', 60],
  ['60%', '4 of 5', 3],
  ['60%', '80%', 60],
  ['31', '40 of 50', 31],
  ['31 of 50', '40', 31],
])('%s beside a target of %s is %d', (value, target, expected) => {
  expect(onScaleOf(readingOf(value)!, readingOf(target)!)).toBe(expected)
})

it.each([
  ['4 of 5', '2 of 5', [0, 1, 2, 3, 4, 5], 5],
  ['5 points', '2 points', [0, 1, 2, 3, 4, 5], null],
  ['1 time', '4 times', [0, 1, 2, 3, 4], null],
  ['40', '16', null, null],
  ['80%', '40%', null, null],
  ['asks for help', null, null, null],
])('a target of %s from %s has the keys %j', (target, baseline, keys, outOf) => {
  expect(scoreKeys({ target, baseline })).toEqual(keys && { keys, outOf })
})

it.each([
  ['31', 'words', true],
  ['31 words', 'words', true],
  ['31 Words', 'words', true],
  ['4 of 5', null, true],
  ['60%', null, true],
  ['1,200', 'steps', true],
  ['Read 31 words', 'words', false],
  ['31 words by himself', 'words', false],
  ['left after 10 minutes', 'minutes', false],
  ['-', null, false],
  ['5 (of)', '(of)', true],
])('%s with the unit %s is a score: %s', (text, unit, expected) => {
  expect(isScore(text, unit)).toBe(expected)
})
