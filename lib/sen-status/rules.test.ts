import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import {
  senReasonsProblem,
  standingStatus,
  statusEndProblem,
  type StatusKind,
  type StatusPeriod,
  statusOn,
  statusStart,
} from './rules'

const today = isoDate('2026-11-20')
const dateOfBirth = isoDate('2018-05-03')
const pupil = { dateOfBirth, today }

const period = (kind: StatusKind, from: string, until: string | null = null) => ({
  id: `${kind} ${from}`,
  kind,
  from: isoDate(from),
  until: until === null ? null : isoDate(until),
})

const k2025 = period('sen-support', '2025-09-03')
const ended = period('sen-support', '2024-09-03', '2025-07-18')

describe('statusOn', () => {
  it.each<[string, StatusPeriod | null, string]>([
    ['2024-09-02', null, 'the day before'],
    ['2024-09-03', ended, 'the first day'],
    ['2025-07-18', ended, 'the last day'],
    ['2025-07-19', null, 'the day after'],
    ['2025-09-03', k2025, 'the first day of the next'],
    ['2030-01-01', k2025, 'an open end'],
  ])('on %s: %j, %s', (day, expected) => {
    expect(statusOn([ended, k2025], isoDate(day))).toEqual(expected)
  })
})

describe('statusStart', () => {
  const start = (kind: StatusKind, from: string, periods = [ended, k2025]) =>
    statusStart(periods, { kind, from: isoDate(from) }, pupil)

  it('opens the first time on the register with nothing to close', () => {
    expect(start('sen-support', '2026-11-20', [])).toEqual({ ok: true, close: null })
    expect(start('ehc-plan', '2018-05-03', [])).toEqual({ ok: true, close: null })
  })

  it('closes SEN support the day before an EHC plan, and an EHC plan the day before SEN support', () => {
    expect(start('ehc-plan', '2026-11-02')).toEqual({
      ok: true,
      close: { id: k2025.id, until: '2026-11-01' },
    })
    expect(start('ehc-plan', '2025-09-04')).toEqual({
      ok: true,
      close: { id: k2025.id, until: '2025-09-03' },
    })
    expect(start('sen-support', '2026-11-02', [period('ehc-plan', '2025-09-03')])).toEqual({
      ok: true,
      close: { id: 'ehc-plan 2025-09-03', until: '2026-11-01' },
    })
  })

  it('shortens a time whose last day is still to come', () => {
    const toSummer = period('sen-support', '2025-09-03', '2027-07-21')
    expect(start('ehc-plan', '2026-11-20', [toSummer])).toEqual({
      ok: true,
      close: { id: toSummer.id, until: '2026-11-19' },
    })
  })

  it('starts again the day after an earlier time ended', () => {
    expect(start('sen-support', '2025-07-19', [ended])).toEqual({ ok: true, close: null })
  })

  it.each([
    ['sen-support', '2026-11-21', 'The first day must be today or in the past'],
    ['sen-support', '2018-05-02', 'The first day must be after the pupil was born'],
    ['sen-support', '2026-11-20', 'The pupil has had SEN support since 3 September 2025'],
    ['ehc-plan', '2025-09-03', 'The first day must be after 3 September 2025, when SEN support began'],
    ['ehc-plan', '2025-07-18', 'The first day must be after 18 July 2025, when SEN support ended'],
    ['ehc-plan', '2024-01-08', 'The first day must be after 18 July 2025, when SEN support ended'],
  ] as const)('refuses %s from %s: %s', (kind, from, message) => {
    expect(start(kind, from)).toEqual({ ok: false, message })
  })
})

describe('the end of a status', () => {
  it.each([
    ['2025-09-03', null],
    ['2026-11-20', null],
    ['2026-11-21', 'The last day must be today or in the past'],
    ['2025-09-02', 'The last day must be on or after 3 September 2025, when it began'],
  ])('on %s: %s', (lastDay, problem) => {
    expect(statusEndProblem(k2025, isoDate(lastDay), today)).toBe(problem)
  })

  it('stands while its last day is today or to come', () => {
    expect(standingStatus([ended], today)).toBeNull()
    expect(standingStatus([ended, k2025], today)).toBe(k2025)
    const todayIsLast = period('sen-support', '2025-09-03', '2026-11-20')
    expect(standingStatus([todayIsLast], today)).toBe(todayIsLast)
    expect(standingStatus([todayIsLast], isoDate('2026-11-21'))).toBeNull()
  })
})

describe('why SEN support', () => {
  it('takes a home language only beside another reason', () => {
    expect(senReasonsProblem(['english-as-an-additional-language'])).toMatch(/not SEN by itself/)
    expect(senReasonsProblem(['english-as-an-additional-language', 'specialist-advice'])).toBeNull()
    expect(senReasonsProblem(['diagnosis'])).toBeNull()
  })
})
