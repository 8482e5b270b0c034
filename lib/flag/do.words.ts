import { dayAndMonth, type IsoDate } from '@/lib/calendar/iso-date'
import type { DeliveryFlag, NotedProvision } from '@/lib/do-note/delivered.rules'
import { percent } from '@/lib/do-note/delivered.words'
import type { UnderAim } from '@/lib/measurement/rules'
import { addresses } from './addresses.rules'
import { countOf, whoWords } from './pupil.words'
import type { Flag } from './rules'

/** A provision that is not noted, or given much less than planned (R12, R13; 6.52). */
export function deliveryFlag(provision: NotedProvision, found: DeliveryFlag): Flag {
  const { pupilId, cycleId, pupilName, className, deliverer, what } = provision
  const shared = { group: 'at-risk', ruleId: found.ruleId, pupilId, source: 'Code 6.52' } as const
  const place = [className, deliverer]
  return found.ruleId === 'R12'
    ? {
        ...shared,
        kind: 'quiet',
        weight: found.schoolDays,
        act: `Note ${what} for ${pupilName}, given or not`,
        path: addresses.do(pupilId, cycleId),
        who: whoWords(place, `Not noted since ${dayAndMonth(found.since)}`),
        since: countOf(found.schoolDays, 'school day'),
      }
    : {
        ...shared,
        kind: 'under-given',
        weight: 1 - found.share,
        act: `See why ${what} is given less than planned for ${pupilName}`,
        path: addresses.do(pupilId, cycleId),
        who: whoWords(place, `${percent(found.share)} of what was planned; it clears at 60%`),
        since: `Since ${dayAndMonth(found.since)}`,
      }
}

type Measured = {
  id: string
  willDo: string
  pupilId: string
  pupilName: string
  className: string | null
  cycleId: string
}

/** Four points in a row on the wrong side of the aim line: to think about, no more (P56). */
export const underAimFlag = (outcome: Measured, found: UnderAim): Flag => ({
  kind: 'under-aim',
  group: 'coming-up',
  ruleId: 'P56',
  weight: found.count,
  pupilId: outcome.pupilId,
  act: `Think again about the support for ${outcome.pupilName}`,
  path: addresses.measurements(outcome.pupilId, outcome.cycleId, outcome.id),
  who: whoWords(
    [outcome.className],
    `${countOf(found.count, 'point')} in a row off the aim line: ${outcome.willDo}`,
  ),
  since: `Since ${dayAndMonth(found.since)}`,
  source: 'Code 6.52',
})

/** What somebody else gives, and the teacher has not looked at for a month of school (6.36, 6.52; P49). */
export const oversightFlag = (provision: NotedProvision, schoolDays: number): Flag => ({
  kind: 'oversight',
  group: 'coming-up',
  ruleId: 'P49',
  weight: schoolDays,
  pupilId: provision.pupilId,
  act: `Look at ${provision.what} for ${provision.pupilName}, and note what you saw`,
  path: `${addresses.do(provision.pupilId, provision.cycleId)}#oversight`,
  who: whoWords(
    [provision.className],
    `${provision.deliverer ?? 'Somebody else'} gives it, you answer for it`,
  ),
  since: countOf(schoolDays, 'school day'),
  source: 'Code 6.52',
})

type Question = {
  doNoteId: string
  cycleId: string
  pupilId: string
  pupilName: string
  className: string | null
  about: string
  askedBy: string
  askedOn: IsoDate
}

/** A question about one's own Do note that waits for an answer (P50). */
export const noteQuestionFlag = (question: Question, daysWaited: number): Flag => ({
  kind: 'note-question',
  group: 'at-risk',
  ruleId: 'P50',
  weight: daysWaited,
  pupilId: question.pupilId,
  act: `Answer ${question.askedBy}’s question about ${question.pupilName}`,
  path: addresses.doNote(question.pupilId, question.cycleId, question.doNoteId),
  who: whoWords([question.className], question.about),
  since: `Asked ${dayAndMonth(question.askedOn)}`,
  source: 'Code 6.52',
})
