import type { IsoDate } from '@/lib/calendar/iso-date'
import { compare, type FieldChange, type KnownPupil } from './changes.rules'
import { nameKey } from './names.rules'
import type { ImportedPupil } from './people.rules'
import { nameAndBirth } from './row.rules'

export type MatchedBy = 'upn' | 'name-and-birth'

/** A row that may be a pupil we know: a person must say which, or that the pupil is new. */
export type Ask = {
  row: number
  pupil: ImportedPupil
  why: 'no-upn' | 'other-upn'
  candidates: { pupilId: string; changes: FieldChange[] }[]
}

/** What was answered to an ask, by row: the pupil it is, or `new`. */
export type Answers = ReadonlyMap<number, string>

/** Which pupil a row is about, as far as anyone can tell. */
export type Match =
  { kind: 'new' } | { kind: 'ask'; ask: Ask } | { kind: 'known'; pupil: KnownPupil; by: MatchedBy }
type Found = { byUpn: KnownPupil | null; alike: KnownPupil[] }

/** Finds the pupils a row may be about: by UPN, and by name and date of birth. */
export function finder(known: readonly KnownPupil[]): (pupil: ImportedPupil) => Found {
  const byUpn = new Map(known.flatMap((pupil) => (pupil.upn === null ? [] : [[pupil.upn, pupil] as const])))
  const alike = new Map<string, KnownPupil[]>()
  for (const pupil of known) {
    for (const givenName of new Set([pupil.givenName, pupil.preferredName ?? pupil.givenName])) {
      const key = nameAndBirth({ ...pupil, givenName })
      alike.set(key, [...(alike.get(key) ?? []), pupil])
    }
  }
  return ({ upn, familyName, givenName, preferredName, dateOfBirth }) => {
    const given = [...new Set([givenName, preferredName])].filter((name) => name !== null)
    const found =
      familyName && dateOfBirth
        ? given.flatMap((name) => alike.get(nameAndBirth({ familyName, givenName: name, dateOfBirth })) ?? [])
        : []
    // Two permanent UPNs are two pupils, whatever they are called.
    const possible = [...new Set(found)].filter((pupil) => !(isPermanent(upn) && isPermanent(pupil.upn)))
    return { byUpn: upn === null ? null : (byUpn.get(upn) ?? null), alike: possible }
  }
}

const isPermanent = (upn: string | null) => upn !== null && /\d$/.test(upn)

/** UPN first; then name and date of birth, once a person has said yes or where nothing would change (domain.md 3.5). */
export function settled(
  { byUpn, alike }: Found,
  pupil: ImportedPupil,
  answers: Answers | undefined,
  today: IsoDate,
): Match {
  if (byUpn) return { kind: 'known', pupil: byUpn, by: 'upn' }
  const [only, ...others] = alike
  if (!only) return { kind: 'new' }
  const answer = answers?.get(pupil.row)
  if (answer === 'new') return { kind: 'new' }
  const chosen = alike.find(({ id }) => id === answer)
  if (chosen) return { kind: 'known', pupil: chosen, by: 'name-and-birth' }
  const candidates = alike.map((each) => {
    const comparison = compare(each, pupil, today)
    return {
      pupilId: each.id,
      changes: comparison.ok ? comparison.changes : [],
      same: comparison.ok && comparison.changes.length === 0,
    }
  })
  // Nothing would change, so there is nothing to ask: importing twice changes nothing.
  if (others.length === 0 && candidates[0]?.same) return { kind: 'known', pupil: only, by: 'name-and-birth' }
  const why = pupil.upn === null ? 'no-upn' : 'other-upn'
  return {
    kind: 'ask',
    ask: {
      row: pupil.row,
      pupil,
      why,
      candidates: candidates.map(({ pupilId, changes }) => ({ pupilId, changes })),
    },
  }
}

/** A UPN with another surname, another forename and another birthday: somebody has mistyped it. */
export function isSomeoneElse(
  known: KnownPupil,
  { familyName, givenName, dateOfBirth }: ImportedPupil,
): boolean {
  const differs = (one: string, other: string | null) => other !== null && nameKey(one) !== nameKey(other)
  return (
    dateOfBirth !== null &&
    dateOfBirth !== known.dateOfBirth &&
    differs(known.familyName, familyName) &&
    differs(known.givenName, givenName)
  )
}
