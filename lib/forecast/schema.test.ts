import { expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { whatIfAsked } from './schema'

const year = { today: isoDate('2027-03-16'), lastDay: isoDate('2027-08-31') }
const amira = '01990000-0000-7000-8000-000000000001'
const ben = '01990000-0000-7000-8000-000000000002'
const asked = { whose: 'chosen', by: '2027-07-07' }
const read = { whose: 'chosen', chosen: [], by: '2027-07-07', howMany: 'one', withBooked: false }

it.each([
  [asked, read, 'what is asked, and what is usual'],
  [
    { ...asked, hold: amira, each: 'all', booked: 'yes' },
    { ...read, chosen: [amira], howMany: 'all', withBooked: true },
    'one pupil',
  ],
  [{ ...asked, hold: [amira, ben, amira] }, { ...read, chosen: [amira, ben] }, 'several, each once'],
  [{ ...asked, hold: ["'; drop"] }, read, 'a forged id is nobody'],
  [{ ...asked, by: ['2027-07-07', '2027-08-01'] }, read, 'a day said twice is the first'],
  [{}, null, 'nothing asked'],
  [{ ...asked, by: '2027-03-15' }, null, 'a day that is over'],
  [{ ...asked, by: '2027-09-01' }, null, 'a day of another year'],
  [{ ...asked, by: '2027-02-30' }, null, 'a day there is not'],
  [{ ...asked, whose: 'everyone' }, null, 'pupils nobody can choose'],
] as [Record<string, string | string[]>, object | null, string][])(
  '%j is read as %j: %s',
  (query, expected) => {
    expect(whatIfAsked(query, year)).toEqual(expected)
  },
)
