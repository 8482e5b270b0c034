import { ICalCalendarMethod, ICalEventStatus, default as calendarOf } from 'ical-generator'
import { instantAt } from '@/lib/calendar/instant'
import type { IsoDate } from '@/lib/calendar/iso-date'

type Entry = {
  /** Of the invitation: the same for every change of it. */
  id: string
  /** Where the service is: calendars tell entries of different services apart by it. */
  host: string
  sequence: number
  isCalledOff: boolean
  on: IsoDate
  at: string
  minutes: number
  givenName: string
  place: string | null
  joinBy: string | null
  now: Date
}

/** A meeting as an entry for any calendar, without the child's surname; a later one with the same id replaces it (RFC 5545). */
export function calendarEntry(entry: Entry): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const { id, host, sequence, isCalledOff, on, at, minutes, givenName, place, joinBy, now } = entry
  const method = isCalledOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = calendarOf({
    prodId: { company: host, product: 'Track SEN support', language: 'EN' },
    method,
  })
  const begins = instantAt(on, at)
  calendar.createEvent({
    id: `${id}@${host}`,
    sequence,
    status: isCalledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: now,
    start: begins,
    end: new Date(begins.getTime() + minutes * 60_000),
    summary: `Meeting at school about ${givenName}`,
    ...(place && { location: place }),
    ...(joinBy && { description: joinBy }),
  })
  return { method: isCalledOff ? 'CANCEL' : 'REQUEST', content: calendar.toString() }
}
