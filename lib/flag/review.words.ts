import { dayAndMonth, daysBetween, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar, TermCalendar } from '@/lib/calendar/school-days'
import type { NotifiableContact } from '@/lib/parent-notification/rules'
import { holidayMove } from '@/lib/review/date.rules'
import { progressPrompt, type ReviewedPupil } from '@/lib/review/progress.rules'
import { missingViews } from '@/lib/review/views.rules'
import { type EndNotice, notToldOfEnd, type WatchedDays, watchState } from '@/lib/step-down/rules'
import { addresses } from './addresses.rules'
import { type TodayPupil, whoWords } from './pupil.words'
import type { Flag } from './rules'

/** A review agreed for a day without school, to be moved while school is open (R14; 6.53). */
export function holidayFlag(pupil: TodayPupil, calendar: SchoolCalendar, today: IsoDate): Flag | null {
  const { pupilId, name, cycleId, reviewDue, stage } = pupil
  if (cycleId === null || reviewDue === null || (stage !== 'do' && stage !== 'review')) return null
  const move = holidayMove(reviewDue, calendar, today)
  return (
    move && {
      kind: 'review-holiday',
      group: 'coming-up',
      ruleId: 'R14',
      weight: -move.daysLeft,
      pupilId,
      act: `Agree another day for ${name}’s review`,
      path: addresses.moveReview(pupilId, cycleId),
      who: whoWords(
        [pupil.className, pupil.responsible],
        `Agreed for ${dayAndMonth(reviewDue)}, when there is no school`,
      ),
      since: `By ${dayAndMonth(move.moveBy)}`,
      source: 'Code 6.53',
    }
  )
}

const WHOSE = { parent: 'a parent', pupil: 'the pupil' } as const

/** The last review without the views of a parent or the pupil (R17; 6.54). */
export function viewsFlag({ pupilId, name, className, cycles }: ReviewedPupil): Flag | null {
  const [latest] = cycles
  const missing = latest ? missingViews(latest.views) : []
  if (!latest || missing.length === 0) return null
  return {
    kind: 'review-views',
    group: 'at-risk',
    ruleId: 'R17',
    weight: 0,
    pupilId,
    act: `Ask for the views missing in ${name}’s review`,
    path: addresses.laterViews(pupilId, latest.cycleId),
    who: whoWords([className], `Without the views of ${missing.map((whose) => WHOSE[whose]).join(' and ')}`),
    since: `Review of ${dayAndMonth(latest.heldOn)}`,
    source: 'Code 6.54',
  }
}

/** Slow progress: after two cycles in a row a specialist should be involved, after one to think about (R25, R26). */
export function slowFlag(pupil: ReviewedPupil, calendar: TermCalendar, today: IsoDate): Flag | null {
  const { pupilId, name, className, cycles, involvements } = pupil
  const prompt = progressPrompt(cycles, involvements, calendar, today)
  if (!prompt) return null
  const isTwice = prompt.rule === 'R26'
  return {
    kind: isTwice ? 'specialist' : 'specialist-think',
    group: isTwice ? 'at-risk' : 'coming-up',
    ruleId: prompt.rule,
    weight: daysBetween(prompt.since, today),
    pupilId,
    act: isTwice
      ? `Involve a specialist for ${name}, with the parents`
      : `Think about a specialist for ${name}`,
    path: addresses.addSpecialist(pupilId),
    who: whoWords(
      [className],
      isTwice
        ? 'Two cycles in a row with half or more of the outcomes below expected'
        : 'Half or more of the outcomes below expected',
    ),
    since: `Review of ${dayAndMonth(prompt.since)}`,
    source: isTwice ? 'Code 6.59' : 'Code 6.58',
  }
}

/** A pupil who is watched after SEN support ended. */
export type WatchedFlagPupil = {
  readonly pupilId: string
  readonly className: string | null
  readonly pupil: { readonly name: string; readonly dateOfBirth: IsoDate }
  readonly watch: WatchedDays
  readonly contacts: readonly NotifiableContact[]
  readonly notices: readonly EndNotice[]
}

/** A check of the two terms after SEN support ended, in its fortnight or late (6.54). */
export function watchFlag(
  { pupilId, className, pupil, watch }: WatchedFlagPupil,
  today: IsoDate,
): Flag | null {
  const state = watchState(watch, today)
  if (state.is !== 'check-due') return null
  return {
    kind: 'watch',
    group: state.isLate ? 'at-risk' : 'coming-up',
    ruleId: 'step-down',
    weight: daysBetween(state.dueOn, today),
    pupilId,
    act: `Look how it goes for ${pupil.name} without SEN support`,
    path: addresses.watch(pupilId),
    who: whoWords(
      [className],
      `Support ended on ${longDate(watch.from)}; ${state.isLast ? 'the last check, and the watch ends' : 'the first check'}`,
    ),
    since: state.isLate ? `Was due by ${dayAndMonth(state.dueOn)}` : `By ${dayAndMonth(state.dueOn)}`,
    source: 'Code 6.54',
  }
}

/** A family that has not been told that SEN support ended, while the pupil is watched (6.54, 6.55). */
export function endToldFlag(watched: WatchedFlagPupil, today: IsoDate): Flag | null {
  const { pupilId, className, pupil, watch } = watched
  if (watchState(watch, today).is === 'ended') return null
  const toTell = notToldOfEnd({ ...watched, today })
  if (toTell.length === 0) return null
  const isYoungPerson = toTell.some(({ contactId }) => contactId === null)
  return {
    kind: 'end-not-told',
    group: 'at-risk',
    ruleId: 'step-down',
    weight: daysBetween(watch.from, today),
    pupilId,
    act: isYoungPerson
      ? `Tell ${pupil.name} that SEN support ended`
      : `Tell ${pupil.name}’s parents that SEN support ended`,
    path: addresses.supportEnded(pupilId),
    who: whoWords([className], `${toTell.map(({ name }) => name).join(', ')} not told`),
    since: `Since ${dayAndMonth(watch.from)}`,
    source: 'Code 6.55',
  }
}
