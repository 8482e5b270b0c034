import type { IsoDate } from '@/lib/calendar/iso-date'
import type { BroadArea } from '@/lib/sen-status/needs.rules'
import type { Wish } from './long-term.rules'
import type { SmartLetter } from './smart'

/** What an outcome measures, where it starts and what it aims for; the words may hold a number or not. */
export type Aim = { readonly baseline: string | null; readonly target: string | null }

/** A value of the measure, and the day it was taken. */
export type Measured = { readonly value: string; readonly on: IsoDate }

/** Start, now and target as numbers, for the line with three marks; `state` is what a page says in words. */
export type Progress = {
  readonly start: number
  readonly now: number
  readonly target: number
  readonly state: 'reached' | 'getting-there' | 'at-the-start'
}

/** An outcome as a page shows it: all its SMART parts, where it is now, and how far it has come. */
export type PlanOutcome = Aim & {
  readonly id: string
  readonly version: number
  readonly position: number
  readonly willDo: string
  readonly measure: string | null
  readonly unit: string | null
  readonly baselineOn: IsoDate | null
  readonly by: IsoDate | null
  readonly why: string | null
  readonly expectedImpact: string | null
  readonly needs: readonly string[]
  /** Whose wish it is, the broad areas it is about, and the long-term outcome it is a step to. */
  readonly wish: Wish | null
  readonly broadAreas: readonly BroadArea[]
  readonly longTerm: { readonly id: string; readonly willDo: string } | null
  /** The outcome of the cycle before that this one carries on. */
  readonly carriedFromId: string | null
  readonly latest: Measured | null
  readonly progress: Progress | null
}

/** The first number in an answer: "31 words" is 31, "1,200" is 1200; null where there is none. */
export function numberIn(text: string | null): number | null {
  const found = /-?\d+(?:,\d{3})*(?:\.\d+)?/.exec(text ?? '')
  return found === null ? null : Number(found[0].replaceAll(',', ''))
}

/** Where a measure stands between its start and its target, up or down; null where they are not numbers (9.66). */
export function progressOf(aim: Aim, latest: Measured | null): Progress | null {
  const start = numberIn(aim.baseline)
  const target = numberIn(aim.target)
  const now = numberIn(latest?.value ?? null)
  if (start === null || target === null || now === null || start === target) return null
  const share = (now - start) / (target - start)
  return { start, now, target, state: share >= 1 ? 'reached' : share > 0 ? 'getting-there' : 'at-the-start' }
}

/** A thought about a draft, beside its field; it never stops a save. */
export type GentleNote = {
  readonly part: string
  readonly message: string
  /** Which letter of SMART it belongs to, where it is about an outcome. */
  readonly letter?: SmartLetter
  /** What it could look like, from the same area of need. */
  readonly example?: string | null
}

/** More outcomes than this in one plan are hard to keep in mind (domain.md 7.1: three or four are usual). */
export const USUAL_MOST_OUTCOMES = 5
