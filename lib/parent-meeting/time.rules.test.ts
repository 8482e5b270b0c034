import { describe, expect, it } from 'vitest'
import { timeTyped } from './time.rules'

describe('a time as people type it', () => {
  it.each([
    ['3:30pm', '15:30'],
    ['3.30 pm', '15:30'],
    ['3.30 P.M.', '15:30'],
    ['15:30', '15:30'],
    ['1530', '15:30'],
    ['330pm', '15:30'],
    ['9am', '09:00'],
    ['8:15', '08:15'],
    ['0815', '08:15'],
    ['12:30', '12:30'],
    ['12:30am', '00:30'],
    ['12pm', '12:00'],
    ['midday', '12:00'],
    ['7', '07:00'],
    [' 6pm ', '18:00'],
    ['', null],
    ['  ', null],
  ])('%j is %s', (typed, time) => {
    expect(timeTyped(typed)).toEqual({ time })
  })
  it.each([
    ['3:30', 'Say am or pm, like 3:30pm'],
    ['6', 'Say am or pm, like 6pm'],
    ['24:00', 'Enter a time, like 3:30pm or 15:30'],
    ['13pm', 'Enter a time, like 3:30pm or 15:30'],
    ['0am', 'Enter a time, like 3:30pm or 15:30'],
    ['3:60pm', 'Enter a time, like 3:30pm or 15:30'],
    ['after school', 'Enter a time, like 3:30pm or 15:30'],
  ])('%j is asked again: %s', (typed, problem) => {
    expect(timeTyped(typed)).toEqual({ time: null, problem })
  })
})
