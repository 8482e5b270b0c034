import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import { asSentence } from '@/lib/platform/sentence.words'
import type { Told } from './kinds.rules'

/** How one thing that happened is told: a line, what belongs to it, and where it is written in full. */
export type Said = { title: string; lines: string[]; href: string | null }

type Facts = Told['facts']

/** A fact that is text, or nothing. */
export const text = (facts: Facts, name: string): string => {
  const fact = facts[name]
  return typeof fact === 'string' ? fact : ''
}

/** A fact that counts something. */
export const count = (facts: Facts, name: string): number => {
  const fact = facts[name]
  return typeof fact === 'number' ? fact : 0
}

/** A fact that is a day, in words. */
export const dayOf = (facts: Facts, name: string): string => longDate(text(facts, name) as IsoDate)

/** A fact that is a list of further facts. */
export const listOf = (facts: Facts, name: string): Facts[] => {
  const fact = facts[name]
  return Array.isArray(fact) ? (fact as Facts[]) : []
}

/** What one of a noun's own words calls a code. */
export const called = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code

/** "1 note", "3 notes". */
export const counted = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`

/** The parts there are, with a full stop between. */
export const sentences = (...parts: (string | false)[]): string[] => {
  const said = parts.filter((part): part is string => part !== false && part !== '')
  const last = said.pop()
  return last === undefined ? [] : [[...said.map(asSentence), last].join(' ')]
}
