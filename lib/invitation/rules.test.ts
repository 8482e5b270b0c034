import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { lastMailFailed, type Tried } from './line.rules'
import { changeForInvited, type Entry, isOpen, linkExpires, offersIn, othersIn } from './rules'

const now = new Date('2026-11-20T09:00:00Z')
const today = isoDate('2026-11-20')
const tie = {
  hasParentalResponsibility: true,
  caresForPupil: true,
  restrictedFrom: null,
  restrictedUntil: null,
}
const asked = {
  status: 'booked',
  on: isoDate('2026-12-01'),
  expiresAt: linkExpires(isoDate('2026-12-01')),
  tie,
}

describe('an invitation is open', () => {
  it.each([
    ['while its meeting is to come', {}, true],
    ['on the day of the meeting', { on: today, expiresAt: linkExpires(today) }, true],
    ['not the day after', { on: isoDate('2026-11-19') }, false],
    ['not once it has expired', { expiresAt: now }, false],
    ['not when the meeting is called off', { status: 'cancelled' }, false],
    ['not when it was held', { status: 'held' }, false],
    ['not to somebody who is no contact of the pupil any more', { tie: null }, false],
    ['not to somebody shut out today', { tie: { ...tie, restrictedFrom: today } }, false],
    [
      'not to somebody shut out by that day',
      { tie: { ...tie, restrictedFrom: isoDate('2026-12-01') } },
      false,
    ],
    [
      'to somebody shut out only from the day after',
      { tie: { ...tie, restrictedFrom: isoDate('2026-12-02') } },
      true,
    ],
    [
      'to somebody shut out until yesterday',
      {
        tie: { ...tie, restrictedFrom: isoDate('2026-01-01'), restrictedUntil: isoDate('2026-11-19') },
      },
      true,
    ],
    [
      'not to a contact who is neither parent nor carer',
      {
        tie: { ...tie, hasParentalResponsibility: false, caresForPupil: false },
      },
      false,
    ],
  ])('%s', (_what, over, is) => {
    expect(isOpen({ ...asked, ...over }, now, today)).toBe(is)
  })
})

describe('a link', () => {
  it.each([
    ['2026-12-01', '2026-12-02T00:00:00.000Z'],
    ['2027-06-01', '2027-06-01T23:00:00.000Z'],
  ])('to a meeting on %s ends with the school’s day', (on, ends) => {
    expect(linkExpires(isoDate(on)).toISOString()).toBe(ends)
  })
})

describe('a change of a meeting', () => {
  const before = { on: today, at: '15:30', format: 'in-person', place: 'Library', minutes: 30 }
  it.each([
    [{}, 'nothing'],
    [{ on: isoDate('2026-11-21') }, 'asked-again'],
    [{ at: '16:00' }, 'asked-again'],
    [{ place: 'Hall' }, 'told'],
    [{ format: 'video' }, 'told'],
    [{ minutes: 45 }, 'told'],
    [{ at: '16:00', place: 'Hall' }, 'asked-again'],
  ])('%j means %s', (over, change) => {
    expect(changeForInvited(before, { ...before, ...over })).toBe(change)
  })
})

describe('offers', () => {
  const entry = (kind: Entry['kind'], on: string, meetingId = 'm') => ({ kind, on: isoDate(on), meetingId })
  it.each([
    ['nobody was asked', [], 0],
    [
      'both parents were asked on one day',
      [entry('offered', '2026-11-20'), entry('offered', '2026-11-20')],
      1,
    ],
    ['one was asked again', [entry('offered', '2026-11-20'), entry('offered', '2026-11-27')], 2],
    ['another time was offered', [entry('offered', '2026-11-20'), entry('moved', '2026-11-23')], 2],
    ['of two meetings', [entry('offered', '2026-11-20'), entry('offered', '2026-11-20', 'n')], 2],
    ['reminders and answers are none', [entry('reminded', '2026-11-20'), entry('answered', '2026-11-21')], 0],
  ])('%s', (_what, entries, count) => {
    expect(offersIn(entries)).toBe(count)
  })
})

describe('others', () => {
  it.each([
    [null, []],
    ['  \n', []],
    ['Dr Rao, psychologist\n\n Sam Lee ', ['Dr Rao, psychologist', 'Sam Lee']],
  ])('%j', (text, people) => {
    expect(othersIn(text)).toEqual(people)
  })
})

describe('the last email', () => {
  const tried = (...statuses: (NonNullable<Tried['mail']>['status'] | null)[]): Tried[] =>
    statuses.map((status, place) => ({
      id: String(place),
      meetingId: 'm',
      contactId: 'c',
      kind: 'offered',
      method: status ? 'email' : 'phone',
      outcome: null,
      on: today,
      mailId: null,
      mail: status && { status, problem: null },
    }))
  it.each([
    ['nothing was tried', tried(), false],
    ['it failed', tried('failed'), true],
    ['it was withheld', tried('withheld'), true],
    ['it was sent', tried('failed', 'sent'), false],
    ['they were rung since', tried('failed', null), false],
  ])('%s', (_what, entries, is) => {
    expect(lastMailFailed({ tried: entries })).toBe(is)
  })
})
