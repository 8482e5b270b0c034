import { z } from 'zod'
import {
  ALWAYS,
  chooseOne,
  dateBoxes,
  optionalDateBoxes,
  optionalText,
  requiredText,
} from '@/lib/platform/text.schema'
import { SERVICES } from './rules'

/** How long a short answer, and a text of some paragraphs, may be. */
export const SHORT_TEXT = 200
export const LONG_TEXT = 4000

/** A specialist asked to help: always with the parents' part in the decision (6.47, 6.59). */
export const specialistForm = z
  .object({
    service: chooseOne(SERVICES, 'which service was asked'),
    personRole: optionalText('who it is', SHORT_TEXT),
    askedFor: requiredText('what the specialist is asked', LONG_TEXT),
    parentsInvolvedOn: dateBoxes('the day the parents took part in the decision'),
    parentsSaid: requiredText('what the parents said', LONG_TEXT),
    requestedOn: dateBoxes('the day the specialist was asked'),
    firstSeenOn: optionalDateBoxes('the day the pupil was first seen'),
    reportReceivedOn: optionalDateBoxes('the day the report came'),
    sharedWithParentsOn: optionalDateBoxes('the day the report was shared with the parents'),
    sharedWithStaffOn: optionalDateBoxes('the day the report was shared with staff'),
    agreed: optionalText('what was agreed', LONG_TEXT),
  })
  .superRefine((form, ctx) => {
    if (form.service === 'other' && form.personRole === null)
      ctx.addIssue({ code: 'custom', path: ['personRole'], message: 'Enter which service, and who it is' })
  }, ALWAYS)

export type SpecialistForm = z.output<typeof specialistForm>
