import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

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
export type GentleNote = { readonly part: string; readonly message: string }

/** More outcomes than this in one plan are hard to keep in mind (domain.md 7.1: three or four are usual). */
export const USUAL_MOST_OUTCOMES = 5

const alike = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** What to think about again in an outcome: its date against the review, its target against its start (7.1). */
export function outcomeNotes(
  outcome: Aim & { readonly baselineOn: IsoDate | null; readonly by: IsoDate | null },
  plan: { readonly reviewDue: IsoDate | null; readonly today: IsoDate },
): GentleNote[] {
  const notes: GentleNote[] = []
  const { baseline, baselineOn, target, by } = outcome
  if (baseline !== null && baselineOn === null)
    notes.push({
      part: 'baselineOn',
      message: 'Say on which day that was, so that progress can be counted from it',
    })
  if (baseline !== null && target !== null && alike(baseline, target))
    notes.push({ part: 'target', message: 'The target is where the pupil is already' })
  if (by !== null && by < plan.today) notes.push({ part: 'by', message: `${longDate(by)} has passed` })
  else if (by !== null && plan.reviewDue !== null && by > plan.reviewDue)
    notes.push({
      part: 'by',
      message: `${longDate(by)} is after the review on ${longDate(plan.reviewDue)}. You would be deciding before you know`,
    })
  return notes
}
