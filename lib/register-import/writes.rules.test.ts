import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { answersFrom, keptAnswers, withAnswers } from './answers.rules'
import { mapColumns } from './columns.rules'
import type { KnownInFull, KnownSchool } from './known.rules'
import { headingsKey, mappingOf } from './mapping.rules'
import { planRegister } from './plan.rules'
import { endOfSupport } from './pupil-writes.rules'
import { readRegister } from './read.rules'
import { importRows } from './writes.rules'

const today = isoDate('2026-11-20')

describe('endOfSupport', () => {
  const day = isoDate('2026-11-01')
  it.each([
    ['no step', [], null],
    ['an end', [{ act: 'end', periodId: 'k', until: day }], day],
    ['an end to come', [{ act: 'end', periodId: 'k', until: isoDate('2026-12-18') }], '2026-12-18'],
    [
      'an end before another status',
      [
        { act: 'end', periodId: 'k', until: day },
        { act: 'open', status: 'ehc-plan', from: isoDate('2026-11-02'), until: null },
      ],
      null,
    ],
    [
      'a time that is over',
      [{ act: 'correct', periodId: 'k', status: 'sen-support', from: day, until: today }],
      today,
    ],
    [
      'a time with a last day to come, whose needs go on until then',
      [{ act: 'correct', periodId: 'k', status: 'sen-support', from: day, until: isoDate('2027-07-16') }],
      null,
    ],
  ] satisfies [string, Parameters<typeof endOfSupport>[0], string | null][])('%s', (_, steps, expected) =>
    expect(endOfSupport(steps, today)).toBe(expected),
  )
})

describe('importRows', () => {
  const known: KnownInFull = {
    id: 'amelia',
    version: 4,
    upn: 'Z999000124001',
    familyName: 'Mitchell',
    givenName: 'Amelia',
    preferredName: null,
    dateOfBirth: isoDate('2019-06-14'),
    sex: 'F',
    yearGroup: 3,
    className: '3B',
    homeLanguage: 'English',
    periods: [{ id: 'k', status: 'sen-support', from: isoDate('2025-10-09'), until: null }],
    needs: ['SLCN', 'DS'],
    openNeeds: [
      { id: 'n1', code: 'SLCN', rank: 1, broadArea: null, from: isoDate('2025-10-09') },
      {
        id: 'n2',
        code: 'DS',
        rank: 2,
        broadArea: 'cognition-and-learning',
        from: isoDate('2025-10-09'),
      },
    ],
    openCycle: null,
    parents: [],
  }
  const school: KnownSchool = { pupils: [known], contacts: [] }

  it('keeps what the file does not say, and the area that a person chose for a need', () => {
    const file = 'UPN,Surname,Forename,Class,SEN Status,Need\nZ999000124001,Mitchell,Amelia,3C,K,DS; MLD\n'
    const reading = readRegister(file, { today })
    if (!reading.ok) throw new Error(reading.sentence)
    const plan = planRegister(reading.register, school, { today, answers: new Map() })
    let next = 0
    const rows = importRows(plan, school, { today, newId: () => `id${next++}` })
    expect(rows.classes).toEqual(['3C'])
    expect(rows.changed).toEqual([
      {
        id: 'amelia',
        version: 4,
        isBack: false,
        upn: 'Z999000124001',
        familyName: 'Mitchell',
        givenName: 'Amelia',
        preferredName: null,
        dateOfBirth: '2019-06-14',
        sex: 'F',
        yearGroup: 3,
        className: '3C',
        homeLanguage: 'English',
      },
    ])
    expect(rows.needsClosed).toEqual([
      { id: 'n1', until: '2026-11-19' },
      { id: 'n2', until: '2026-11-19' },
    ])
    expect(rows.needsOpened).toMatchObject([
      {
        pupilId: 'amelia',
        code: 'DS',
        rank: 1,
        broadArea: 'cognition-and-learning',
        from: today,
        until: null,
      },
      { pupilId: 'amelia', code: 'MLD', rank: 2, broadArea: null, from: today, until: null },
    ])
    expect(rows.fields).toEqual([{ pupilId: 'amelia', isNew: false, fields: ['className', 'needs'] }])
  })
})

it('answers are kept as text and read back; anything else in it says nothing', () => {
  const answers = new Map([
    [3, 'new'],
    [12, '0198c1a2-0000-7000-8000-000000000000'],
  ])
  expect(answersFrom(keptAnswers(answers))).toEqual(answers)
  expect([...withAnswers(answers, { 3: '', 4: 'new' }).keys()]).toEqual([12, 4])
  expect(answersFrom(['', 'x=new', '4=', '=new'])).toEqual(new Map())
})

describe('mappingOf', () => {
  const columns = mapColumns(['UPN', 'Surname', 'Forename', 'Priority', 'Note'])

  it('says where each concept stands, and that the rest of what the headings sound like is not there', () =>
    expect(mappingOf(columns, ['upn', null, 'givenName', null, 'familyName'])).toEqual({
      ok: true,
      mapping: { upn: 'UPN', familyName: 'Note', givenName: 'Forename' },
    }))
  it('leaves out what nobody chose', () =>
    expect(mappingOf(columns, ['upn'])).toEqual({
      ok: true,
      mapping: { upn: 'UPN', familyName: null, givenName: null },
    }))
  it('refuses two columns for one thing, against the second', () =>
    expect(mappingOf(columns, ['upn', 'upn'])).toEqual({
      ok: false,
      index: 1,
      message: '“Surname” and “UPN” cannot be the same thing: choose what each of them is',
    }))
  it('is kept for the same headings, however they are spaced or cased', () =>
    expect(headingsKey(mapColumns(['upn', ' SURNAME', 'Fore name', 'priority', 'note']))).toBe(
      headingsKey(columns),
    ))
})
