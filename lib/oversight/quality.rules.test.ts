import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { CountableMeeting } from '@/lib/parent-meeting/counting.rules'
import { DEFAULT_STANDING_SETTINGS } from '@/lib/parent-meeting/rules'
import { held, yearOf2026 } from '@/lib/parent-meeting/standing.fixture'
import { governorQuality, type Quality, qualityOf, type QualityMeeting } from './quality.rules'

const calendar = { ...yearOf2026, settings: { ...DEFAULT_STANDING_SETTINGS, includeEhcPlan: true } }
const today = isoDate('2027-03-16')

const mother = {
  hasParentalResponsibility: true,
  caresForPupil: true,
  restrictedFrom: null,
  restrictedUntil: null,
  wasAsked: true,
  givenOn: isoDate('2026-10-20'),
}

function meeting(on: string, over: Partial<QualityMeeting> = {}): QualityMeeting {
  const countable: Omit<CountableMeeting, 'id'> = held(on)
  return {
    ...countable,
    ledByOneWhoKnows: true,
    pupilPart: 'part',
    plannedMinutes: 30,
    actualMinutes: 40,
    copies: [mother],
    ...over,
  }
}

const quality = (meetings: readonly QualityMeeting[]) =>
  qualityOf(
    [
      {
        birthYearFirst: isoDate('2017-09-01'),
        statuses: [{ status: 'sen-support', from: isoDate('2025-09-01'), until: null }],
        meetings,
      },
    ],
    calendar,
    today,
  )

const OCTOBER = '2026-10-14'

describe('quality beside quantity', () => {
  it('is of the meetings that count only', () => {
    const { meetings, ledByOneWhoKnows } = quality([
      meeting(OCTOBER),
      meeting(OCTOBER, { format: 'video' }),
      meeting('2026-11-03', { parentAttended: false }),
    ])
    expect([meetings, ledByOneWhoKnows]).toEqual([1, { part: 1, of: 1 }])
  })
  it.each([
    ['led by one who knows the pupil', {}, { ledByOneWhoKnows: { part: 1, of: 1 } }],
    ['led by another teacher', { ledByOneWhoKnows: false }, { ledByOneWhoKnows: { part: 0, of: 1 } }],
    ['views gathered before', { pupilPart: 'views-before' }, { withViews: { part: 1, of: 1 } }],
    ['views not obtained', { pupilPart: 'not-obtained' }, { withViews: { part: 0, of: 1 } }],
    ['nothing noted of the pupil', { pupilPart: null }, { withViews: { part: 0, of: 1 } }],
    ['twenty minutes', { actualMinutes: 20 }, { longEnough: { part: 1, of: 1 }, typicalMinutes: 20 }],
    ['nineteen', { actualMinutes: 19 }, { longEnough: { part: 0, of: 1 } }],
    ['no length noted', { actualMinutes: null }, { longEnough: { part: 0, of: 0 }, typicalMinutes: null }],
    // 14 October and ten school days, over the closed days of half term: 5 November.
    [
      'given on the tenth school day',
      { copies: [{ ...mother, givenOn: isoDate('2026-11-05') }] },
      { inTime: { part: 1, of: 1 } },
    ],
    [
      'a day late',
      { copies: [{ ...mother, givenOn: isoDate('2026-11-06') }] },
      { inTime: { part: 0, of: 1 } },
    ],
    [
      'one of two parents without',
      { copies: [mother, { ...mother, givenOn: null }] },
      { inTime: { part: 0, of: 1 } },
    ],
    [
      'a restricted parent is owed none',
      { copies: [mother, { ...mother, givenOn: null, restrictedFrom: isoDate('2026-09-01') }] },
      { inTime: { part: 1, of: 1 } },
    ],
    ['nobody may have a copy', { copies: [] }, { inTime: { part: 0, of: 0 } }],
    [
      'of two parents seen apart only the one it was with',
      { roundId: 'autumn', copies: [mother, { ...mother, wasAsked: false, givenOn: null }] },
      { inTime: { part: 1, of: 1 } },
    ],
  ] as [string, Partial<QualityMeeting>, object][])('%s', (_what, over, expected) => {
    expect(quality([meeting(OCTOBER, over)])).toMatchObject(expected)
  })
  it('leaves out what is not due yet and not given', () => {
    const late = meeting('2027-03-10', { copies: [{ ...mother, givenOn: null }] })
    expect(quality([late]).inTime).toEqual({ part: 0, of: 0 })
  })
})

describe('quality for governors', () => {
  const of = (part: number, whole: number): Quality => ({
    meetings: whole,
    ledByOneWhoKnows: { part, of: whole },
    withViews: { part, of: whole },
    longEnough: { part, of: whole },
    typicalMinutes: 34,
    plannedMinutes: 30,
    inTime: { part, of: whole },
  })
  it.each([
    [of(20, 30), { part: 20, of: 30 }, 34, 'both parts are many'],
    [of(27, 30), { part: 'withheld', of: 30 }, 34, 'the rest is three, so the part is not told either'],
    [of(3, 30), { part: 'few', of: 30 }, 34, 'the part is three'],
    [of(2, 4), { part: 'few', of: 'few' }, null, 'too few meetings to say anything'],
  ] as [Quality, object, number | null, string][])('%j', (told, expected, minutes) => {
    const shown = governorQuality(told)
    expect(shown.ledByOneWhoKnows).toEqual(expected)
    expect(shown.inTime).toEqual(expected)
    expect(shown.typicalMinutes).toBe(minutes)
  })
})
