import type { IsoDate } from '@/lib/calendar/iso-date'
import { normaliseUpn, upnProblem } from '@/lib/pupil/upn'
import {
  characterProblem,
  readEmail,
  readRank,
  readSex,
  readText,
  readYearGroup,
  readYesOrNo,
  tidyCell,
} from './cells.rules'
import { type Column, columnOf } from './columns.rules'
import type { Concept } from './concepts.rules'
import { readDay, type Reading } from './dates.rules'
import { LONGEST_NAME, nameKey, readFullName } from './names.rules'
import { type NeedCode, readNeeds } from './need-words.rules'
import { type ImportedStatus, readStatus } from './status-words.rules'
import type { TableRow } from './table.rules'

export type RowProblem = { row: number; column: string; message: string }

export type ImportedParent = {
  name: string
  relationship: string | null
  email: string | null
  hasParentalResponsibility: boolean | null
}

export type RankedNeed = { code: NeedCode; rank: number | null }

/** What one row says of one pupil; `null` is a blank cell, which says nothing. */
export type RowReading = {
  row: number
  /** Rows with one identity are about one pupil. */
  identity: string
  upn: string | null
  familyName: string | null
  givenName: string | null
  preferredName: string | null
  dateOfBirth: IsoDate | null
  sex: 'F' | 'M' | null
  yearGroup: number | null
  className: string | null
  homeLanguage: string | null
  status: ImportedStatus | null
  statusFrom: IsoDate | null
  statusUntil: IsoDate | null
  needs: RankedNeed[]
  reviewDue: IsoDate | null
  parents: ImportedParent[]
}

const NTH = [1, 2, 3, 4] as const

/** One row read cell by cell, with everything that is wrong with it rather than the first thing (issue 2, section 4). */
export function readRow({ row, cells, broken }: TableRow, columns: readonly Column[], today: IsoDate) {
  const problems: RowProblem[] = []
  const heading = (concept: Concept) => columnOf(columns, concept)?.header ?? ''
  const complain = (concept: Concept, message: string) =>
    problems.push({ row, column: heading(concept), message })
  const cell = (concept: Concept) => cells[columnOf(columns, concept)?.index ?? -1] ?? ''
  const take = <T>(concept: Concept, reader: (text: string, name: string) => Reading<T>): T | null => {
    const name = heading(concept)
    const text = cell(concept)
    const odd = characterProblem(text, name)
    const reading = odd === null ? reader(tidyCell(text), name) : { ok: false as const, message: odd }
    if (reading.ok) return reading.value
    complain(concept, reading.message)
    return null
  }
  const text = (atMost: number) => (value: string, name: string) => readText(value, name, atMost)

  if (broken !== null) problems.push({ row, column: '', message: broken })
  const fullName = take('fullName', readFullName)
  const preferredName = take('preferredName', text(LONGEST_NAME))
  const status = take('status', readStatus)
  const rank = take('needRank', readRank)
  const needIn = (concept: Concept, rankOf: number | null) =>
    (take(concept, (value, name) => readNeeds(value, today, name)) ?? []).map((code): RankedNeed => ({
      code,
      rank: rankOf,
    }))

  const reading: RowReading = {
    row,
    identity: `row:${row}`,
    upn: take('upn', readUpn),
    familyName: take('familyName', text(LONGEST_NAME)) ?? fullName?.familyName ?? null,
    // “Preferred First Name” stands alone in some exports: then it is the only given name there is.
    givenName: take('givenName', text(LONGEST_NAME)) ?? fullName?.givenName ?? preferredName,
    preferredName,
    dateOfBirth: take('dateOfBirth', readDay),
    sex: readSex(cell('sex')),
    yearGroup: take('yearGroup', readYearGroup),
    className: take('className', text(50)),
    homeLanguage: take('homeLanguage', text(60)),
    status,
    statusFrom: take('statusFrom', readDay),
    statusUntil: take('statusUntil', readDay),
    needs: [...NTH.flatMap((n) => needIn(`need${n}`, n)), ...needIn('need', rank)],
    reviewDue: take('reviewDue', readDay),
    parents: NTH.flatMap((n): ImportedParent[] => {
      const name = take(`parent${n}Name`, text(2 * LONGEST_NAME))
      const relationship = take(`parent${n}Relationship`, text(60))
      const email = take(`parent${n}Email`, readEmail)
      const hasParentalResponsibility = take(`parent${n}ParentalResponsibility`, readYesOrNo)
      if (name !== null) return [{ name, relationship, email, hasParentalResponsibility }]
      if (email !== null)
        complain(
          `parent${n}Name`,
          `${heading(`parent${n}Name`)} must be given where there is an email address`,
        )
      return []
    }),
  }
  if (nameKey(reading.preferredName ?? '') === nameKey(reading.givenName ?? '')) reading.preferredName = null
  const rawUpn = normaliseUpn(tidyCell(cell('upn')))
  reading.identity = identityOf(rawUpn, reading)
  const anyOf = (...concepts: Concept[]) => concepts.find((concept) => columnOf(columns, concept)) ?? 'upn'
  const nameColumn = anyOf('familyName', 'fullName')
  const wrong = [
    ...(problems.length === 0 && rawUpn === ''
      ? missingIdentity(reading, nameColumn, anyOf('dateOfBirth'))
      : []),
    ...contradictions(reading, today, anyOf('need1', 'need')),
  ]
  for (const [concept, message] of wrong) complain(concept, message)
  return { reading, problems }
}

/** The UPN first, right or wrong; then name and date of birth; else the row stands alone (domain.md 3.5). */
function identityOf(rawUpn: string, { row, familyName, givenName, dateOfBirth }: RowReading): string {
  if (rawUpn !== '') return `upn:${rawUpn}`
  if (!familyName || !givenName || !dateOfBirth) return `row:${row}`
  return nameAndBirth({ familyName, givenName, dateOfBirth })
}

type Named = { familyName: string; givenName: string; dateOfBirth: IsoDate }

/** Two pupils without a UPN are one where this is the same: the names as compared, and the date of birth. */
export const nameAndBirth = ({ familyName, givenName, dateOfBirth }: Named) =>
  `${nameKey(familyName)}|${nameKey(givenName)}|${dateOfBirth}`

function missingIdentity(reading: RowReading, name: Concept, birth: Concept): [Concept, string][] {
  const found: [Concept, string][] = []
  if (!reading.familyName || !reading.givenName)
    found.push([name, 'Surname and forename must be given where there is no UPN'])
  if (!reading.dateOfBirth) found.push([birth, 'Date of birth must be given where there is no UPN'])
  return found
}

function readUpn(value: string): Reading<string> {
  const upn = normaliseUpn(value)
  if (upn === '') return { ok: true, value: null }
  const message = upnProblem(upn)
  return message === null ? { ok: true, value: upn } : { ok: false, message }
}

/** Cells that are each right and cannot be right together. */
function contradictions(reading: RowReading, today: IsoDate, need: Concept): [Concept, string][] {
  const found: [Concept, string][] = []
  const { dateOfBirth, statusFrom, statusUntil, status, needs } = reading
  if (dateOfBirth && dateOfBirth > today) found.push(['dateOfBirth', 'Date of birth must be in the past'])
  if (dateOfBirth && statusFrom && statusFrom < dateOfBirth)
    found.push(['statusFrom', 'SEN start date must be after the date of birth'])
  if (statusFrom && statusUntil && statusUntil < statusFrom)
    found.push(['statusUntil', 'SEN end date must be on or after the start date'])
  if (status === 'ehc-plan' && needs.some(({ code }) => code === 'NSA')) {
    found.push([
      need,
      'NSA (no specialist assessment) may be given only with SEN support (K), not with an EHC plan (E)',
    ])
  }
  return found
}
