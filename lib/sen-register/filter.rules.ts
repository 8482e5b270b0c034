import type { StandingState } from '@/lib/parent-meeting/rules'
import type { RegisterLine, RegisterStage, RegisterStatus } from './rules'
import { isReviewOverdue } from './rules'
import type { RegisterSort } from './sort.rules'

/** What of the register is asked for, as the address says it. */
export type RegisterFilters = {
  readonly q: string
  readonly year: number | null
  readonly class: string | null
  readonly need: string | null
  readonly status: RegisterStatus | null
  readonly stage: RegisterStage | null
  readonly state: StandingState | null
  /** Only fewer than three meetings that count so far (8.3: shown for everyone, whatever the state). */
  readonly few: boolean
  /** Only those whose agreed review is overdue (R15). */
  readonly overdue: boolean
  readonly sort: RegisterSort
}

/** The whole register, by name. */
export const everyone: RegisterFilters = {
  q: '',
  year: null,
  class: null,
  need: null,
  status: null,
  stage: null,
  state: null,
  few: false,
  overdue: false,
  sort: 'name',
}

const SPELT_OUT: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
  ς: 'σ',
}
const PLAIN = /^[ -~]*$/

const inPlainLetters = (text: string) => text.replace(/'/g, '').replace(/[^a-z0-9]+/g, ' ')

const inAnyLetters = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[æœøłđðþßıς]/g, (letter) => SPELT_OUT[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/** A name as it is searched and sorted: small letters, no accents, no apostrophes, one space between its parts. */
export function folded(text: string): string {
  const small = text.toLowerCase()
  // Most names are plain, and a register folds 600 of them.
  return (PLAIN.test(small) ? inPlainLetters(small) : inAnyLetters(small)).trim()
}

/** Every name a pupil may be looked for by, folded. */
export const soughtAs = (name: string, also: string | null) =>
  folded(also === null ? name : `${name} ${also}`)

/** Whether the name (folded) holds every word that was typed, in any order; the name may be typed in part. */
export function isSought(soughtAs: string, typed: string): boolean {
  const words = folded(typed).split(' ')
  return words.every((word) => soughtAs.includes(word))
}

/** Whether a pupil is among those asked for, by everything but the name. */
export function isAskedFor(line: RegisterLine, filters: RegisterFilters): boolean {
  if (filters.year !== null && line.yearGroup !== filters.year) return false
  if (filters.class !== null && line.className !== filters.class) return false
  if (filters.need !== null && line.need?.code !== filters.need) return false
  if (filters.status !== null && line.status !== filters.status) return false
  if (filters.stage !== null && line.stage !== filters.stage) return false
  if (filters.state !== null && line.standing.state !== filters.state) return false
  if (filters.few && !line.standing.fewerThanThree) return false
  return !filters.overdue || isReviewOverdue(line)
}

/** The four figures over the register: of everyone who may be seen, whatever is filtered. */
export type RegisterFigures = { fewer: number; atRisk: number; overdue: number; notMet: number }

/** How many have fewer than three meetings, are at risk, have a review overdue, can no longer meet 6.65 (8.3). */
export function registerFigures(lines: readonly RegisterLine[]): RegisterFigures {
  const figures = { fewer: 0, atRisk: 0, overdue: 0, notMet: 0 }
  for (const line of lines) {
    const { state, fewerThanThree } = line.standing
    if (fewerThanThree) figures.fewer++
    if (state === 'at-risk') figures.atRisk++
    if (state === 'not-met') figures.notMet++
    if (isReviewOverdue(line)) figures.overdue++
  }
  return figures
}

/** What can be chosen from: the years, classes and needs that are on the register, in their order. */
export type RegisterChoices = {
  years: number[]
  classes: string[]
  needs: { code: string; name: string }[]
}

const natural = new Intl.Collator('en-GB', { numeric: true })

/** What the register holds that a filter could ask for. */
export function registerChoices(lines: readonly RegisterLine[]): RegisterChoices {
  const years = new Set<number>()
  const classes = new Set<string>()
  const needs = new Map<string, string>()
  for (const { yearGroup, className, need } of lines) {
    if (yearGroup !== null) years.add(yearGroup)
    if (className !== null) classes.add(className)
    if (need !== null) needs.set(need.code, need.name)
  }
  return {
    years: [...years].sort((a, b) => a - b),
    classes: [...classes].sort((a, b) => natural.compare(a, b)),
    needs: [...needs].map(([code, name]) => ({ code, name })).sort((a, b) => natural.compare(a.name, b.name)),
  }
}

/** The filters without those that name a year, class or need nobody on this register has: they are not there to choose. */
export const knownFilters = (filters: RegisterFilters, choices: RegisterChoices): RegisterFilters => ({
  ...filters,
  year: filters.year !== null && choices.years.includes(filters.year) ? filters.year : null,
  class: filters.class !== null && choices.classes.includes(filters.class) ? filters.class : null,
  need: choices.needs.some(({ code }) => code === filters.need) ? filters.need : null,
})

/** What is asked for as the query of an address, so that it can be bookmarked; empty for the whole register by name. */
export function filterQuery(filters: RegisterFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    if (value === null || value === false || value === '') continue
    if (name === 'sort' && value === everyone.sort) continue
    query.set(name, value === true ? '1' : String(value))
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The names of the filters that are set, the search among them; an order is not a filter. */
export const chosenFilters = (filters: RegisterFilters): string[] =>
  Object.entries(filters).flatMap(([name, value]) =>
    name === 'sort' || value === null || value === false || value === '' ? [] : [name],
  )
