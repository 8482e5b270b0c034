import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  chooseAny,
  chooseOne,
  chooseSome,
  dateBoxes,
  lengthOf,
  optionalChoice,
  optionalDateBoxes,
  optionalText,
  optionalWholeNumber,
  requiredText,
  ticked,
  wholeNumber,
} from './text.schema'

const messageOf = (schema: z.ZodType, given: unknown) => schema.safeParse(given).error?.issues[0]?.message

const LONE_HALF = 'school \uD83D'

describe('text', () => {
  const reason = requiredText('why the meeting was cancelled', 20)

  it.each<[string | undefined, string]>([
    [undefined, 'nothing sent'],
    ['', 'nothing typed'],
    [' \n\t ', 'only spaces'],
    ['\u200B\u200F', 'only marks that cannot be seen'],
  ])('asks for an answer when there is none: %j, %s', (given) => {
    expect(messageOf(reason, given)).toBe('Enter why the meeting was cancelled')
  })

  it.each([
    ['a'.repeat(20), 'just long enough'],
    ['👩‍👧 came 🎉', 'emoji'],
    ['טקסט בעברית', 'right to left'],
    ['<script>alert(1)</s', 'markup is only text'],
    ["O'Brien -- drop", 'a quotation mark'],
  ])('keeps %j as typed: %s', (given) => {
    expect(reason.parse(given)).toBe(given)
  })

  it('says the limit when it is passed', () => {
    expect(messageOf(reason, 'a'.repeat(21))).toBe(
      'Why the meeting was cancelled must be 20 characters or less',
    )
    expect(messageOf(requiredText('the summary', 2000), 'a'.repeat(2001))).toBe(
      'The summary must be 2,000 characters or less',
    )
  })

  it('counts an emoji once and a new line once, however the browser sent it', () => {
    expect(lengthOf('🎉\r\n🎉\n')).toBe(4)
    expect(reason.parse('🎉'.repeat(20))).toBe('🎉'.repeat(20))
    expect(reason.parse('123456789\r\n123456789')).toBe('123456789\n123456789')
  })

  it.each([
    ['a null byte', 'rang\0 home'],
    ['nothing but a null byte', '\0'],
    ['half of a pair', LONE_HALF],
  ])('refuses what a database cannot keep: %s', (_what, given) => {
    expect(messageOf(reason, given)).toBe('Remove the character that cannot be stored')
    expect(messageOf(optionalText('the note', 50), given)).toBe('Remove the character that cannot be stored')
  })

  it('takes an optional answer left empty as none', () => {
    const note = optionalText('the note', 5)
    expect(note.parse('  ')).toBeNull()
    expect(note.parse(undefined)).toBeNull()
    expect(note.parse(' ok ')).toBe('ok')
    expect(messageOf(note, 'too long')).toBe('The note must be 5 characters or less')
  })

  it('asks again when a field is sent as a list', () => {
    expect(messageOf(reason, ['a', 'b'])).toBe('Enter why the meeting was cancelled')
  })
})

describe('a date in three boxes', () => {
  const heldOn = dateBoxes('the date of the review')
  const on = (day: string, month: string, year: string) => ({ day, month, year })

  it.each([
    [on('3', '12', '2026'), '2026-12-03'],
    [on(' 03 ', '12', '2026'), '2026-12-03'],
    [on('29', '2', '2028'), '2028-02-29'],
    [on('3', 'December', '2026'), '2026-12-03'],
    [on('3', 'dec', '2026'), '2026-12-03'],
  ])('reads %j as %s', (given, day) => {
    expect(heldOn.parse(given)).toBe(day)
  })

  it.each<[unknown, string]>([
    [undefined, 'Enter the date of the review'],
    ['2026-12-03', 'Enter the date of the review'],
    [on('', '', ''), 'Enter the date of the review'],
    [on('', '12', '2026'), 'The date of the review must include a day'],
    [on('3', '', ''), 'The date of the review must include a month and year'],
    [on('31', '2', '2026'), 'The date of the review must be a real date'],
    [on('29', '2', '2027'), 'The date of the review must be a real date'],
    [on('3', '13', '2026'), 'The date of the review must be a real date'],
    [on('3', 'Smarch', '2026'), 'The date of the review must be a real date'],
    [on('3\0', '12', '2026'), 'The date of the review must be a real date'],
    [on('3', '12', '20226'), 'Year must include 4 numbers'],
    [on('3', '12', '26'), 'Year must include 4 numbers'],
    [on('3', '12', '0026'), 'Year must be between 1900 and 2200'],
    [on('3', '12', '1899'), 'Year must be between 1900 and 2200'],
    [on('3', '12', '2201'), 'Year must be between 1900 and 2200'],
  ])('refuses %j: %s', (given, message) => {
    expect(messageOf(heldOn, given)).toBe(message)
  })

  it('may be left empty where it is optional, but not half filled in', () => {
    const told = optionalDateBoxes('the date the parents were told')
    expect(told.parse(undefined)).toBeNull()
    expect(told.parse(on('', ' ', ''))).toBeNull()
    expect(told.parse(on('1', '9', '2026'))).toBe('2026-09-01')
    expect(messageOf(told, on('1', '', '2026'))).toBe('The date the parents were told must include a month')
  })
})

describe('choices', () => {
  const formats = ['in-person', 'video', 'phone'] as const

  it('takes one of the options and nothing else', () => {
    const format = chooseOne(formats, 'how you met')
    expect(format.parse('video')).toBe('video')
    for (const given of [undefined, '', 'letter', ['video'], 'video\0'])
      expect(messageOf(format, given)).toBe('Select how you met')
  })

  it('takes an optional choice left alone as none', () => {
    const format = optionalChoice(formats, 'how you met')
    expect(format.parse(undefined)).toBeNull()
    expect(format.parse('')).toBeNull()
    expect(format.parse('phone')).toBe('phone')
    expect(messageOf(format, 'letter')).toBe('Select how you met')
  })

  it('takes any number, each once, in the order they are offered', () => {
    expect(chooseAny(formats, 'how you met').parse(undefined)).toEqual([])
    expect(chooseAny(formats, 'how you met').parse(['phone', 'video', 'phone'])).toEqual(['video', 'phone'])
    expect(messageOf(chooseAny(formats, 'how you met'), ['phone', 'letter'])).toBe('Select how you met')
  })

  it('asks for one at least where some are needed', () => {
    expect(messageOf(chooseSome(formats, 'how you met'), undefined)).toBe('Select how you met')
    expect(chooseSome(formats, 'how you met').parse(['phone'])).toEqual(['phone'])
  })

  it('knows a ticked box from one left alone', () => {
    expect([ticked().parse('yes'), ticked().parse(undefined)]).toEqual([true, false])
  })
})

describe('a whole number', () => {
  const minutes = wholeNumber('the number of minutes', 1, 2000)

  it.each([
    ['20', 20],
    [' 1,200 ', 1200],
    ['1', 1],
    ['2000', 2000],
  ])('reads %j', (given, count) => {
    expect(minutes.parse(given)).toBe(count)
  })

  it.each([
    ['', 'Enter the number of minutes'],
    ['twenty', 'The number of minutes must be a whole number'],
    ['2.5', 'The number of minutes must be a whole number'],
    ['-3', 'The number of minutes must be a whole number'],
    ['1e3', 'The number of minutes must be a whole number'],
    ['0', 'The number of minutes must be between 1 and 2,000'],
    ['2001', 'The number of minutes must be between 1 and 2,000'],
  ])('refuses %j: %s', (given, message) => {
    expect(messageOf(minutes, given)).toBe(message)
  })

  it('may be left empty where it is optional', () => {
    const size = optionalWholeNumber('the size of the group', 1, 40)
    expect(size.parse('')).toBeNull()
    expect(size.parse('6')).toBe(6)
    expect(messageOf(size, '41')).toBe('The size of the group must be between 1 and 40')
  })
})
