import { describe, expect, it } from 'vitest'
import { DEFAULT_STANDING_SETTINGS, explainedStanding, STANDING_STATES } from './rules'
import { booked, declined, held, noShow, period, pupilOn } from './standing.fixture'
import { meetingsHeldWords, standingSentence, stateWords } from './words'

const said = (...given: Parameters<typeof pupilOn>) => {
  const { standing, reasons } = explainedStanding(pupilOn(...given))
  return `${stateWords[standing.state]}: ${standingSentence(standing, reasons)}`
}

const one = [held('2026-10-14')]
const two = [...one, held('2027-01-13')]
const joined = { inScope: [period('2027-01-06')] }
const ended = { inScope: [period('2026-09-01', '2027-02-12')] }
const strict = {
  settings: { ...DEFAULT_STANDING_SETTINGS, phoneCounts: true, proRata: false, warnSchoolDays: 10 },
}

describe('the sentence beside a state', () => {
  it.each([
    ['On track: Third due by 7 July', said('2027-03-16', two)],
    ['On track: Third booked for today', said('2027-03-16', [...two, booked('2027-03-16')])],
    ['On track: Second booked for 22 March', said('2027-03-10', [...one, booked('2027-03-22')])],
    ['On track: First due by 4 December', said('2026-09-10')],
    ['At risk: Second was due by 11 March, none booked', said('2027-03-16', one)],
    [
      'At risk: Second was due by 11 March; booked for 20 April',
      said('2027-03-16', [...one, booked('2027-04-20')]),
    ],
    ['At risk: Two were due by 11 March, none booked', said('2027-03-16')],
    [
      'At risk: Two were due by 11 March; next booked for 22 March',
      said('2027-03-16', [booked('2027-03-22')]),
    ],
    ['At risk: Three were due by 7 July, one held, none booked', said('2027-07-15', one)],
    ['Met: Third held on 2 March', said('2027-03-16', [held('2027-03-02'), ...two])],
    ['Met: Third held on 2 March', said('2027-03-16', [held('2027-03-02'), held('2027-03-09'), ...two])],
    ['Not met: Three more needed and two school days left', said('2027-07-20')],
    ['Not met: Two more needed and one school day left', said('2027-07-21', one)],
    [
      'Not met: Three more needed and two school days left',
      said('2027-07-20', [], { inScope: [period('2026-09-01', '2027-07-20')] }),
    ],
    ['Not met: Two of three held by 21 July', said('2027-07-22', two)],
    ['Not met: None of three held by 21 July', said('2027-07-22')],
    ['Not met: Support ended on 12 February; two were expected, one held', said('2027-03-16', one, ended)],
    ['Not counted: Not on the register this year', said('2027-03-16', [], { inScope: [] })],
    ['Not counted: On the register from 6 January', said('2026-12-01', [], joined)],
  ])('%s', (expected, sentence) => {
    expect(sentence).toBe(expected)
  })

  it.each([
    [
      'On track: On the register from 6 January, so two are expected; next due by 7 July',
      said('2027-03-16', [held('2027-02-10')], joined),
    ],
    [
      'On track: On the register from 6 January, so two are expected; next booked for 22 March',
      said('2027-03-10', [booked('2027-03-22')], joined),
    ],
    [
      'Part-year met: On the register from 8 March; one needed this year',
      said('2027-06-01', [held('2027-05-12')], { inScope: [period('2027-03-08')] }),
    ],
    ['Part-year met: Support ended on 12 February; two needed this year', said('2027-03-16', two, ended)],
    [
      'Part-year met: On the register from 6 January to 10 June; two needed this year',
      said('2027-06-14', [held('2027-01-20'), held('2027-05-12')], {
        inScope: [period('2027-01-06', '2027-06-10')],
      }),
    ],
    [
      'Part-year met: On the register for part of the year; two needed this year',
      said('2027-06-01', [held('2026-10-14'), held('2027-05-12')], {
        inScope: [period('2026-09-01', '2026-12-18'), period('2027-03-20')],
      }),
    ],
    [
      'Not applicable: On the register from 28 June, for less than half a term',
      said('2027-07-22', [], { inScope: [period('2027-06-28')] }),
    ],
    [
      'Not applicable: Support ended on 18 September, before half a term',
      said('2027-03-16', [], { inScope: [period('2026-09-01', '2026-09-18')] }),
    ],
    [
      'At risk: Second was due by 7 July, none booked',
      said('2027-07-12', [held('2027-02-10')], { ...joined, ...strict }),
    ],
  ])('%s', (expected, sentence) => {
    expect(sentence).toBe(expected)
  })

  it('shows the offers a parent did not take up, from the third on', () => {
    const offers = [noShow('2026-11-10'), declined('2027-01-20'), noShow('2027-03-02')]
    expect(said('2027-03-16', offers)).toBe('At risk: Offered 3, attended none; two were due by 11 March')
    expect(said('2027-03-16', offers.slice(0, 2))).toBe('At risk: Two were due by 11 March, none booked')
    expect(said('2027-07-22', [...offers, held('2027-06-09')])).toBe(
      'Not met: Offered 4, attended one; one of three held by 21 July',
    )
  })
  it('never says what the product must not say', () => {
    const words = [
      ...STANDING_STATES.map((state) => stateWords[state]),
      said('2027-07-22'),
      said('2027-03-16', one, ended),
    ]
    expect(words.join(' ')).not.toMatch(/unlawful|complian|fail|breach/i)
  })
})

describe('meetingsHeldWords', () => {
  it.each([
    [0, '0 of 3'],
    [2, '2 of 3'],
    [3, '3 of 3'],
    [5, '5, 3 needed'],
  ])('%i held is "%s"', (count, words) => {
    expect(meetingsHeldWords({ held: count })).toBe(words)
  })
})
