import { z } from 'zod'
import { filledRows } from '@/lib/platform/rows.schema'
import {
  chooseOne,
  chooseSome,
  dateBoxes,
  optionalChoice,
  optionalText,
  requiredText,
} from '@/lib/platform/text.schema'
import { BROAD_AREAS, MAX_NEEDS } from './needs.rules'
import { END_REASONS, SEN_REASONS, senReasonsProblem } from './rules'

/** Characters for what lies behind a decision. */
export const NOTE_MAX = 4000

const NEED_CODE_MAX = 8

const needCode = z
  .string('Select the main need')
  .trim()
  .default('')
  .refine((code) => code !== '' && code.length <= NEED_CODE_MAX, 'Select the main need')

const area = optionalChoice(BROAD_AREAS, 'an area from the list')

const reasons = chooseSome(SEN_REASONS, 'why SEN support is needed').superRefine((given, ctx) => {
  const problem = senReasonsProblem(given)
  if (problem) ctx.addIssue({ code: 'custom', message: problem })
})

/** The decision for SEN support: from when, why, what shows it, and the main need (6.14 to 6.24, P01). */
export const senSupportForm = z.object({
  fromOn: dateBoxes('the first day of SEN support'),
  reasons,
  note: requiredText('what shows that SEN support is needed', NOTE_MAX),
  mainNeed: needCode,
  broadArea: area,
})

/** An EHC plan as the local authority made it; a pupil on SEN support comes off it the day before. */
export const ehcPlanForm = z.object({
  fromOn: dateBoxes('the day the EHC plan began'),
  note: optionalText('note about the plan', NOTE_MAX),
  mainNeed: needCode,
  broadArea: area,
})

/** The end of a time on the register. */
export const endStatusForm = z
  .object({
    lastDay: dateBoxes('the last day'),
    reason: chooseOne(END_REASONS, 'why it ends'),
    note: optionalText('note', NOTE_MAX),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== null, {
    path: ['note'],
    message: 'Enter why it ends',
  })

const needRow = z.object({
  code: z.string().trim().min(1, 'Select a need').max(NEED_CODE_MAX, 'Select a need from the list'),
  broadArea: area,
})

const isFilled = (row: unknown) =>
  typeof row === 'object' && row !== null && Object.values(row).some((answer) => answer !== '')

const filledNeeds = filledRows(needRow, MAX_NEEDS)

const noGap = (rows: Record<string, unknown>) => {
  const filled = Array.from({ length: MAX_NEEDS }, (_, rank) => isFilled(rows[String(rank)]))
  const gap = filled.indexOf(false)
  if (gap === 0) return { row: '0', message: 'Select the main need' }
  return gap > 0 && filled.lastIndexOf(true) > gap
    ? { row: String(gap), message: 'Select a need here, or clear those below' }
    : null
}

/** Needs, the main one first. Ranks have no gap: the problem stands on the first row that was left out (R34). */
const needRows = z
  .record(z.string(), z.unknown())
  .default({})
  .transform((given, ctx): z.output<typeof needRow>[] => {
    const gap = noGap(given)
    if (gap) ctx.issues.push({ code: 'custom', input: given, path: [gap.row, 'code'], message: gap.message })
    const parsed = filledNeeds.safeParse(given)
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues)
      ctx.issues.push({ code: 'custom', input: given, path, message })
    return []
  })

/** The needs of a pupil from a day on. */
export const needsForm = z.object({
  fromOn: dateBoxes('the day from which these are the needs'),
  needs: needRows,
})

export type SenSupportForm = z.output<typeof senSupportForm>
export type EhcPlanForm = z.output<typeof ehcPlanForm>
export type EndStatusForm = z.output<typeof endStatusForm>
export type NeedsForm = z.output<typeof needsForm>
