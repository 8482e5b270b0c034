import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { calendarEntry } from './calendar-entry'

const entry = {
  id: 'invitation',
  host: 'sen.example.org',
  sequence: 0,
  isCalledOff: false,
  on: isoDate('2027-06-01'),
  at: '15:30',
  minutes: 45,
  givenName: 'Amira',
  place: 'Library',
  joinBy: null,
  now: new Date('2026-11-20T09:00:00Z'),
}
const lines = (content: string) => content.replace(/\r\n /g, '').split('\r\n')

describe('an entry for a calendar', () => {
  it('has the time by the school’s clock, the child’s first name, and an id that stays', () => {
    const { method, content } = calendarEntry(entry)
    expect(method).toBe('REQUEST')
    expect(lines(content)).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:invitation@sen.example.org',
        'SEQUENCE:0',
        'DTSTART:20270601T143000Z',
        'DTEND:20270601T151500Z',
        'SUMMARY:Meeting at school about Amira',
        'LOCATION:Library',
        'STATUS:CONFIRMED',
      ]),
    )
  })
  it('replaces the one before, or takes it out', () => {
    const { method, content } = calendarEntry({ ...entry, sequence: 2, isCalledOff: true })
    expect(method).toBe('CANCEL')
    expect(lines(content)).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'UID:invitation@sen.example.org',
        'SEQUENCE:2',
        'STATUS:CANCELLED',
      ]),
    )
  })
})
