import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chosenFilters,
  everyone,
  filterQuery,
  folded,
  isAskedFor,
  isSought,
  knownFilters,
  registerChoices,
  registerFigures,
  type RegisterFilters,
  soughtAs,
} from './filter.rules'
import { aLine, standing } from './register.fixture'
import { registerFiltersFrom } from './schema'

describe('a name that is searched', () => {
  it.each([
    ['Khan, Amira', 'khan amira'],
    ["O'Brien, Siân", 'obrien sian'],
    ['O’Brien, Ann', 'obrien ann'],
    ['Taylor-Webb, Zoë', 'taylor webb zoe'],
    ['Sørensen, Łukasz', 'sorensen lukasz'],
    ['Groß, Jürgen', 'gross jurgen'],
    ['خان, أميرة', 'خان اميرة'],
    ['山田, 太郎', '山田 太郎'],
    ['  Ng ,  An  ', 'ng an'],
    ['👩‍👧', ''],
  ])('%s is folded to %j', (name, expected) => {
    expect(folded(name)).toBe(expected)
  })

  it.each([
    ['khan', true, 'the family name'],
    ['ami', true, 'a part of the given name'],
    ['amira khan', true, 'the other way round'],
    ['Khan, A', true, 'as it stands in the register'],
    ['KHÂN', true, 'with capitals and an accent it has not'],
    ['', true, 'nothing typed'],
    ['  ', true, 'only spaces'],
    [',', true, 'only a comma'],
    ['khan bello', false, 'a word that is not there'],
    ['4 ash', false, 'the class: there is a filter for it'],
  ])('typing %j finds Amira Khan: %s (%s)', (typed, expected) => {
    expect(isSought(soughtAs('Khan, Amira', null), typed)).toBe(expected)
  })

  it('finds a pupil by the name they are called and by the one on the roll', () => {
    const sought = soughtAs('Khan, Amy', 'Amira')
    expect(['amy', 'amira', 'khan'].map((typed) => isSought(sought, typed))).toEqual([true, true, true])
  })

  it('finds every name by itself, whatever letters are in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        (family, given) => {
          const sought = soughtAs(`${family}, ${given}`, null)
          expect(isSought(sought, `${given} ${family}`)).toBe(true)
          expect(folded(sought)).toBe(sought)
        },
      ),
    )
  })
})

describe('what the filters let through', () => {
  const overdue = aLine('Barlow, Jack', { daysOverdue: 4, stage: 'review' })
  const met = aLine('Bello, Temi', {
    standing: standing({ state: 'met', held: 3 }),
    status: 'ehc-plan',
    yearGroup: 0,
    className: null,
  })
  const gone = aLine('Green, Alfie', {
    status: 'ended',
    stage: 'none',
    need: null,
    standing: standing({ state: 'not-met', held: 1 }),
  })
  const atRisk = aLine('Clarke, Mason', {
    className: '4 Birch',
    standing: standing({ state: 'at-risk', held: 0 }),
  })
  const lines = [overdue, met, gone, atRisk]

  it.each<[Partial<RegisterFilters>, typeof lines]>([
    [{}, lines],
    [{ q: 'nobody' }, lines],
    [{ year: 0 }, [met]],
    [{ year: 9 }, []],
    [{ class: '4 Birch' }, [atRisk]],
    [{ need: 'SLCN' }, [overdue, met, atRisk]],
    [{ status: 'ended' }, [gone]],
    [{ status: 'ehc-plan' }, [met]],
    [{ stage: 'review' }, [overdue]],
    [{ stage: 'none' }, [gone]],
    [{ state: 'at-risk' }, [atRisk]],
    [{ few: true }, [overdue, gone, atRisk]],
    [{ overdue: true }, [overdue]],
    [{ few: true, need: 'SLCN', state: 'at-risk' }, [atRisk]],
  ])('%j', (asked, expected) => {
    expect(lines.filter((line) => isAskedFor(line, { ...everyone, ...asked }))).toEqual(expected)
  })

  it('counts what stands over the register, each figure as its filter would', () => {
    const figures = registerFigures(lines)
    expect(figures).toEqual({ fewer: 3, atRisk: 1, overdue: 1, notMet: 1 })
    const shown = (asked: Partial<RegisterFilters>) =>
      lines.filter((line) => isAskedFor(line, { ...everyone, ...asked })).length
    expect(figures).toEqual({
      fewer: shown({ few: true }),
      atRisk: shown({ state: 'at-risk' }),
      overdue: shown({ overdue: true }),
      notMet: shown({ state: 'not-met' }),
    })
  })

  it('offers the years, classes and needs that are there, in the order people read them', () => {
    const more = [
      ...lines,
      aLine('A, B', {
        yearGroup: 10,
        className: '10 A',
        need: { code: 'ASD', name: 'Autistic spectrum disorder' },
      }),
      aLine('C, D', { yearGroup: -1, className: '9 B' }),
    ]
    expect(registerChoices(more)).toEqual({
      years: [-1, 0, 4, 10],
      classes: ['4 Ash', '4 Birch', '9 B', '10 A'],
      needs: [
        { code: 'ASD', name: 'Autistic spectrum disorder' },
        { code: 'SLCN', name: 'Speech, language and communication' },
      ],
    })
  })

  it('passes over a year, class or need that nobody on the register has', () => {
    const asked = { ...everyone, q: 'x', year: 9, class: '9 Z', need: 'PMLD', few: true }
    expect(knownFilters(asked, registerChoices(lines))).toEqual({ ...everyone, q: 'x', few: true })
    const known = { ...everyone, year: 0, class: '4 Birch', need: 'SLCN' }
    expect(knownFilters(known, registerChoices(lines))).toEqual(known)
  })
})

describe('the filters that are set', () => {
  it('are named; an order is none', () => {
    expect(chosenFilters({ ...everyone, sort: 'urgent' })).toEqual([])
    expect(chosenFilters({ ...everyone, q: 'a', year: 0, few: true })).toEqual(['q', 'year', 'few'])
  })
})

describe('the address', () => {
  it.each<[Partial<RegisterFilters>, string]>([
    [{}, ''],
    [{ sort: 'name' }, ''],
    [{ q: 'O’Brien & <b>', year: 0 }, '?q=O%E2%80%99Brien+%26+%3Cb%3E&year=0'],
    [{ few: true, overdue: true, sort: 'urgent' }, '?few=1&overdue=1&sort=urgent'],
    [
      { class: '4 Ash', status: 'ended', stage: 'none', state: 'not-met', need: 'SEMH' },
      '?class=4+Ash&need=SEMH&status=ended&stage=none&state=not-met',
    ],
  ])('of %j is %j, and reads back the same', (asked, query) => {
    const filters = { ...everyone, ...asked }
    expect(filterQuery(filters)).toBe(query)
    expect(registerFiltersFrom(Object.fromEntries(new URLSearchParams(query)))).toEqual(filters)
  })

  it.each<[string, Record<string, string | string[] | undefined>, Partial<RegisterFilters>]>([
    ['nothing', {}, {}],
    [
      'empty boxes, as a form sends them',
      { q: '', year: '', class: '', need: '', status: '', stage: '', state: '', sort: '' },
      {},
    ],
    [
      'words it does not know',
      { status: 'gone', stage: 'closed', state: 'fine', sort: 'size', year: '4.5', colour: 'red' },
      {},
    ],
    ['years that are none', { year: '99' }, {}],
    ['the first of two', { year: ['4', '5'], q: ['Khan', 'Bello'] }, { year: 4, q: 'Khan' }],
    ['an empty list', { q: [] }, {}],
    [
      'spaces and characters that are none',
      { q: '  Amira\u0000 \n Khan ', class: '  4   Ash ' },
      { q: 'Amira Khan', class: '4 Ash' },
    ],
    ['half of an emoji', { q: 'a\ud83d' }, { q: 'a' }],
    ['more than any name has', { q: 'x'.repeat(101) }, {}],
    ['a tick as a browser sends one without a value', { few: 'on' }, { few: true }],
    ['a tick that is none', { few: '0', overdue: 'yes' }, {}],
    ['what is meant for the prototype', { __proto__: 'x', constructor: 'y' }, {}],
  ])('reads %s', (_, query, expected) => {
    expect(registerFiltersFrom(query)).toEqual({ ...everyone, ...expected })
  })
})
