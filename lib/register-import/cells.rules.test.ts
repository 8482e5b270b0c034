import { describe, expect, it } from 'vitest'
import {
  characterProblem,
  readEmail,
  readRank,
  readSex,
  readText,
  readYearGroup,
  readYesOrNo,
  tidyCell,
} from './cells.rules'
import { nameKey, readFullName } from './names.rules'

const refused = (message: RegExp) => ({ ok: false, message: expect.stringMatching(message) as string })

describe('readYearGroup', () => {
  it.each([
    ['Year 7', 7],
    ['7', 7],
    ['  7', 7],
    ['07', 7],
    ['Y7', 7],
    ['Yr 7', 7],
    ['Yr. 7', 7],
    ['year_7', 7],
    ['NC Year 7', 7],
    ['Curriculum Year 7', 7],
    ['R', 0],
    ['Reception', 0],
    ['Rec', 0],
    ['Year R', 0],
    ['YR', 0],
    ['0', 0],
    ['Year 0', 0],
    ['N2', -1],
    ['Nursery', -1],
    ['-1', -1],
    ['N1', -2],
    ['Nursery 1', -2],
    ['13', 13],
    ['14', 14],
    ['', null],
  ])('reads %j as %s', (cell, year) => expect(readYearGroup(cell)).toEqual({ ok: true, value: year }))
  it.each(['15', 'Year 20', '7B', 'Year', 'Seven', '7.5', '-3'])('refuses %j', (cell) => {
    expect(readYearGroup(cell)).toEqual(refused(/Year must be N1, N2, R, or a year from 1 to 14/))
  })
})

describe('readText', () => {
  it.each([
    'O’Brien',
    "O'Brien",
    'Smith-Jones',
    'Zoë',
    'Łukasz',
    'محمد',
    'שרה',
    '李',
    '😀 Sam',
    '<script>alert(1)</script>',
  ])('keeps %s', (name) => {
    expect(readText(name, 'Surname', 100)).toEqual({ ok: true, value: name })
  })
  it('counts an emoji as one letter, and refuses one letter too many', () => {
    expect(readText('😀'.repeat(100), 'Surname', 100).ok).toBe(true)
    expect(readText('x'.repeat(101), 'Surname', 100)).toEqual(
      refused(/Surname must be 100 characters or fewer/),
    )
  })
  it('makes é typed in two ways one é, and one line of many', () => {
    expect(tidyCell(' \u00a0Zoe\u0308\r\n  Anne\t\u200b')).toBe('Zoë Anne')
  })
})

describe('characterProblem', () => {
  it.each(['\u0000', 'Zo\u0007', '\u009d', '\ud800'])('refuses %j', (cell) =>
    expect(characterProblem(cell, 'Surname')).toMatch(/^Surname must not contain/),
  )
  it('says when a letter was lost on the way', () =>
    expect(characterProblem('Zo\uFFFD', 'Surname')).toMatch(/^Surname has lost a letter/))
  it.each(['Zoë', 'two\r\nlines', 'a\tb', '😀', 'שרה'])('has nothing against %j', (cell) =>
    expect(characterProblem(cell, 'Surname')).toBeNull(),
  )
})

describe('small cells', () => {
  it.each([
    ['F', 'F'],
    ['female', 'F'],
    ['M', 'M'],
    ['Boy', 'M'],
    ['X', null],
    ['', null],
  ])('sex %j is %s', (cell, sex) => {
    expect(readSex(cell)).toBe(sex)
  })
  it.each([
    ['Y', true],
    ['yes', true],
    ['TRUE', true],
    ['N', false],
    ['0', false],
    ['', null],
  ])('%j is %s', (cell, answer) => {
    expect(readYesOrNo(cell, 'PR')).toEqual({ ok: true, value: answer })
  })
  it('refuses perhaps', () => expect(readYesOrNo('perhaps', 'PR')).toEqual(refused(/PR must be Y or N/)))
  it.each([
    ['1', 1],
    ['02', 2],
    ['99', 99],
    ['Primary', 1],
    ['2nd', 2],
    ['1.0', 1],
    ['', null],
  ])('rank %j is %s', (cell, rank) => {
    expect(readRank(cell)).toEqual({ ok: true, value: rank })
  })
  it.each(['0', '100', 'top', '-1'])('refuses rank %j', (cell) =>
    expect(readRank(cell)).toEqual(refused(/1 to 99/)),
  )
  it.each([
    ['Ann@Example.com', 'ann@example.com'],
    [' mailto:a.b+c@parents.example ', 'a.b+c@parents.example'],
    ['', null],
  ])('email %j', (cell, email) => {
    expect(readEmail(cell, 'Email')).toEqual({ ok: true, value: email })
  })
  it.each([
    'ann',
    'ann@home',
    'a@b.example; c@d.example',
    'Ann <a@b.example>',
    `${'a'.repeat(250)}@b.example`,
  ])('refuses email %j', (cell) => {
    expect(readEmail(cell, 'Email')).toEqual(refused(/Email must be one email address/))
  })
})

describe('readFullName', () => {
  it.each([
    ['Mitchell, Amelia', 'Mitchell', 'Amelia'],
    ['O’Brien,Zoë Anne', 'O’Brien', 'Zoë Anne'],
    ['Amelia Mitchell', 'Mitchell', 'Amelia'],
    ['Mary Jane Smith', 'Smith', 'Mary Jane'],
    ['Ana de Souza', 'de Souza', 'Ana'],
    ['Jan van der Berg', 'van der Berg', 'Jan'],
    ['Van Nguyen', 'Nguyen', 'Van'],
    ['Ben Ap Rhys', 'Ap Rhys', 'Ben'],
  ])('%s is %s, %s', (cell, familyName, givenName) => {
    expect(readFullName(cell)).toEqual({ ok: true, value: { familyName, givenName } })
  })
  it.each(['Amelia', 'Mitchell,', ', Amelia'])('refuses %j', (cell) =>
    expect(readFullName(cell)).toEqual(refused(/Surname, Forename/)),
  )
})

describe('nameKey', () => {
  it.each([
    ['O’Brien', "o'brien"],
    ['Zoë', 'ZOE'],
    ['Smith-Jones', 'Smith Jones'],
  ])('%s is %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)))
  it('keeps names apart that have no letters we know', () => expect(nameKey('😀')).not.toBe(nameKey('🙂')))
})
