import { z } from 'zod'
import { pointAnswers } from '@/lib/parent-point/answer.schema'
import { filledRows } from '@/lib/platform/rows.schema'
import {
  chooseOne,
  dateBoxes,
  optionalChoice,
  optionalDateBoxes,
  optionalText,
  optionalWholeNumber,
  requiredText,
  ticked,
} from '@/lib/platform/text.schema'
import { FORMATS, PUPIL_PARTS } from './record.rules'
import { formKey, ids, leader, LIMITS, roundWith, timeBox } from './schema'

const said = (what: string) => optionalText(what, LIMITS.text)

const action = z.object({
  who: requiredText('who will do it', LIMITS.short),
  what: requiredText('what they will do', LIMITS.lines),
  by: optionalDateBoxes('the date'),
})

const asHeld = {
  came: ids('Select who came from the list'),
  pupilPart: chooseOne(PUPIL_PARTS, 'what part the pupil had'),
  pupilPartNote: optionalText('reason', LIMITS.lines),
  ledById: leader,
  staff: ids('Select staff from the list'),
  late: ids('Select who came late from the list'),
  left: ids('Select who left early from the list'),
  heldOn: dateBoxes('the date the meeting was held'),
  format: chooseOne(FORMATS, 'how you met'),
  minutes: optionalWholeNumber('minutes', 1, 600),
  alsoReview: ticked(),
  outcomesAgreed: said('what was said about the outcomes'),
  supportAgreed: said('activities and support'),
  parentWillDo: said('what the parents will do'),
  pupilWillDo: said('what the pupil will do'),
  schoolWillDo: said('what the school will do'),
  pupilSaid: said('what the pupil said'),
  aspirations: said('what the parents hope for'),
  worries: said('worries'),
  atHome: said('how things are at home'),
  nextMeeting: optionalText('next meeting', LIMITS.short),
  nextOn: optionalDateBoxes('the date of the next meeting'),
  nextAt: timeBox,
  noteTaker: optionalText('who took notes', LIMITS.short),
  actions: filledRows(action, LIMITS.actions),
  /** What became of each thing the parents brought (P86). */
  points: pointAnswers,
  roundWith,
  formKey,
  /** Which button was pressed: to go on and read it back, or to leave it. */
  then: optionalChoice(['read-back'], 'what to do next'),
}

type Begun = Parameters<typeof hasBegunRecord>[0] & {
  came: readonly string[]
  staff: readonly string[]
  late: readonly string[]
  left: readonly string[]
}

type Issues = { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void }

function wholeOrLater(form: Begun, ctx: Issues) {
  const there = [...form.came, ...form.staff]
  for (const field of ['late', 'left'] as const)
    if (form[field].some((id) => !there.includes(id)))
      ctx.addIssue({ code: 'custom', path: [field], message: 'Select only people who came' })
  if (!hasBegunRecord(form)) return
  const later = ', or leave the whole record until later'
  if (form.outcomesAgreed === null)
    ctx.addIssue({
      code: 'custom',
      path: ['outcomesAgreed'],
      message: `Enter what was agreed about the outcomes${later}`,
    })
  if (form.supportAgreed === null)
    ctx.addIssue({
      code: 'custom',
      path: ['supportAgreed'],
      message: `Enter the activities and support agreed${later}`,
    })
}

/** A meeting as held: who came, who led, and what was agreed, all at once or the record later (6.65 to 6.71). */
export const heldForm = z.object(asHeld).superRefine(wholeOrLater)

export type HeldForm = z.output<typeof heldForm>

/** Whether anything of the record was written; a record left for later is none at all. */
export const hasBegunRecord = (form: {
  outcomesAgreed: string | null
  supportAgreed: string | null
  parentWillDo: string | null
  pupilWillDo: string | null
  schoolWillDo: string | null
  pupilSaid: string | null
  aspirations: string | null
  worries: string | null
  atHome: string | null
  nextMeeting: string | null
  actions: readonly unknown[]
}): boolean =>
  form.actions.length > 0 ||
  [
    form.outcomesAgreed,
    form.supportAgreed,
    form.parentWillDo,
    form.pupilWillDo,
    form.schoolWillDo,
    form.pupilSaid,
    form.aspirations,
    form.worries,
    form.atHome,
    form.nextMeeting,
  ].some((text) => text !== null)

/** A signed record as it should be, and why it is changed (6.71). */
export const amendForm = z
  .object({ ...asHeld, reason: requiredText('why the record is changed', LIMITS.lines) })
  .superRefine(wholeOrLater)

export type AmendForm = z.output<typeof amendForm>
