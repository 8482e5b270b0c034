import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import {
  entitledRecipients,
  missingNotifications,
  type NotifiableContact,
  type Notification,
  type NotificationInput,
  toldProblem,
  type ToldMethod,
} from './rules'

const calendar = {
  terms: [{ firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') }],
  closedDays: ['2026-10-23', '2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'].map(
    isoDate,
  ),
}
const today = isoDate('2026-11-20')
const amira = { name: 'Amira Khan', dateOfBirth: isoDate('2018-05-03') }
// Compulsory school age ended on 26 June 2026 (domain.md 1.12).
const young = { name: 'Jo Reed', dateOfBirth: isoDate('2010-08-30') }

const contact = (contactId: string, over: Partial<NotifiableContact> = {}): NotifiableContact => ({
  contactId,
  name: `${contactId} Khan`,
  relationship: 'Parent',
  hasParentalResponsibility: true,
  caresForPupil: true,
  restrictedFrom: null,
  restrictedUntil: null,
  ...over,
})
const farah = contact('farah')
const imran = contact('imran', { caresForPupil: false })

const support = { id: 'k2026', kind: 'sen-support' as const, from: isoDate('2026-11-13') }

const told = (contactId: string | null, over: Partial<Notification> = {}): Notification => ({
  senStatusId: support.id,
  contactId,
  method: 'letter',
  toldOn: isoDate('2026-11-16'),
  ...over,
})

const missing = (over: Partial<NotificationInput> = {}) =>
  missingNotifications({
    status: support,
    pupil: amira,
    contacts: [farah, imran],
    notifications: [],
    today,
    calendar,
    ...over,
  }).map(({ rule, recipient }) => `${rule} ${recipient?.contactId ?? recipient?.name ?? 'nobody to tell'}`)

describe('entitledRecipients', () => {
  const ids = (contacts: NotifiableContact[], day = today, pupil = amira) =>
    entitledRecipients(pupil, contacts, day).map(({ contactId }) => contactId)

  it.each([
    ['with responsibility and care', contact('a'), true],
    ['with responsibility only: a separated parent', contact('a', { caresForPupil: false }), true],
    ['with care only: a foster carer', contact('a', { hasParentalResponsibility: false }), true],
    [
      'with neither: an aunt to ring',
      contact('a', { hasParentalResponsibility: false, caresForPupil: false }),
      false,
    ],
    ['restricted from today', contact('a', { restrictedFrom: today }), false],
    ['restricted from tomorrow', contact('a', { restrictedFrom: isoDate('2026-11-21') }), true],
    [
      'restricted until today',
      contact('a', { restrictedFrom: isoDate('2026-01-01'), restrictedUntil: today }),
      false,
    ],
    [
      'restricted until yesterday',
      contact('a', { restrictedFrom: isoDate('2026-01-01'), restrictedUntil: isoDate('2026-11-19') }),
      true,
    ],
  ])('%s', (_who, someone, isEntitled) => {
    expect(ids([someone])).toEqual(isEntitled ? ['a'] : [])
  })

  it('is the young person alone from the day after compulsory school age ends', () => {
    expect(ids([farah], isoDate('2026-06-26'), young)).toEqual(['farah'])
    expect(ids([farah], isoDate('2026-06-27'), young)).toEqual([null])
  })
})

describe('missingNotifications', () => {
  it('names each entitled parent who was not told, and nobody once all were', () => {
    expect(missing()).toEqual(['R01 farah', 'R01 imran'])
    expect(missing({ notifications: [told('farah')] })).toEqual(['R01 imran'])
    expect(
      missing({ notifications: [told('farah'), told('imran', { method: 'before-import', toldOn: null })] }),
    ).toEqual([])
  })

  it.each([
    ['2026-11-20', '2026-11-20', 'R01', 'the day it starts'],
    ['2026-11-13', '2026-11-20', 'R01', 'five school days on'],
    ['2026-11-12', '2026-11-20', 'R02', 'six school days on'],
    ['2026-10-20', '2026-10-31', 'R01', 'half term does not count'],
    ['2024-09-03', '2026-11-20', 'R02', 'years ago'],
  ])('from %s, on %s: %s, %s', (from, on, rule) => {
    expect(
      missing({ status: { ...support, from: isoDate(from) }, today: isoDate(on), contacts: [farah] }),
    ).toEqual([`${rule} farah`])
  })

  it('takes the limit the school sets', () => {
    expect(missing({ contacts: [farah], tellWithinSchoolDays: 4 })).toEqual(['R02 farah'])
  })

  it('asks nothing of an EHC plan, nor of a pupil who is not on the register', () => {
    expect(missing({ status: { ...support, kind: 'ehc-plan' } })).toEqual([])
    expect(missing({ status: null })).toEqual([])
    expect(missing({ status: { ...support, from: isoDate('2026-11-21') } })).toEqual([])
  })

  it('asks anew when SEN support starts again after an end', () => {
    expect(missing({ contacts: [farah], notifications: [told('farah', { senStatusId: 'k2024' })] })).toEqual([
      'R01 farah',
    ])
  })

  it('leaves out a restricted parent, and says when there is nobody to tell', () => {
    const shut = contact('imran', { restrictedFrom: isoDate('2026-01-01') })
    expect(missing({ contacts: [farah, shut], notifications: [told('farah')] })).toEqual([])
    expect(missing({ contacts: [shut] })).toEqual(['R01 nobody to tell'])
    expect(missing({ contacts: [] })).toEqual(['R01 nobody to tell'])
  })

  it('asks for the young person after compulsory school age, unless a parent was told while the right was theirs', () => {
    const since = { ...support, from: isoDate('2025-09-03') }
    const input = { status: since, pupil: young, contacts: [farah] }
    expect(missing(input)).toEqual(['R02 Jo Reed'])
    expect(missing({ ...input, notifications: [told(null)] })).toEqual([])
    expect(missing({ ...input, notifications: [told('farah', { toldOn: isoDate('2026-06-26') })] })).toEqual(
      [],
    )
    expect(missing({ ...input, notifications: [told('farah', { toldOn: isoDate('2026-06-27') })] })).toEqual([
      'R02 Jo Reed',
    ])
    expect(missing({ ...input, status: support, notifications: [told('farah')] })).toEqual(['R01 Jo Reed'])
  })
})

describe('toldProblem', () => {
  const about = {
    from: isoDate('2025-09-03'),
    previousUntil: isoDate('2025-03-28'),
    recordedHereOn: isoDate('2026-09-01'),
    today,
    kind: 'sen-support' as const,
  }
  it.each<[ToldMethod, string | null, string | null, string]>([
    ['letter', '2026-11-20', null, 'today'],
    ['letter', '2025-09-01', null, 'shortly before it began, when it was decided'],
    ['letter', '2026-11-21', 'toldOn', 'tomorrow'],
    ['letter', '2025-03-28', 'toldOn', 'about the time before'],
    ['letter', '2025-03-29', null, 'the day after that ended'],
    ['letter', null, 'toldOn', 'no day'],
    ['before-import', null, null, 'older than the record'],
  ])('%s on %s: %s, %s', (method, toldOn, field) => {
    const problem = toldProblem({ method, toldOn: toldOn === null ? null : isoDate(toldOn) }, about)
    expect(problem?.field ?? null).toBe(field)
  })

  it('does not know of "before import" where SEN support began here', () => {
    expect(
      toldProblem({ method: 'before-import', toldOn: null }, { ...about, from: isoDate('2026-09-01') }),
    ).toBeNull()
    expect(
      toldProblem({ method: 'before-import', toldOn: null }, { ...about, from: isoDate('2026-09-02') })
        ?.field,
    ).toBe('method')
  })
})
