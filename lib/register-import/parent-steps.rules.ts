import { nameKey } from './names.rules'
import type { ImportedParent } from './row.rules'

/** A parent of a pupil; `isKept` where a person here made or changed them, so that the file has no say any more. */
export type KnownParent = ImportedParent & { id: string; isKept?: boolean }

export type ParentStep =
  | { act: 'add'; parent: ImportedParent }
  | { act: 'change'; parentId: string; before: ImportedParent; parent: ImportedParent }

type SameParent = (known: KnownParent, parent: ImportedParent) => boolean

const sameName: SameParent = (known, parent) => nameKey(known.name) === nameKey(parent.name)
const sameEmail: SameParent = (known, parent) =>
  parent.email !== null && known.email?.toLowerCase() === parent.email

const TITLE = /^(mrs?|ms|miss|mx|dr|prof|rev|sir|lady)\.?\s+/i
const firstName = (name: string) => nameKey(name.replace(TITLE, '').split(' ')[0] ?? '')

// The surest first. Two parents may share an email address, so an address says that it is the same person only where
// the first name is the same too: what is for one parent must never become the other's.
const WAYS: readonly SameParent[] = [
  (known, parent) => sameName(known, parent) && sameEmail(known, parent),
  sameName,
  (known, parent) => sameEmail(known, parent) && firstName(known.name) === firstName(parent.name),
]

/** Parents to add or to bring up to date; nobody is taken away because the file leaves them out (issue 2, section 4). */
export function parentSteps(known: readonly KnownParent[], parents: readonly ImportedParent[]): ParentStep[] {
  const free = new Set(known)
  const matched = new Map<ImportedParent, KnownParent>()
  for (const same of WAYS) {
    for (const parent of parents) {
      if (matched.has(parent)) continue
      const match = [...free].find((each) => same(each, parent))
      if (!match) continue
      matched.set(parent, match)
      free.delete(match)
    }
  }
  return parents.flatMap((parent): ParentStep[] => {
    const before = matched.get(parent)
    if (!before) return [{ act: 'add', parent }]
    if (before.isKept) return []
    const after = broughtUpToDate(before, parent)
    return sameWords(before, after) ? [] : [{ act: 'change', parentId: before.id, before, parent: after }]
  })
}

function broughtUpToDate(before: KnownParent, said: ImportedParent): ImportedParent {
  return {
    name: said.name,
    relationship: said.relationship ?? before.relationship,
    email: said.email ?? before.email,
    hasParentalResponsibility: said.hasParentalResponsibility ?? before.hasParentalResponsibility,
  }
}

const sameWords = (one: ImportedParent, other: ImportedParent) =>
  one.name === other.name &&
  one.relationship === other.relationship &&
  one.email === other.email &&
  one.hasParentalResponsibility === other.hasParentalResponsibility
