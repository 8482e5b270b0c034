import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import {
  type KeptNeed,
  type NeedType,
  needProblems,
  needSteps,
  needTypesOn,
  withMainNeed,
} from './needs.rules'

const type = (
  code: string,
  broadArea: NeedType['broadArea'],
  validFrom = '2014-09-01',
  validTo: string | null = null,
): NeedType => ({
  code,
  name: `Need ${code}`,
  broadArea,
  validFrom: isoDate(validFrom),
  validTo: validTo === null ? null : isoDate(validTo),
})
const types = [
  type('SLCN', 'communication-and-interaction'),
  type('MLD', 'cognition-and-learning'),
  type('DS', null, '2025-01-01'),
  type('NSA', null),
  type('BESD', 'social-emotional-and-mental-health', '2001-09-01', '2014-08-31'),
]
const need = (code: string, broadArea: NeedType['broadArea'] = null) => ({ code, broadArea })
const day = isoDate('2026-11-20')

describe('needTypesOn', () => {
  it.each([
    ['2014-08-31', ['BESD']],
    ['2014-09-01', ['SLCN', 'MLD', 'NSA']],
    ['2024-12-31', ['SLCN', 'MLD', 'NSA']],
    ['2025-01-01', ['SLCN', 'MLD', 'DS', 'NSA']],
  ])('on %s offers %j', (on, codes) => {
    expect(needTypesOn(types, isoDate(on)).map(({ code }) => code)).toEqual(codes)
  })
})

describe('needProblems', () => {
  const problems = (
    needs: ReturnType<typeof need>[],
    over: { day?: string; status?: 'sen-support' | 'ehc-plan' } = {},
  ) => needProblems(needs, { types, day: isoDate(over.day ?? day), status: over.status ?? 'sen-support' })

  it('accepts ranked needs, with an area where the type has none', () => {
    expect(problems([need('SLCN'), need('DS', 'cognition-and-learning')])).toEqual([])
    expect(problems([need('NSA', 'cognition-and-learning')])).toEqual([])
  })

  it.each([
    [[need('SLCN'), need('SLCN')], {}, 1, 'code', 'Need SLCN is already above: select each need once'],
    [[need('DS')], {}, 0, 'broadArea', 'Select an area for need DS'],
    [
      [need('DS', 'cognition-and-learning')],
      { day: '2024-12-31' },
      0,
      'code',
      'Need DS could not be chosen on this day',
    ],
    [[need('BESD')], {}, 0, 'code', 'Need BESD could not be chosen on this day'],
    [[need('SLCN'), need('XYZ')], {}, 1, 'code', 'Select a need from the list'],
    [
      [need('NSA', 'cognition-and-learning')],
      { status: 'ehc-plan' as const },
      0,
      'code',
      'Need NSA goes with SEN support only: select the need that the EHC plan names',
    ],
  ])('refuses %j with %j', (needs, over, row, part, message) => {
    expect(problems(needs, over)).toEqual([{ row, part, message }])
  })
})

describe('a change of needs', () => {
  const kept: KeptNeed[] = [
    { id: 'a', code: 'SLCN', broadArea: null, rank: 1, from: isoDate('2025-09-03') },
    { id: 'b', code: 'MLD', broadArea: null, rank: 2, from: isoDate('2025-09-03') },
  ]

  it('leaves alone what stays, and gives the rest ranks without a gap', () => {
    expect(needSteps(kept, [need('SLCN'), need('MLD')])).toEqual({ close: [], open: [] })
    expect(needSteps(kept, [need('MLD'), need('DS', 'cognition-and-learning')])).toEqual({
      close: ['a', 'b'],
      open: [
        { code: 'MLD', broadArea: null, rank: 1 },
        { code: 'DS', broadArea: 'cognition-and-learning', rank: 2 },
      ],
    })
    expect(needSteps(kept, [])).toEqual({ close: ['a', 'b'], open: [] })
  })

  it('puts a main need first once, and drops what an EHC plan does not allow', () => {
    expect(withMainNeed(kept, need('MLD'), 'sen-support').map(({ code }) => code)).toEqual(['MLD', 'SLCN'])
    expect(
      withMainNeed([need('NSA'), need('MLD')], need('SLCN'), 'ehc-plan').map(({ code }) => code),
    ).toEqual(['SLCN', 'MLD'])
  })
})
