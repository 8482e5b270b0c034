import { z } from 'zod'
import { chooseOne, dateBoxes, optionalDateBoxes } from '@/lib/platform/text.schema'
import { AWAY_REASONS } from './rules'

const days = {
  formKey: z.uuid('Open the page again'),
  from: dateBoxes('the first day away'),
  until: optionalDateBoxes('the last day away'),
}

/** That a pupil is away: from, until where it is known, and why in one plain word. */
export const absenceForm = z.object({ ...days, reason: chooseOne(AWAY_REASONS, 'why they are away') })

/** That a member of staff is away: from and until, and nothing else. */
export const staffAbsenceForm = z.object(days)

/** The last day away, where it was not known or was another one. */
export const lastDayForm = z.object({ until: optionalDateBoxes('the last day away') })

export type AbsenceForm = z.output<typeof absenceForm>
export type StaffAbsenceForm = z.output<typeof staffAbsenceForm>
export type LastDayForm = z.output<typeof lastDayForm>
