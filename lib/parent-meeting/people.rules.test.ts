import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { copyIsFor, isEntitled } from './family.rules'
import { type FamilyContact, invitedProblem, leaderProblem, type MeetingStaff } from './people.rules'

const today = isoDate('2026-11-20')
const mother: FamilyContact = {
  contactId: 'mother',
  name: 'Farah Khan',
  relationship: 'Mother',
  hasParentalResponsibility: true,
  caresForPupil: true,
  restrictedFrom: null,
  restrictedUntil: null,
}

describe('who is met and written to', () => {
  it.each([
    ['a parent', {}, true],
    ['a parent who lives elsewhere', { caresForPupil: false }, true],
    ['a foster carer', { hasParentalResponsibility: false }, true],
    ['a neighbour to ring', { hasParentalResponsibility: false, caresForPupil: false }, false],
    ['a parent shut out from today', { restrictedFrom: today }, false],
    ['a parent shut out from tomorrow', { restrictedFrom: isoDate('2026-11-21') }, true],
    [
      'a parent shut out until today',
      { restrictedFrom: isoDate('2026-01-01'), restrictedUntil: today },
      false,
    ],
    [
      'a parent shut out until yesterday',
      { restrictedFrom: isoDate('2026-01-01'), restrictedUntil: isoDate('2026-11-19') },
      true,
    ],
  ])('%s', (_who, over, expected) => {
    expect(isEntitled({ ...mother, ...over }, today)).toBe(expected)
  })

  it('has a copy of every meeting, but of one with the other parent in the same round', () => {
    const other = { roundId: null, contactIds: ['father'] }
    expect(copyIsFor(mother, other, today)).toBe(true)
    expect(copyIsFor(mother, { ...other, roundId: 'autumn' }, today)).toBe(false)
    expect(copyIsFor(mother, { roundId: 'autumn', contactIds: ['mother'] }, today)).toBe(true)
    expect(copyIsFor({ ...mother, restrictedFrom: today }, other, today)).toBe(false)
  })
})

describe('whom a form may name', () => {
  const staff: MeetingStaff[] = [
    { id: 'tom', name: 'Tom Whitfield', role: 'class-teacher', knowsPupil: true },
    { id: 'joan', name: 'Joan Pickering', role: 'teaching-assistant', knowsPupil: true },
  ]
  it.each([
    ['tom', null],
    [null, null],
    ['joan', 'Select who leads from the list'],
    ['nobody', 'Select who leads from the list'],
  ])('%s leads: %s', (id, message) => {
    expect(leaderProblem(id, staff)?.message ?? null).toBe(message)
  })

  const soon = { ...mother, contactId: 'soon', name: 'Lee Khan', restrictedFrom: isoDate('2026-12-01') }
  it.each([
    [['mother'], '2026-12-01', null],
    [['mother', 'soon'], '2026-11-30', null],
    [['mother', 'soon'], '2026-12-01', 'Check with the SENCO before you invite Lee Khan on that day'],
    [['stranger'], '2026-12-01', 'Select who is invited from the list'],
  ])('%j invited on %s: %s', (invited, on, message) => {
    expect(invitedProblem({ invited, on: isoDate(on) }, [mother, soon], today)?.message ?? null).toBe(message)
  })
})
