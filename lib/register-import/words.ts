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
const fieldWords: Record<ChangedField, string> = {
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
function valueWords(field: ChangedField, value: string | null): string {
  if (value === null) return 'nothing'
  if (DAYS.includes(field)) return longDate(value as IsoDate)
  if (field === 'yearGroup') return yearGroupWords(Number(value))
  return field === 'status' && isStatus(value) ? importedStatusWords[value] : value
}

/** So many rows or pupils, in words. */
export const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

/** What becomes of a field, as words round the new value: `Class: 3B becomes` **3C**. */
export function changeWords({ field, before, after }: FieldChange): {
  start: string
  value: string
  end: string
} {
  const label = fieldWords[field]
  if (after === null) return { start: `${label}:`, value: valueWords(field, before), end: 'is taken away' }
  const value = valueWords(field, after)
  if (before !== null) return { start: `${label}: ${valueWords(field, before)} becomes`, value, end: '' }
  return { start: `${label}:`, value, end: field === 'parents' ? 'is added' : 'where nothing was' }
}

type Counts = { new: number; changed: number; unchanged: number; leftOut: number }

/** What an import came to: `12 new, 3 changed, 260 unchanged`, and the rows that stayed out where any did. */
export function summaryWords({ new: added, changed, unchanged, leftOut }: Counts): string {
  const words = `${added} new, ${changed} changed, ${unchanged} unchanged`
  return leftOut === 0 ? words : `${words}, ${count(leftOut, 'row')} left out`
}

/** A message as a sentence of its own. */
export const sentence = (message: string) => (message.endsWith('.') ? message : `${message}.`)
