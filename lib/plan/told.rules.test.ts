import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { type ContactToTell, notToldOfResponsible, responsibleToldOnProblem } from './told.rules'

const today = isoDate('2026-11-24')
const pupil = { name: 'Amira Khan', dateOfBirth: isoDate('2018-03-02') }
const contact = (contactId: string, over: Partial<ContactToTell> = {}): ContactToTell => ({
  ...{ contactId, name: contactId, relationship: 'Mother', hasParentalResponsibility: true },
  ...{ caresForPupil: true, restrictedFrom: null, restrictedUntil: null, hasLooked: false },
  ...over,
})
const notice = (contactId: string | null) => ({ contactId, method: 'phone' as const, toldOn: today })
const namesOf = (contacts: ContactToTell[], notices: ReturnType<typeof notice>[] = [], of = pupil) =>
  notToldOfResponsible({ pupil: of, contacts, notices }, today).map(({ contactId }) => contactId)

describe('who has not been told who answers for the support now (P31)', () => {
  it('is each parent, until told or until they have read it on their own page', () => {
    const contacts = [contact('a'), contact('b', { hasLooked: true }), contact('c')]
    expect(namesOf(contacts)).toEqual(['a', 'c'])
    expect(namesOf(contacts, [notice('a')])).toEqual(['c'])
  })

  it('is never a parent whom a restriction shuts out, nor somebody who is not a parent', () => {
    const contacts = [
      contact('a', { restrictedFrom: isoDate('2026-01-01') }),
      contact('b', { hasParentalResponsibility: false, caresForPupil: false }),
    ]
    expect(namesOf(contacts)).toEqual([])
  })

  it('is the young person once compulsory school age has ended', () => {
    const young = { ...pupil, dateOfBirth: isoDate('2009-03-02') }
    expect(namesOf([contact('a')], [], young)).toEqual([null])
    expect(namesOf([contact('a')], [notice(null)], young)).toEqual([])
  })

  it.each([
    ['2026-11-19', 'The day they were told must be on or after the day of the change'],
    ['2026-11-20', null],
    ['2026-11-24', null],
    ['2026-11-25', 'The day they were told must be today or in the past'],
  ])('cannot be cleared by %s: %s', (day, problem) => {
    expect(responsibleToldOnProblem(isoDate(day), { publishedOn: isoDate('2026-11-20') }, today)).toBe(
      problem,
    )
  })
})
