import { inFigures, plain } from './plain.rules'

/** A target of one cycle, as it is set beside those of other cycles. */
export type CycleTarget = {
  readonly id: string
  readonly cycle: number
  readonly willDo: string
  readonly measure: string | null
  /** The target of the cycle before that this one carries on, where it was said. */
  readonly carriedFromId: string | null
}

/** A target that has been set three times or more, one cycle after another. */
export type SetAgain = { readonly id: string; readonly times: number; readonly since: number }

/** From this often on, setting the same target again is pointed out (issue 3; a prompt, not a verdict). */
export const OFTEN = 3

const SMALL = new Set(
  'a an and as at be by can for from he her his in is it of on or out she that the their them they to will with able'.split(
    ' ',
  ),
)

// The words of a target without its numbers, its small words and the pupil's name: "read 40 words" and "read 60 words
// aloud" are the same aim with another mark.
const wordsOf = ({ willDo }: CycleTarget) => {
  const act = plain(willDo).replace(/^.*?\b(?:will|to|can)\b (?:be able to )?/, '')
  return new Set(
    inFigures(act)
      .split(/[^a-z]+/)
      .filter((word) => word.length > 1 && !SMALL.has(word)),
  )
}

const ALIKE = 0.6

function areAlike(one: CycleTarget, other: CycleTarget): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const shared = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - shared
  return all > 0 && shared / all >= ALIKE
}

/** Whether a target carries on one of an earlier cycle: because somebody said so, or because it says the same. */
export const isSameTarget = (later: CycleTarget, earlier: CycleTarget): boolean =>
  later.carriedFromId === earlier.id || areAlike(later, earlier)

/**
 * The targets of the latest cycle that were set in each of the two cycles before it, and how often by now: after three
 * times it is worth asking whether the target, or the support, is the right one (6.54, 6.59).
 */
export function setAgain(targets: readonly CycleTarget[]): SetAgain[] {
  const cycles = [...new Set(targets.map(({ cycle }) => cycle))].sort((a, b) => b - a)
  const [latest, ...before] = cycles
  if (latest === undefined) return []
  return targets
    .filter(({ cycle }) => cycle === latest)
    .flatMap((target) => {
      let [now, times, since] = [target, 1, target.cycle]
      for (const cycle of before) {
        const same = targets.find((earlier) => earlier.cycle === cycle && isSameTarget(now, earlier))
        if (!same || cycle !== since - 1) break
        ;[now, times, since] = [same, times + 1, cycle]
      }
      return times >= OFTEN ? [{ id: target.id, times, since }] : []
    })
}
