import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { actOf } from './act.rules'
import { adultsAct, helpWords } from './help.rules'
import { hasNoTarget, isLeap, isSameLevel, levelOf } from './level.rules'
import { inFigures, plain, saysNothing, type Typed } from './plain.rules'
import { holdsTwo } from './two.rules'
import { vagueWords } from './vague.rules'

export type SmartLetter = 'S' | 'M' | 'A' | 'R' | 'T'

export type SmartRule =
  | 'too-short'
  | 'no-pupil-act'
  | 'provision'
  | 'vague'
  | 'two-outcomes'
  | 'no-measure'
  | 'no-baseline'
  | 'no-baseline-date'
  | 'no-target'
  | 'target-is-baseline'
  | 'big-leap'
  | 'no-why'
  | 'no-need'
  | 'no-date'
  | 'before-start'
  | 'after-review'

/** One thought about an outcome: the letter of SMART it belongs to, the rule that speaks, and why in a sentence. */
export type SmartFinding = {
  readonly letter: SmartLetter
  readonly rule: SmartRule
  readonly message: string
}

/** An outcome as typed. Whatever is empty, missing or not yet known may be null or left out. */
export type SmartInput = {
  readonly willDo?: string | null
  readonly measure?: Typed
  readonly unit?: Typed
  readonly baseline?: Typed
  readonly baselineOn?: IsoDate | null
  readonly target?: Typed
  readonly startsOn?: IsoDate | null
  readonly by?: IsoDate | null
  readonly reviewDue?: IsoDate | null
  readonly why?: string | null
  readonly needs?: readonly string[] | string | null
}

/** Fewer letters than this cannot say who does what (domain.md 7.1). */
export const SHORTEST_OUTCOME = 15

const quoted = (words: string) => `“${words.charAt(0).toUpperCase()}${words.slice(1)}”`

function specific(willDo: Typed): SmartFinding[] {
  const finding = (rule: SmartRule, message: string): SmartFinding => ({ letter: 'S', rule, message })
  if (saysNothing(willDo))
    return [finding('too-short', 'Say what the pupil will do, so that it can be seen or heard')]
  const act = actOf(willDo)
  const found: SmartFinding[] = []
  if (act.all.length < SHORTEST_OUTCOME)
    found.push(finding('too-short', 'This is too short to show who does what, and when it is done'))
  const adults = adultsAct(act)
  if (adults !== null)
    return [
      ...found,
      finding(
        'no-pupil-act',
        `${quoted(adults)} says what adults will do; an outcome says what the pupil will do`,
      ),
    ]
  const help = helpWords(act)
  if (help !== null)
    found.push(finding('provision', `${quoted(help)} is help that is given; it belongs under provision`))
  const vague = vagueWords(act)
  if (vague !== null)
    found.push(finding('vague', `${quoted(vague)} does not say what anybody would see or hear`))
  if (holdsTwo(act))
    found.push(
      finding(
        'two-outcomes',
        'These look like two outcomes; apart, each can be measured and reached by itself',
      ),
    )
  return found
}

function measurable({ measure, baseline, baselineOn, target }: SmartInput): SmartFinding[] {
  const finding = (rule: SmartRule, message: string): SmartFinding => ({ letter: 'M', rule, message })
  const found: SmartFinding[] = []
  if (saysNothing(measure) || plain(measure) === 'none')
    found.push(finding('no-measure', 'Say how it will be measured, so that anybody could repeat it'))
  if (saysNothing(baseline))
    found.push(
      finding(
        'no-baseline',
        'Say where the pupil is now; without a start nobody can tell how far they have come',
      ),
    )
  else if (saysNothing(baselineOn))
    found.push(
      finding(
        'no-baseline-date',
        'Say on which day the start was measured, so that progress can be counted from it',
      ),
    )
  if (hasNoTarget(target))
    found.push(
      finding(
        'no-target',
        saysNothing(target)
          ? 'Say what the pupil is aiming for, so that everybody knows when it is reached'
          : `${quoted(plain(target))} does not say when it is reached; give a number or a sign that anybody could check`,
      ),
    )
  return found
}

function achievable(input: SmartInput): SmartFinding[] {
  if (saysNothing(input.baseline) || saysNothing(input.target)) return []
  const around = plain(`${input.measure ?? ''} ${input.unit ?? ''} ${input.baseline} ${input.target}`)
  const isAge = /\bages?\b/.test(around) && !/\bage related|ages? of\b/.test(around)
  const [start, target] = [levelOf(input.baseline, isAge), levelOf(input.target, isAge)]
  if (isSameLevel(start, target))
    return [{ letter: 'A', rule: 'target-is-baseline', message: 'The target is where the pupil is already' }]
  const unit = inFigures(plain(`${input.unit ?? ''}`))
  const near = { unit, startsOn: input.startsOn ?? null, by: input.by ?? null }
  if (!isLeap(start, target, near)) return []
  const message = `From ${String(input.baseline).trim()} to ${String(input.target).trim()} is a very big step; aim for less, or say what makes it likely`
  return [{ letter: 'A', rule: 'big-leap', message }]
}

function relevant({ why, needs }: SmartInput): SmartFinding[] {
  const found: SmartFinding[] = []
  if (saysNothing(why))
    found.push({
      letter: 'R',
      rule: 'no-why',
      message: 'Say why it matters, and to whom: the pupil, the family or the school',
    })
  const codes = typeof needs === 'string' ? needs.split(/[\s,;]+/) : (needs ?? [])
  if (codes.every(saysNothing))
    found.push({ letter: 'R', rule: 'no-need', message: 'Say which of the pupil’s needs it answers' })
  return found
}

function timed({ startsOn, by, reviewDue }: SmartInput): SmartFinding[] {
  const finding = (rule: SmartRule, message: string): SmartFinding[] => [{ letter: 'T', rule, message }]
  if (!by) return finding('no-date', 'Say by when, so that everybody looks on the same day')
  if (startsOn && by <= startsOn)
    return finding('before-start', `${longDate(by)} leaves no time; the plan starts on ${longDate(startsOn)}`)
  if (reviewDue && by > reviewDue)
    return finding(
      'after-review',
      `${longDate(by)} is after the review on ${longDate(reviewDue)}; you would be deciding before you know`,
    )
  return []
}

/**
 * What to think about again before an outcome is agreed, by the letters of SMART; empty when there is nothing to say.
 * It never stops a draft (Code of Practice 6.48 and 9.66, domain.md 7.1).
 */
export const smartFindings = (input: SmartInput): SmartFinding[] => [
  ...specific(input.willDo),
  ...measurable(input),
  ...achievable(input),
  ...relevant(input),
  ...timed(input),
]
