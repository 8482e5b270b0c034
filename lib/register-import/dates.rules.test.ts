import { describe, expect, it } from 'vitest'
import { readDay } from './dates.rules'

describe('readDay', () => {
  it.each([
    ['14/06/2019', '2019-06-14'],
    ['4/6/2019', '2019-06-04'],
    ['03/04/2015', '2015-04-03'],
    ['14-06-2019', '2019-06-14'],
    ['14.06.2019', '2019-06-14'],
    ['14 / 06 / 2019', '2019-06-14'],
    ['14 Jun 2019', '2019-06-14'],
    ['14-JUN-2019', '2019-06-14'],
    ['1 September 2019', '2019-09-01'],
    ['1 Sept 2019', '2019-09-01'],
    ['1st Sep. 2019', '2019-09-01'],
    ['Friday, 14 June 2019', '2019-06-14'],
    ['2019-06-14', '2019-06-14'],
    ['2019-06-14T00:00:00Z', '2019-06-14'],
    ['14/06/2019 00:00:00', '2019-06-14'],
    ['29/02/2016', '2016-02-29'],
    ['', null],
    ['   ', null],
  ])('reads %j as %s', (cell, day) => expect(readDay(cell, 'DOB')).toEqual({ ok: true, value: day }))

  it.each([
    ['01/13/2015', /day first.*no month 13/],
    ['12-31-2015', /day first.*no month 31/],
    ['13/25/2015', /real day/],
    ['31/02/2015', /real day/],
    ['29/02/2015', /real day/],
    ['00/01/2015', /real day/],
    ['2015-13-01', /day first|real day/],
    ['14/06/19', /four digits/],
    ['14-Jun-19', /four digits/],
    ['14/06/20226', /four digits/],
    ['14/06/1019', /between 1990 and 2099/],
    ['43630', /spreadsheet’s number/],
    ['43630.0', /spreadsheet’s number/],
    ['June 14, 2019', /day first/],
    ['Jun 14 2019', /day first/],
    ['14 Foo 2019', /day first/],
    ['2019/06/14', /day first/],
    ['14/06-2019', /day first/],
    ['soon', /day first/],
    ['١٤/٠٦/٢٠١٩', /day first/],
  ])('refuses %j and says what was expected', (cell, message) => {
    const reading = readDay(cell, 'DOB')
    expect(reading).toEqual({ ok: false, message: expect.stringMatching(message) as string })
    expect(reading.ok ? '' : reading.message).toMatch(/^DOB /)
  })
})
