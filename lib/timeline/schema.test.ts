import { expect, it } from 'vitest'
import { timelineFilterFrom } from './schema'

it.each([
  [{}, { year: null, kinds: [], since: null }],
  [
    { year: '2025', kind: 'plan' },
    { year: 2025, kinds: ['plan'], since: null },
  ],
  [{ kind: ['review', 'nonsense', 'concern'] }, { year: null, kinds: ['concern', 'review'], since: null }],
  [
    { year: '99999', since: 'yesterday' },
    { year: null, kinds: [], since: null },
  ],
  [
    { since: '2026-11-03T10:42:00.000Z', year: ['2024', '2025'] },
    { year: 2024, kinds: [], since: new Date('2026-11-03T10:42:00Z') },
  ],
])('an address with %o asks for %o', (given, asked) => expect(timelineFilterFrom(given)).toEqual(asked))
