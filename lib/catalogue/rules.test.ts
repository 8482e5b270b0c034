import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import {
  type CatalogueEntry,
  doseNotes,
  formLines,
  formsOffered,
  isKnownForm,
  prefillOf,
  USUAL_FORMS,
  WAVES,
} from './rules'
import { catalogueForm } from './schema'
import { STARTING_SET } from './starting-set.rules'
import { additionalWords, doseWords } from './words'

const entry = (over: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: 'entry',
  version: 1,
  name: 'Talking group',
  form: 'Small-group work',
  wave: 'targeted',
  delivererRole: 'teaching-assistant',
  minutes: 30,
  perWeek: 3,
  weeks: 12,
  groupSize: 4,
  evidence: null,
  training: null,
  steps: null,
  additional: true,
  retiredOn: null,
  ...over,
})

describe('the forms of support (P34 to P47)', () => {
  const on = isoDate('2026-11-20')

  it('are the usual thirteen until a school says otherwise', () => {
    expect(formsOffered([])).toEqual([...USUAL_FORMS])
    expect(USUAL_FORMS).toHaveLength(13)
  })

  it('take the school’s own, and leave out what it retired, its own and usual alike', () => {
    const own = [
      { name: 'Forest school', retiredOn: null },
      { name: 'Art room', retiredOn: on },
      { name: 'Technology', retiredOn: on },
    ]
    const offered = formsOffered(own)
    expect(offered).toContain('Forest school')
    expect(offered).not.toContain('Art room')
    expect(offered).not.toContain('Technology')
    expect(
      formLines(own)
        .filter(({ retiredOn }) => retiredOn !== null)
        .map(({ name }) => name),
    ).toEqual(['Technology', 'Art room'])
  })

  it('keep what a plan has already, though it was retired', () => {
    expect(formsOffered([{ name: 'Technology', retiredOn: on }], 'Technology')).toContain('Technology')
    expect(formsOffered([], 'Written long ago').at(-1)).toBe('Written long ago')
  })

  it.each([
    ['technology', true],
    [' Forest School ', true],
    ['Sailing', false],
  ])('know %s: %s', (name, known) => {
    expect(isKnownForm([{ name: 'Forest school', retiredOn: null }], name)).toBe(known)
  })
})

describe('prefillOf', () => {
  it('sets what the entry says, and leaves who and when to the plan', () => {
    expect(prefillOf(entry({ delivererRole: 'outside', additional: false }))).toEqual({
      catalogueEntryId: 'entry',
      what: 'Talking group',
      form: 'Small-group work',
      wave: 'targeted',
      minutes: 30,
      perWeek: 3,
      groupSize: 4,
      additional: 'ordinary',
      fromOutside: 'yes',
    })
  })
})

describe('doseNotes (7.6)', () => {
  it.each([
    ['as those that work', {}, 0],
    ['too short', { minutes: 19 }, 1],
    ['at the edges', { minutes: 20, perWeek: 5, weeks: 20 }, 0],
    ['at the other edges', { minutes: 50, perWeek: 3, weeks: 8 }, 0],
    ['too rare and too long', { perWeek: 2, weeks: 21 }, 2],
    ['not settled', { minutes: null, perWeek: null, weeks: null }, 0],
    ['no intervention', { form: 'Technology', minutes: 5 }, 0],
  ] satisfies [string, Partial<CatalogueEntry>, number][])('%s', (_why, over, many) => {
    expect(doseNotes(entry(over))).toHaveLength(many)
  })
})

describe('the words of an entry', () => {
  it.each([
    [{}, '30 minutes, 3 times a week, for 12 weeks, group of 4'],
    [{ minutes: 1, perWeek: 1, weeks: 1, groupSize: 1 }, '1 minute, once a week, for 1 week, one to one'],
    [{ minutes: null, perWeek: null, weeks: null, groupSize: null }, ''],
  ] satisfies [Partial<CatalogueEntry>, string][])('%j', (over, words) => {
    expect(doseWords(entry(over))).toBe(words)
  })

  it('say whether it is beyond what others get (P01)', () => {
    expect([true, false].map(additionalWords)).toEqual([
      'Beyond, or unlike, what others get',
      'Ordinary good teaching',
    ])
  })
})

describe('the starting set', () => {
  it('has about twenty entries, each once and each as the form would take it', () => {
    expect(STARTING_SET.length).toBeGreaterThanOrEqual(20)
    expect(new Set(STARTING_SET.map(({ name }) => name)).size).toBe(STARTING_SET.length)
    for (const { additional, ...one } of STARTING_SET) {
      const typed = Object.fromEntries(
        Object.entries(one).map(([name, value]) => [name, value === null ? '' : String(value)]),
      )
      const parsed = catalogueForm.safeParse({ ...typed, additional: additional ? 'additional' : 'ordinary' })
      expect([one.name, parsed.error?.issues]).toEqual([one.name, undefined])
      expect(USUAL_FORMS).toContain(one.form)
    }
  })

  it('has something of every wave, ordinary teaching and more', () => {
    expect(new Set(STARTING_SET.map(({ wave }) => wave))).toEqual(new Set(WAVES))
    expect(new Set(STARTING_SET.map(({ additional }) => additional))).toEqual(new Set([true, false]))
  })
})
