import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate, plusDays } from '@/lib/calendar/iso-date'
import { type SenStatus, type StatusPeriod, type StatusStep, statusSteps } from './status-steps.rules'

const today = isoDate('2026-11-20')
const period = (status: SenStatus, from: string, until: string | null = null): StatusPeriod => ({
  id: from,
  status,
  from: isoDate(from),
  until: until === null ? null : isoDate(until),
})
const said = (
  status: SenStatus | 'none' | null,
  from: string | null = null,
  until: string | null = null,
) => ({
  status,
  statusFrom: from === null ? null : isoDate(from),
  statusUntil: until === null ? null : isoDate(until),
})
const K = period('sen-support', '2025-09-08')

describe('statusSteps', () => {
  it.each([
    [
      'opens from the day in the file',
      [],
      said('sen-support', '2025-10-09'),
      [{ act: 'open', status: 'sen-support', from: '2025-10-09', until: null }],
    ],
    [
      'opens from today where the start is blank',
      [],
      said('ehc-plan'),
      [{ act: 'open', status: 'ehc-plan', from: '2026-11-20', until: null }],
    ],
    [
      'opens a time that is over, with both days',
      [],
      said('sen-support', '2024-09-02', '2025-07-18'),
      [{ act: 'open', status: 'sen-support', from: '2024-09-02', until: '2025-07-18' }],
    ],
    ['leaves what is the same', [K], said('sen-support', '2025-09-08'), []],
    ['leaves it where the start is blank', [K], said('sen-support'), []],
    ['leaves it where the status is blank', [K], said(null, '2026-01-05'), []],
    [
      'closes the old on the day and opens the new',
      [K],
      said('ehc-plan', '2026-11-02'),
      [
        { act: 'end', periodId: K.id, until: '2026-11-01' },
        { act: 'open', status: 'ehc-plan', from: '2026-11-02', until: null },
      ],
    ],
    [
      'closes the old yesterday and opens the new today where the start is blank',
      [K],
      said('ehc-plan'),
      [
        { act: 'end', periodId: K.id, until: '2026-11-19' },
        { act: 'open', status: 'ehc-plan', from: '2026-11-20', until: null },
      ],
    ],
    [
      'closes today where there is no SEN any more',
      [K],
      said('none'),
      [{ act: 'end', periodId: K.id, until: '2026-11-20' }],
    ],
    [
      'closes the day before “none” began',
      [K],
      said('none', '2026-11-02'),
      [{ act: 'end', periodId: K.id, until: '2026-11-01' }],
    ],
    [
      'closes on the end date of the file',
      [K],
      said('sen-support', null, '2026-07-17'),
      [{ act: 'end', periodId: K.id, until: '2026-07-17' }],
    ],
    [
      'corrects the start',
      [K],
      said('sen-support', '2025-09-01'),
      [{ act: 'correct', periodId: K.id, status: 'sen-support', from: '2025-09-01', until: null }],
    ],
    [
      'corrects what the file says began earlier as another status',
      [K],
      said('ehc-plan', '2025-01-06'),
      [{ act: 'correct', periodId: K.id, status: 'ehc-plan', from: '2025-01-06', until: null }],
    ],
    [
      'changes a status that began today without a day of nothing',
      [period('sen-support', '2026-11-20')],
      said('ehc-plan'),
      [{ act: 'correct', periodId: '2026-11-20', status: 'ehc-plan', from: '2026-11-20', until: null }],
    ],
    [
      'opens again after an end',
      [period('sen-support', '2024-09-02', '2025-07-18')],
      said('sen-support', '2026-09-07'),
      [{ act: 'open', status: 'sen-support', from: '2026-09-07', until: null }],
    ],
    [
      'leaves an end that is already known',
      [period('sen-support', '2024-09-02', '2025-07-18')],
      said('none'),
      [],
    ],
    [
      'makes room for a start that is corrected',
      [period('sen-support', '2024-09-02', '2025-09-07'), period('ehc-plan', '2025-09-08')],
      said('ehc-plan', '2025-06-02'),
      [
        { act: 'end', periodId: '2024-09-02', until: '2025-06-01' },
        { act: 'correct', periodId: '2025-09-08', status: 'ehc-plan', from: '2025-06-02', until: null },
      ],
    ],
  ])('%s', (_, periods, words, steps) =>
    expect(statusSteps(periods as StatusPeriod[], words, today)).toEqual({ ok: true, steps }),
  )

  it('refuses a start before the history that is kept', () => {
    const history = [period('sen-support', '2024-09-02', '2025-09-07'), period('ehc-plan', '2025-09-08')]
    expect(statusSteps(history, said('ehc-plan', '2023-01-09'), today)).toEqual({
      ok: false,
      message: expect.stringMatching(/^SEN start date must be after/) as string,
    })
  })

  /** What the steps leave, done as a database with one status at a time would do them: in order, never overlapping. */
  function done(periods: StatusPeriod[], steps: StatusStep[]): StatusPeriod[] {
    let now = periods
    for (const step of steps) {
      if (step.act === 'open')
        now = [...now, { id: `new ${step.from}`, status: step.status, from: step.from, until: step.until }]
      else
        now = now.map((each) =>
          each.id === step.periodId
            ? {
                ...each,
                ...('status' in step ? { status: step.status, from: step.from } : {}),
                until: step.until,
              }
            : each,
        )
      const inOrder = now.toSorted((one, other) => (one.from < other.from ? -1 : 1))
      inOrder.forEach((each, at) => {
        const next = inOrder[at + 1]
        expect(each.until === null || each.from <= each.until).toBe(true)
        if (next) expect(each.until !== null && each.until < next.from).toBe(true)
      })
    }
    return now
  }

  const someDay = fc.integer({ min: -400, max: 60 }).map((n) => plusDays(today, n))
  const dayOrBlank = fc.option(someDay, { nil: null })
  const words = fc
    .record({
      status: fc.constantFrom('none' as const, 'sen-support' as const, 'ehc-plan' as const),
      statusFrom: dayOrBlank,
      statusUntil: dayOrBlank,
    })
    .filter(({ statusFrom, statusUntil }) => !statusFrom || !statusUntil || statusFrom <= statusUntil)
  const history = fc.uniqueArray(someDay, { maxLength: 6 }).chain((days) => {
    const sorted = days.toSorted()
    return fc
      .tuple(
        fc.array(fc.constantFrom('sen-support' as const, 'ehc-plan' as const), {
          minLength: 3,
          maxLength: 3,
        }),
        fc.boolean(),
      )
      .map(([statuses, open]) =>
        statuses.flatMap((status, at): StatusPeriod[] => {
          const [from, until] = [sorted[2 * at], sorted[2 * at + 1]]
          if (!from) return []
          const isLast = 2 * at + 2 >= sorted.length
          return [{ id: `${at}`, status, from, until: isLast && open ? null : (until ?? from) }]
        }),
      )
  })

  it('never leaves two statuses on a day, and importing twice changes nothing', () => {
    fc.assert(
      fc.property(history, words, (periods, import1) => {
        const first = statusSteps(periods, import1, today)
        if (!first.ok) return
        const after = done(periods, first.steps)
        expect(statusSteps(after, import1, today)).toEqual({ ok: true, steps: [] })
      }),
      { numRuns: 3000 },
    )
  })
})
