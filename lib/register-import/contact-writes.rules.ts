import type { PupilWrites } from './changes.rules'
import type { KnownContact, KnownInFull, KnownSchool } from './known.rules'
import type { NewId } from './pupil-writes.rules'
import type { ImportedParent } from './row.rules'

/** The rows of contacts, and of what they are to pupils, that an import writes. */
export type ContactRows = {
  contacts: { id: string; name: string; email: string | null }[]
  contactsChanged: { id: string; version: number; name: string; email: string | null }[]
  ties: {
    id: string
    pupilId: string
    contactId: string
    relationship: string
    hasParentalResponsibility: boolean
    priority: number
  }[]
  tiesChanged: { id: string; version: number; relationship: string; hasParentalResponsibility: boolean }[]
}

/** What a parent is called whose relationship the file does not give. */
const UNSAID = 'Parent or carer'

type Entry = { id: string; known: KnownInFull | null; writes: PupilWrites }

/**
 * Parents to make, to bring up to date and to tie to pupils. Brothers and sisters whose rows give one name and one email
 * address share the parent; without an address two of one name may be two people.
 */
export function contactRows(entries: readonly Entry[], school: KnownSchool, newId: NewId): ContactRows {
  const rows: ContactRows = { contacts: [], contactsChanged: [], ties: [], tiesChanged: [] }
  const contacts = new Map(school.contacts.map((contact) => [contact.id, contact]))
  const changed = new Map<string, KnownContact>()
  for (const entry of entries) changeParents(entry, contacts, changed, rows)
  rows.contactsChanged = [...changed.values()].map(({ id, version, name, email }) => ({
    id,
    version,
    name,
    email,
  }))
  const shared = sharedParents(contacts.values())
  for (const entry of entries) addParents(entry, shared, rows, newId)
  return rows
}

function changeParents(
  { known, writes }: Entry,
  contacts: Map<string, KnownContact>,
  changed: Map<string, KnownContact>,
  rows: ContactRows,
) {
  for (const step of writes.parents) {
    if (step.act !== 'change') continue
    const tie = known?.parents.find(({ id }) => id === step.parentId)
    const contact = tie && contacts.get(tie.contactId)
    if (!tie || !contact) continue
    const { name, email, relationship, hasParentalResponsibility } = step.parent
    // Only what this row changes: the row of a brother or sister may have changed the rest.
    const after = {
      ...contact,
      name: name === tie.name ? contact.name : name,
      email: email === tie.email ? contact.email : email,
    }
    if (after.name !== contact.name || after.email !== contact.email) {
      changed.set(contact.id, after)
      contacts.set(contact.id, after)
    }
    if (tie.relationship !== relationship || tie.hasParentalResponsibility !== hasParentalResponsibility)
      rows.tiesChanged.push({
        id: tie.id,
        version: tie.tieVersion,
        relationship: relationship ?? UNSAID,
        hasParentalResponsibility: hasParentalResponsibility ?? true,
      })
  }
}

function addParents(
  { id: pupilId, known, writes }: Entry,
  shared: Map<string, string>,
  rows: ContactRows,
  newId: NewId,
) {
  const own = new Set(known?.parents.map(({ contactId }) => contactId))
  let priority = known?.parents.length ?? 0
  for (const step of writes.parents) {
    if (step.act !== 'add') continue
    const { name, email, relationship, hasParentalResponsibility } = step.parent
    const key = sharedKey(step.parent)
    const sharing = key === null ? undefined : shared.get(key)
    const contactId = sharing ?? newId()
    if (own.has(contactId)) continue
    if (sharing === undefined) {
      rows.contacts.push({ id: contactId, name, email })
      if (key !== null) shared.set(key, contactId)
    }
    own.add(contactId)
    rows.ties.push({
      id: newId(),
      pupilId,
      contactId,
      relationship: relationship ?? UNSAID,
      hasParentalResponsibility: hasParentalResponsibility ?? true,
      priority: ++priority,
    })
  }
}

const sharedKey = ({ name, email }: Pick<ImportedParent, 'name' | 'email'>) =>
  email === null ? null : `${name}\u0000${email.toLowerCase()}`

function sharedParents(contacts: Iterable<KnownContact>): Map<string, string> {
  const found = new Map<string, string>()
  for (const contact of contacts) {
    const key = contact.isRestricted ? null : sharedKey(contact)
    if (key !== null && !found.has(key)) found.set(key, contact.id)
  }
  return found
}
