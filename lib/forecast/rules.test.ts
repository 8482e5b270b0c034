import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { booked, held } from '@/lib/parent-meeting/standing.fixture'
import { calendar, thePupil } from './forecast.fixture'
import { counted, forecastBurnUp, formatsOf, headings, longGaps, stillNeeding } from './rules'
import { gapWords, lastDayWords } from './words'

const today = '2027-03-16'
const on = isoDate(today)
const october = held('2026-10-14')
const february = held('2027-02-03', { format: 'video' })

const ahead = thePupil('ahead', today, [october, february, held('2027-03-03')])
const onTrack = thePupil('on track', today, [october, february, booked('2027-06-09')])
const behind = thePupil('behind', today, [october], { lastMet: '2026-10-14' })
const booking = thePupil('booking', today, [booked('2027-03-22'), booked('2027-05-12'), booked('2027-06-09')])
const toCome = thePupil('to come', today, [], {
  statuses: [{ status: 'sen-support', from: isoDate('2027-04-12'), until: null }],
})
const everyone = [ahead, onTrack, behind, booking, toCome]

describe('the forecast of a school', () => {
  it('counts those who are on the register by today', () => {
    expect(counted(everyone)).toEqual([ahead, onTrack, behind, booking])
  })
  it('has whoever is behind first, then who is soonest too late', () => {
    expect(stillNeeding(everyone).map(({ line: { pupilId } }) => pupilId)).toEqual([
      'booking',
      'behind',
      'on track',
    ])
  })
  it.each([
    [ahead, 'None needed'],
    [onTrack, '1 more, begun by 21 July'],
    [behind, '2 more, begun by 20 July'],
    [booking, '3 more, begun by 19 July'],
    [thePupil('late', '2027-07-21', [october]), 'Too late for this year’s number'],
  ])('says until when the rest can be held', (pupil, expected) => {
    expect(lastDayWords(pupil)).toBe(expected)
  })
  it('says where the year ends: as booked, and with nothing more', () => {
    const { today: now, asBooked, asHeld } = headings(everyone, calendar.year)
    expect([now.met, now['on-track'], now['at-risk'], now['not-met']]).toEqual([1, 1, 2, 0])
    expect([asBooked.met, asBooked['not-met']]).toEqual([3, 1])
    expect([asHeld.met, asHeld['not-met']]).toEqual([1, 3])
  })
  it('draws what is booked on from today, of each pupil no more than is needed', () => {
    const more = thePupil('more', today, [october, february, booked('2027-05-12'), booked('2027-06-09')])
    const { held: soFar, ahead: to } = forecastBurnUp([...everyone, more], calendar, on)
    expect(soFar.at(-1)?.total).toBe(8)
    expect(to).toEqual([
      { on: '2027-03-22', total: 9 },
      { on: '2027-05-12', total: 11 },
      { on: '2027-06-09', total: 13 },
    ])
  })
  it('counts how the meetings that count were held', () => {
    expect(formatsOf(everyone)).toEqual({
      figures: { 'in-person': '4', video: '2', phone: '0' },
      note: 'Of the 6 that count.',
    })
  })
  it.each([
    ['119 days', '2026-11-16', 0],
    ['120 days is not more than 120', '2026-11-16', 0],
    ['121 days', '2026-11-15', 1],
    ['since last school year: the turn of the year changes nothing', '2026-07-10', 1],
  ])('points out a gap of %s', (_what, lastMet, count) => {
    expect(longGaps([thePupil('gap', today, [], { lastMet })])).toHaveLength(count)
  })
  it('says a gap in days, and of a pupil nobody has met since when', () => {
    expect(longGaps([behind, thePupil('never', today, [])]).map(({ gap }) => gapWords(gap))).toEqual([
      'Never met; on the register for 561 days',
      '153 days, since 14 October 2026',
    ])
  })
  it('points out nobody who is off the register', () => {
    const left = { ...behind, gap: null }
    expect(longGaps([left])).toEqual([])
  })
})
