import { read, type Reading, unread } from './dates.rules'

// Tabs and line ends inside a cell are only white space; nothing else below 32 belongs in a register.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\p{Cs}]/u
const LOST = /\uFFFD/
const AT_THE_ENDS = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g

/** What is wrong with the characters of a cell, if anything: they would be lost or refused by the database. */
export function characterProblem(cell: string, name: string): string | null {
  if (CONTROL.test(cell))
    return `${name} must not contain characters that cannot be seen: delete the cell and type it again`
  if (LOST.test(cell)) return `${name} has lost a letter (�): export again as “CSV UTF-8”`
  return null
}

/** A cell as one line of text in one Unicode form, so that é typed two ways is one é. */
export const tidyCell = (cell: string) => cell.normalize('NFC').replace(AT_THE_ENDS, '').replace(/\s+/g, ' ')

/** A cell of free text up to so many letters; any script and any emoji is kept. */
export function readText(cell: string, name: string, atMost: number): Reading<string> {
  const text = tidyCell(cell)
  if (text === '') return read<string>(null)
  return Array.from(text).length > atMost
    ? unread(`${name} must be ${atMost} characters or fewer`)
    : read(text)
}

const YEAR_WORDS = new Map([
  ['r', 0],
  ['rec', 0],
  ['reception', 0],
  ['yr', 0],
  ['0', 0],
  ['n', -1],
  ['nursery', -1],
  ['n2', -1],
  ['nursery2', -1],
  ['-1', -1],
  ['n1', -2],
  ['nursery1', -2],
  ['-2', -2],
])

/** The national curriculum year as it is taught, Reception 0 and nursery −1 and −2; never worked out from age (domain.md 3.4). */
export function readYearGroup(cell: string): Reading<number> {
  const key = tidyCell(cell)
    .toLowerCase()
    .replace(/[\s._]/g, '')
  if (key === '') return read<number>(null)
  const word =
    YEAR_WORDS.get(key.replace(/^(?:nc|curriculum)?(?:year|yr)(?:group)?(?=.)/, '')) ?? YEAR_WORDS.get(key)
  if (word !== undefined) return read(word)
  const number = /^(?:nc|curriculum)?(?:years?|yr|y)?(?:group)?0?(\d{1,2})$/.exec(key)?.[1]
  if (number !== undefined && Number(number) <= 14) return read(Number(number))
  return unread('Year must be N1, N2, R, or a year from 1 to 14, such as “Year 7” or “7”')
}

/** Sex as the census has it, M or F; anything else is left out, because nothing here depends on it. */
export function readSex(cell: string): 'F' | 'M' | null {
  const key = tidyCell(cell).toLowerCase()
  if (key === 'f' || key === 'female' || key === 'girl') return 'F'
  return key === 'm' || key === 'male' || key === 'boy' ? 'M' : null
}

/** Whether a parent holds parental responsibility; blank says nothing. */
export function readYesOrNo(cell: string, name: string): Reading<boolean> {
  const key = tidyCell(cell).toLowerCase()
  if (key === '') return read<boolean>(null)
  if (['y', 'yes', 'true', '1', 't'].includes(key)) return read(true)
  if (['n', 'no', 'false', '0', 'f'].includes(key)) return read(false)
  return unread(`${name} must be Y or N`)
}

const EMAIL = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"().]{2,}$/

/** An email address, in small letters so that one parent of two children stays one parent. */
export function readEmail(cell: string, name: string): Reading<string> {
  const text = tidyCell(cell)
    .toLowerCase()
    .replace(/^mailto:/, '')
  if (text === '') return read<string>(null)
  if (text.length > 254 || !EMAIL.test(text)) {
    return unread(`${name} must be one email address in the correct format, like name@example.com`)
  }
  return read(text)
}

/** Where a need stands among a pupil’s needs: 1 is the primary one (domain.md 3.1 allows 1 to 99). */
export function readRank(cell: string): Reading<number> {
  const key = tidyCell(cell).toLowerCase().replace(/\.0+$/, '')
  if (key === '') return read<number>(null)
  if (['primary', 'main', '1st', 'first'].includes(key)) return read(1)
  if (['secondary', '2nd', 'second'].includes(key)) return read(2)
  if (/^0?[1-9]$|^[1-9]\d$/.test(key)) return read(Number(key))
  return unread('Need ranking must be a number from 1 to 99')
}
