import { describe, expect, it } from 'vitest'
import { allOfKind } from './addresses.rules'
import { type Flag, FLAG_KINDS, type FlagGroup, type FlagKind, todayGroups } from './rules'

let made = 0

const flag = (kind: FlagKind, group: FlagGroup, weight = 0): Flag => ({
  kind,
  group,
  ruleId: 'R15',
  weight,
  pupilId: `pupil ${(made += 1)}`,
  act: `${kind} of ${weight}`,
  path: 'pupils/x',
  who: '4 Ash',
  since: 'today',
  source: 'Code 6.53',
})

const many = (kind: FlagKind, group: FlagGroup, count: number) =>
  Array.from({ length: count }, (_, weight) => flag(kind, group, weight + 1))

const told = (flags: readonly Flag[]) =>
  todayGroups(flags, {
    inOneLine: {
      'at-risk': (of) => ({ act: `${of.length} at once`, path: '', who: '', since: '', source: '' }),
    },
    allOf: allOfKind,
  })

const acts = (flags: readonly Flag[]) =>
  told(flags).map(({ group, lines }) => [group, lines.map(({ act }) => act)])

describe('todayGroups', () => {
  it('is empty when nothing waits', () => {
    expect(told([])).toEqual([])
  })

  it('puts what was missed first, and in each group the worst first: the law, then agreed dates, the longest wait first', () => {
    expect(
      acts([
        flag('review-soon', 'coming-up'),
        flag('review-overdue', 'missed', 4),
        flag('copy', 'at-risk'),
        flag('review-overdue', 'missed', 11),
        flag('no-plan', 'missed', 30),
        flag('parents-not-told', 'missed', 1),
        flag('review-today', 'at-risk'),
      ]),
    ).toEqual([
      ['missed', ['parents-not-told of 1', 'review-overdue of 11', 'review-overdue of 4', 'no-plan of 30']],
      ['at-risk', ['review-today of 0', 'copy of 0']],
      ['coming-up', ['review-soon of 0']],
    ])
  })

  it('keeps one kind in two groups apart', () => {
    expect(acts([flag('no-plan', 'at-risk', 12), flag('no-plan', 'missed', 21)])).toEqual([
      ['missed', ['no-plan of 21']],
      ['at-risk', ['no-plan of 12']],
    ])
  })

  it('shows three of a kind, and of four two and the way to the rest', () => {
    expect(told(many('review-overdue', 'missed', 3))).toMatchObject([{ count: 3, more: [] }])
    const [missed] = told([...many('review-overdue', 'missed', 10), flag('parents-not-told', 'missed')])
    expect(missed?.lines.map(({ act }) => act)).toEqual([
      'parents-not-told of 0',
      'review-overdue of 10',
      'review-overdue of 9',
    ])
    expect(missed).toMatchObject({
      count: 11,
      more: [{ kind: 'review-overdue', count: 8, path: 'sen-register?overdue=1&sort=urgent' }],
    })
  })

  it('tells many of one kind as one act, where a list would say nothing more', () => {
    expect(told(many('at-risk', 'at-risk', 31))).toMatchObject([
      { lines: [{ act: '31 at once' }], more: [], count: 1 },
    ])
    expect(acts(many('at-risk', 'at-risk', 2))).toEqual([['at-risk', ['at-risk of 2', 'at-risk of 1']]])
  })
})

describe('allOfKind', () => {
  it.each(FLAG_KINDS)('%s is listed on the register or on Today', (kind) => {
    expect(allOfKind(kind)).toMatch(/^(sen-register\?|\?show=)[a-z]/)
  })
})
