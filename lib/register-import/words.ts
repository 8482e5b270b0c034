import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { yearGroupWords } from '@/lib/pupil/rules'
import { statusWords } from '@/lib/sen-status/words'
import type { ChangedField, FieldChange } from './changes.rules'
import type { Concept } from './concepts.rules'
import type { ImportedStatus } from './status-words.rules'

const PLAIN: Partial<Record<Concept, string>> = {
  upn: 'UPN',
  fullName: 'Full name',
  familyName: 'Surname',
  givenName: 'Forename',
  preferredName: 'Preferred forename',
  dateOfBirth: 'Date of birth',
  sex: 'Sex',
  yearGroup: 'Year group',
  className: 'Class',
  status: 'SEN status',
  statusFrom: 'SEN status: first day',
  statusUntil: 'SEN status: last day',
  need: 'Need (one row a need)',
  needRank: 'Rank of the need',
  reviewDue: 'Next review date',
  homeLanguage: 'Home language',
}

const PARTS = new Map([
  ['Name', 'name'],
  ['Relationship', 'relationship'],
  ['Email', 'email address'],
  ['ParentalResponsibility', 'parental responsibility'],
])
const NEED_BY_RANK = ['Main need', 'Second need', 'Third need', 'Fourth need']

/** What a column of a register can be, as it is offered on the import page. */
export function conceptWords(concept: Concept): string {
  const [, number, part] = /^parent(\d)(\w+)$/.exec(concept) ?? []
  if (number && part) return `Parent ${number}: ${PARTS.get(part) ?? part}`
  const [, rank] = /^need(\d)$/.exec(concept) ?? []
  return rank ? (NEED_BY_RANK[Number(rank) - 1] ?? concept) : (PLAIN[concept] ?? concept)
}

/** What a field that an import changes is called. */
export const fieldWords: Record<ChangedField, string> = {
  upn: 'UPN',
  familyName: 'Surname',
  givenName: 'Forename',
  preferredName: 'Preferred forename',
  dateOfBirth: 'Date of birth',
  sex: 'Sex',
  yearGroup: 'Year group',
  className: 'Class',
  homeLanguage: 'Home language',
  status: 'SEN status',
  statusFrom: 'SEN status from',
  statusUntil: 'SEN status until',
  needs: 'Needs',
  parents: 'Parent or carer',
}

/** A status of the file; none is said too, because it ends one. */
export const importedStatusWords: Record<ImportedStatus, string> = { none: 'No SEN', ...statusWords }

const DAYS: readonly ChangedField[] = ['dateOfBirth', 'statusFrom', 'statusUntil']
const isStatus = (value: string): value is ImportedStatus => value in importedStatusWords

/** A value before or after, as it is read: `Year 4`, `1 September 2026`, `SEN support`. */
export function valueWords(field: ChangedField, value: FieldChange['before']): string {
  if (value === null) return 'nothing'
  if (DAYS.includes(field)) return longDate(value as IsoDate)
  if (field === 'yearGroup') return yearGroupWords(Number(value))
  return field === 'status' && isStatus(value) ? importedStatusWords[value] : value
}

/** So many rows or pupils, in words. */
export const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
