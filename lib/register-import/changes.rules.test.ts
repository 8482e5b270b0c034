import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { compare, type KnownPupil } from './changes.rules'
import type { ImportedPupil } from './people.rules'

const today = isoDate('2026-11-20')
const known: KnownPupil = {
  id: 'amelia',
  upn: 'Z999000124001',
  familyName: 'Mitchell',
  givenName: 'Amelia',
  preferredName: null,
  dateOfBirth: isoDate('2019-06-14'),
  sex: 'F',
  yearGroup: 3,
  className: '3B',
  homeLanguage: 'English',
  needs: ['SLCN', 'NSA'],
  periods: [{ id: 'k', status: 'sen-support', from: isoDate('2025-10-09'), until: null }],
  parents: [],
}
const { upn, familyName, givenName, preferredName, dateOfBirth, sex, yearGroup, className, homeLanguage } =
  known
const imported: ImportedPupil = {
  upn,
  familyName,
  givenName,
  preferredName,
  dateOfBirth,
  sex,
  yearGroup,
  className,
  homeLanguage,
  needs: known.needs,
  parents: [],
  row: 1,
  rows: [1],
  status: 'sen-support',
  statusFrom: null,
  statusUntil: null,
  reviewDue: null,
}
const compared = (said: Partial<ImportedPupil>, before: Partial<KnownPupil> = {}) => {
  const comparison = compare({ ...known, ...before }, { ...imported, ...said }, today)
  if (!comparison.ok) throw new Error(comparison.message)
  return comparison
}

describe('the needs an import changes', () => {
  it('are none where they are the same, or blank', () => {
    expect(compared({}).changes).toEqual([])
    expect(compared({ needs: [] }).changes).toEqual([])
  })
  it('are those of the file where it has any', () =>
    expect(compared({ needs: ['MLD'] })).toMatchObject({
      changes: [{ field: 'needs', before: 'SLCN, NSA', after: 'MLD' }],
      writes: { needs: ['MLD'] },
    }))
  it('lose “no specialist assessment” when an EHC plan begins, since it goes with SEN support only', () => {
    const plan = { status: 'ehc-plan', statusFrom: isoDate('2026-11-02') } as const
    expect(compared({ ...plan, needs: [] }).changes).toContainEqual({
      field: 'needs',
      before: 'SLCN, NSA',
      after: 'SLCN',
    })
    expect(compared({ ...plan, needs: [] }, { needs: ['NSA'] })).toMatchObject({ writes: { needs: [] } })
  })
  it('are not touched by a row about a status that is over', () => {
    const over = { statusFrom: isoDate('2025-10-09'), statusUntil: isoDate('2026-07-17') }
    expect(compared({ ...over, needs: ['MLD'] })).toMatchObject({
      changes: [{ field: 'statusUntil', before: null, after: '2026-07-17' }],
      writes: { needs: null },
    })
    expect(compared({ ...over, needs: ['MLD'] }, { id: '', needs: [], periods: [] }).writes.needs).toEqual([
      'MLD',
    ])
  })
})
