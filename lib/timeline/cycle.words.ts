import { sourceWords } from '@/lib/assessment/words'
import type { ReviewDecision } from '@/lib/review/decision.rules'
import { decisionWords, heldWords, ratingsLine } from '@/lib/review/words'
import { called, count, dayOf, sentences, text, type Said } from './facts.words'
import type { Told } from './kinds.rules'

/** A cycle that began or was closed (6.44). */
export const sayCycle = ({ what, id, facts }: Told, base: string): Said => ({
  title: `Cycle ${count(facts, 'number')} ${what === 'started' ? 'started' : 'closed'}`,
  lines: [],
  href: `${base}/cycles/${id}`,
})

const VIEWS: Readonly<Record<string, string>> = {
  parent: 'What the parents said was written down',
  pupil: 'What the pupil said was written down',
}

/** One of the eight sources of an assessment, or the views of parents and pupil (6.45). */
export function saySource({ what, facts }: Told, base: string): Said {
  const href = `${base}/cycles/${text(facts, 'cycleId')}/assess`
  const words = text(facts, 'words')
  if (what !== 'source') return { title: called(VIEWS, what), lines: sentences(words), href }
  const title = `Assess: ${called(sourceWords, text(facts, 'source'))}`
  return { title, lines: sentences(text(facts, 'saidBy'), words), href }
}

const AGREEMENT: Readonly<Record<string, string>> = {
  agreed: 'agreed with the plan',
  partly: 'agreed with part of the plan',
  disagreed: 'did not agree with the plan',
  'no-answer': 'did not answer about the plan',
}

/** A plan that came into force, was changed after it had, or that somebody gave their answer to (6.48). */
export function sayPlan({ what, facts }: Told, base: string): Said {
  const href = `${base}/cycles/${text(facts, 'cycleId')}/plan`
  if (what === 'answered')
    return {
      title: `${text(facts, 'who') || 'The pupil'} ${called(AGREEMENT, text(facts, 'answer'))}`,
      lines: sentences(text(facts, 'said')),
      href,
    }
  const version = count(facts, 'version')
  const isChange = version > 1
  return {
    title: isChange
      ? `Plan of cycle ${count(facts, 'number')} changed, version ${version}`
      : `Plan of cycle ${count(facts, 'number')} came into force`,
    lines: sentences(
      text(facts, 'reason'),
      isChange && text(facts, 'from') !== '' && `From ${dayOf(facts, 'from')}`,
      !isChange && text(facts, 'reviewDue') !== '' && `Review agreed for ${dayOf(facts, 'reviewDue')}`,
    ),
    href,
  }
}

/** A review: how it went, how late it was, and what was decided; or that its date was moved (6.53). */
export function sayReview({ what, facts }: Told, base: string): Said {
  const href = `${base}/cycles/${text(facts, 'cycleId')}/review`
  const name = `Review of cycle ${count(facts, 'number')}`
  if (what === 'moved' || what === 'expected')
    return {
      title:
        what === 'moved'
          ? `${name} moved from ${dayOf(facts, 'from')} to ${dayOf(facts, 'to')}`
          : `${name} is late, and now expected on ${dayOf(facts, 'to')}`,
      lines: sentences(text(facts, 'reason')),
      href,
    }
  const [less, asExpected, more] = [count(facts, 'less'), count(facts, 'asExpected'), count(facts, 'more')]
  const decision = text(facts, 'decision') as ReviewDecision
  return {
    title: `${name}: ${called(decisionWords, decision)}`,
    lines: sentences(
      heldWords(count(facts, 'daysLate')),
      less + asExpected + more > 0 && ratingsLine({ less, asExpected, more }),
      text(facts, 'reason'),
    ),
    href,
  }
}
