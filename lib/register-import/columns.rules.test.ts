import { describe, expect, it } from 'vitest'
import { distinctHeadings, mapColumns, type Mapping, missingColumns } from './columns.rules'
import { CONCEPTS, meaningOf } from './meanings.rules'

const meanings = (headings: string, mapping?: Mapping) =>
  mapColumns(distinctHeadings(headings.split(',')), mapping)
    .map(({ concept }) => concept ?? '-')
    .join(' ')

describe('mapColumns', () => {
  it.each([
    [
      'UPN,Surname,Forename,DOB,Year,Reg,SEN Status,SEN Start Date,Need Type,Ranking',
      'upn familyName givenName dateOfBirth yearGroup className status statusFrom need needRank',
    ],
    [
      'unique_pupil_number,LAST NAME,first name,Birth  Date,Yr,Tutor Group,send_status,SEN End Date,sen need type,rank',
      'upn familyName givenName dateOfBirth yearGroup className status statusUntil need needRank',
    ],
    [
      'Student Name,Date Of Birth,Curriculum Year,Registration Form,SEN Stage,SEN type 1,SEN type 2',
      'fullName dateOfBirth yearGroup className status need1 need2',
    ],
    [
      'UPN,Primary SEN Need,Secondary SEN Need,SEN Primary Need Type,Next Review Date',
      'upn need1 need2 - reviewDue',
    ],
    ['Surname,Legal Surname,Forename,Preferred First Name', '- familyName givenName preferredName'],
    [
      'UPN,Parent 1 Name,Parent 1 Relationship,Parent 1 Email,Parent 2 Name,Parent 2 Parental Responsibility',
      'upn parent1Name parent1Relationship parent1Email parent2Name parent2ParentalResponsibility',
    ],
    [
      'UPN,Contact Name,Relationship,Parental Responsibility,Priority,Email,Court Order',
      'upn parent1Name parent1Relationship parent1ParentalResponsibility - parent1Email -',
    ],
    ['UPN,Email,Relationship', 'upn - -'],
    ['UPN,SEN Need,Priority', 'upn need needRank'],
    ['UPN,UPN,,Shoe size,Class Teacher', 'upn - - - -'],
  ])('%s', (headings, concepts) => expect(meanings(headings)).toBe(concepts))

  it('lets the school say otherwise, and leave a column out', () => {
    expect(meanings('UPN,Name,Set,Year', { className: 'set', yearGroup: null })).toBe(
      'upn fullName className -',
    )
  })
  it('keeps to the headings where a remembered one is not in the file', () => {
    expect(meanings('UPN,Name,Class', { className: 'Set' })).toBe('upn fullName className')
  })
  it('gives each column one meaning', () => {
    expect(meanings('UPN,Name', { familyName: 'Name', givenName: 'Name' })).toBe('upn familyName')
  })
})

describe('headings', () => {
  it('can each be pointed at', () =>
    expect(distinctHeadings(['UPN', ' Name ', 'Name', '', ''])).toEqual([
      'UPN',
      'Name',
      'Name (2)',
      'Column 4',
      'Column 5',
    ]))
  it('that are offered are each once in the list', () => expect(new Set(CONCEPTS).size).toBe(CONCEPTS.length))
  it.each(['Colour', '', '2019', 'SEN 1', 'Primary SEN', '😀'])('%j means nothing', (heading) =>
    expect(meaningOf(heading)).toBeNull(),
  )
})

describe('missingColumns', () => {
  const missing = (headings: string) => missingColumns(mapColumns(headings.split(',')))
  it.each(['UPN,SEN Status', 'Full Name,DOB', 'Surname,Preferred First Name,DOB'])(
    '%s is enough',
    (headings) => expect(missing(headings)).toBeNull(),
  )
  it.each([
    ['Surname,Forename,Year', /no column for the UPN or the date of birth/],
    ['UPN,Colour', /nothing else/],
    ['Colour,Size', /cannot be read as a register/],
    ['Year,Class', /cannot be read as a register/],
  ])('%s is not', (headings, sentence) => expect(missing(headings)).toMatch(sentence))
})
