import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { aLine, standing, today } from './register.fixture'
import { REGISTER_SORTS, type RegisterSort, sortedRegister } from './sort.rules'

const abdi = aLine('Abdi, Yusuf', { yearGroup: 10, className: '10 A', reviewDue: isoDate('2027-03-16') })
const barlow = aLine('Barlow, Jack', {
  reviewDue: isoDate('2027-03-12'),
  daysOverdue: 4,
  standing: standing({ held: 3, state: 'met', nextDue: null }),
})
const bello = aLine('Bello, Temi', {
  className: null,
  standing: standing({ state: 'at-risk', held: 1, nextDue: isoDate('2027-07-07') }),
})
const clarke = aLine('Clarke, Mason', {
  className: '9 B',
  yearGroup: null,
  reviewDue: null,
  standing: standing({ state: 'not-met', held: 0, nextDue: null }),
})
const cole = aLine('Cole, Ruby', { yearGroup: 0, className: 'Reception', reviewDue: isoDate('2027-03-30') })
const davies = aLine('Davies, Ioan', { reviewDue: isoDate('2027-03-05'), daysOverdue: 11 })
const byName = [abdi, barlow, bello, clarke, cole, davies]

describe('the order of the register', () => {
  it.each<[RegisterSort, string, typeof byName]>([
    ['name', 'as they come', byName],
    [
      'urgent',
      'missed, the longest overdue first; at risk and due today; coming up',
      [davies, barlow, clarke, abdi, bello, cole],
    ],
    ['review', 'the earliest first, none last', [davies, barlow, abdi, cole, bello, clarke]],
    ['meetings', 'the fewest first', [clarke, bello, abdi, cole, davies, barlow]],
    ['year', 'Reception first, not known last', [cole, barlow, bello, davies, abdi, clarke]],
    ['class', '9 before 10, none last', [barlow, davies, clarke, abdi, cole, bello]],
  ])('%s: %s', (sort, _, expected) => {
    expect(sortedRegister(byName, sort, today).map(({ name }) => name)).toEqual(
      expected.map(({ name }) => name),
    )
  })

  it.each(REGISTER_SORTS)('%s keeps everyone and leaves the list it was given as it was', (sort) => {
    const given = [...byName]
    expect(new Set(sortedRegister(given, sort, today))).toEqual(new Set(byName))
    expect(given).toEqual(byName)
  })
})
