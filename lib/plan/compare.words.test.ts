import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isoDate } from '@/lib/calendar/iso-date'
import { changeSentence, contentChanges } from './compare.words'
import { type PlanContent, planContent } from './content.schema'

const id = (n: number) => `01a20000-0000-7000-8000-00000000000${n}`
const day = isoDate('2026-11-04')

const person = {
  membershipId: id(1),
  name: 'Tom Whitfield',
  role: 'class-teacher',
  jobTitle: 'Year 4 lead',
} as const
const outcome: PlanContent['outcomes'][number] = {
  ...{ id: id(2), willDo: 'Read 40 words aloud', measure: 'Words on Fridays', unit: 'words', baseline: '16' },
  ...{
    baselineOn: day,
    target: '40',
    by: isoDate('2026-12-04'),
    why: 'Comics',
    expectedImpact: 'Reads with others',
  },
  ...{
    needs: ['Hearing impairment'],
    longTerm: 'Reads alone',
    wish: 'pupil',
    broadAreas: ['cognition-and-learning'],
  },
}
const group: PlanContent['provisions'][number] = {
  ...{
    id: id(3),
    what: 'Reading group',
    deliveredById: id(1),
    deliverer: 'Joan Pickering',
    place: 'Library',
  },
  ...{ minutes: 20, perWeek: 3, groupSize: 4, from: day, until: isoDate('2026-12-04'), outcomeIds: [id(2)] },
  ...{
    form: 'Small group',
    wave: 'targeted',
    additional: true,
    fromOutside: false,
    alsoGivenBy: ['Ruth Adeyemi'],
  },
  ...{ equipment: 'A slope', inPlaceOn: day, care: false },
}
const strategy: PlanContent['lines'][number] = {
  ...{ id: id(6), kind: 'strategy', words: 'Key words first', about: 'Art', who: 'Mum', howOften: 'daily' },
}
const attempt = { on: day, method: 'letter', cameOfIt: 'No reply' } as const
const mother: PlanContent['agreement'][number] = {
  ...{
    contactId: id(4),
    name: 'Sara Khan',
    relationship: 'Mother',
    answer: 'agreed',
    said: 'Yes',
    method: 'phone',
  },
  ...{ on: day, attempts: [attempt] },
}

/** A plan with something in every field there is. */
const full: PlanContent = {
  ...{ cycleNumber: 1, activatedOn: day, reviewDue: isoDate('2026-12-04'), responsible: person },
  ...{ aspirations: 'To read alone', inEveryLesson: 'One step at a time', atHome: 'Five words' },
  pupilViews: { words: 'It is fine', how: 'talked', on: day },
  ...{ outcomes: [outcome], provisions: [group], lines: [strategy], people: [person], agreement: [mother] },
  consultation: { parents: 'agreed', parentsNote: 'Met', pupil: 'took-part', pupilNote: 'Chose' },
}

type Path = (string | number)[]

// Every place of the schema that holds one value, found in the schema itself: one that is added is met here.
function leavesOf(schema: z.ZodType, path: Path = []): { path: Path; schema: z.ZodType }[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return leavesOf(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, inner]) =>
      leavesOf(inner, [...path, name]),
    )
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject)
    return leavesOf(schema.element, [...path, 0])
  return [{ path, schema }]
}

const at = (from: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown>)[part], from)

function withAt(from: PlanContent, path: Path, value: unknown): PlanContent {
  const copy = structuredClone(from)
  const holder = at(copy, path.slice(0, -1)) as Record<string | number, unknown>
  holder[path.at(-1) ?? ''] = value
  return copy
}

// Another value that the schema takes.
function otherThan(value: unknown, schema: z.ZodType): unknown {
  if (Array.isArray(value)) return [...(value as unknown[]), id(9)]
  if (typeof value === 'number') return value + 7
  if (typeof value === 'boolean') return !value
  const tries = [
    id(9),
    '2027-01-29',
    'headteacher',
    'partly',
    'video',
    'specialist',
    'at-home',
    'Something else',
    'parent',
  ]
  return tries.find((text) => text !== value && schema.safeParse(text).success)
}

// How the other value stands in the sentence.
const SAID: Readonly<Record<string, string>> = {
  '2027-01-29': '29 January',
  'Something else': 'Something else',
  headteacher: 'headteacher',
  partly: 'part of it',
  video: 'by video',
}

const leaves = leavesOf(planContent)
const sentencesOf = (after: PlanContent) => contentChanges(full, after).map(({ sentence }) => sentence)

describe('what is different between two versions', () => {
  it('is nothing between a plan and itself', () => {
    expect(contentChanges(full, structuredClone(full))).toEqual([])
    expect(planContent.parse(full)).toEqual(full)
  })

  it('is asked of every field there is', () => {
    expect(leaves.length).toBeGreaterThan(45)
    for (const { path } of leaves) expect(at(full, path), path.join('.')).toBeDefined()
  })

  it.each(leaves.map(({ path, schema }) => [path.join('.'), path, schema] as const))(
    'is said of %s when it is another, and differently there and back',
    (_name, path, schema) => {
      const other = otherThan(at(full, path), schema)
      expect(other).toBeDefined()
      const after = withAt(full, path, other)
      const there = sentencesOf(after)
      expect(there.length).toBeGreaterThan(0)
      const back = contentChanges(after, full).map(({ sentence }) => sentence)
      expect(back.length).toBeGreaterThan(0)
      // Of somebody else with the same name there is nothing else to say.
      if (!/id$/i.test(String(path.at(-1)))) expect(there).not.toEqual(back)
      expect(there.join()).toContain(SAID[String(other)] ?? (typeof other === 'number' ? String(other) : ''))
    },
  )

  it.each(leaves.filter(({ path }) => nullableAt(path)).map(({ path }) => [path.join('.'), path] as const))(
    'is said of %s when it is taken out, and when it is new',
    (_name, path) => {
      const without = withAt(full, path, null)
      expect(sentencesOf(without).length).toBeGreaterThan(0)
      expect(contentChanges(without, full).length).toBeGreaterThan(0)
    },
  )

  it('names the field and both values, in words a parent understands', () => {
    const change = (path: Path, value: unknown) => sentencesOf(withAt(full, path, value))[0]
    expect(change(['provisions', 0, 'perWeek'], 2)).toBe('Reading group: 3 sessions a week became 2')
    expect(change(['provisions', 0, 'perWeek'], null)).toBe('Reading group: 3 sessions a week was taken out')
    expect(change(['provisions', 0, 'minutes'], 30)).toBe('Reading group: 20 minutes became 30')
    expect(change(['provisions', 0, 'groupSize'], 1)).toBe('Reading group: a group of 4 became one to one')
    expect(change(['provisions', 0, 'outcomeIds'], [])).toBe(
      'Reading group: no longer for “Read 40 words aloud”',
    )
    expect(change(['provisions', 0, 'deliveredById'], null)).toBe(
      'Reading group: Joan Pickering is not of the staff now',
    )
    expect(change(['outcomes', 0, 'target'], '50')).toBe(
      'Outcome “Read 40 words aloud”: the target “40” became “50”',
    )
    expect(change(['responsible'], { ...person, membershipId: id(8), name: 'Ruth Adeyemi' })).toBe(
      'Responsible: Tom Whitfield became Ruth Adeyemi',
    )
    expect(change(['responsible'], null)).toBe('Tom Whitfield is no longer responsible')
    expect(change(['reviewDue'], '2027-01-29')).toBe('The review 4 December 2026 became 29 January 2027')
    expect(change(['agreement', 0, 'answer'], 'partly')).toBe(
      'Sara Khan: agreed became agreed with part of it',
    )
    expect(change(['atHome'], 'Five words\nA story')).toBe('At home: “A story” was added')
    expect(change(['atHome'], null)).toBe('At home: “Five words” was taken out')
    expect(change(['outcomes'], [])).toBe('Outcome “Read 40 words aloud” was taken out')
    expect(change(['provisions'], [])).toBe('Reading group has ended')
    expect(change(['agreement'], [])).toBe('Sara Khan is no longer asked')
    expect(change(['people'], [])).toBe('Tom Whitfield no longer works with the pupil')
  })

  it('says when lines stand in another order', () => {
    const second = { ...outcome, id: id(5), willDo: 'Ask for help' }
    const [ab, ba] = [
      { ...full, outcomes: [outcome, second] },
      { ...full, outcomes: [second, outcome] },
    ]
    expect(contentChanges(ab, ba)).toEqual([
      { part: 'outcomes', sentence: 'The outcomes stand in another order' },
    ])
  })
})

// Where the schema lets a value be left out; asked by parsing, not by reading the schema.
function nullableAt(path: Path): boolean {
  return planContent.safeParse(withAt(full, path, null)).success
}

describe('a whole sentence', () => {
  const change = { part: 'support', sentence: 'Reading group: 3 sessions a week became 2' } as const

  it('says from when, and with whom it was agreed', () => {
    const said = { appliesFrom: day, agreedWith: ['Sara Khan'] }
    expect(changeSentence(change, said)).toBe(
      'Reading group: 3 sessions a week became 2, from 4 November, agreed with Sara Khan',
    )
    expect(changeSentence(change, { ...said, agreedWith: ['Sara Khan', 'Amira'] })).toMatch(
      /Sara Khan and Amira$/,
    )
    expect(changeSentence(change, { ...said, agreedWith: [] })).toBe(`${change.sentence}, from 4 November`)
    expect(changeSentence({ part: 'agreement', sentence: 'Sara Khan: agreed' }, said)).toBe(
      'Sara Khan: agreed',
    )
  })
})
