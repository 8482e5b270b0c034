import { z } from 'zod'
import { SIGNS } from '@/lib/concern/rules'
import { chooseAny, chooseOne } from '@/lib/platform/text.schema'
import { PROGRESS } from './rules'

const one = z
  .object({
    progress: chooseOne(PROGRESS, 'how this pupil is getting on'),
    signs: chooseAny(SIGNS, 'signs from the list'),
  })
  .superRefine(({ progress, signs }, ctx) => {
    if (progress === 'less-than-expected' && signs.length === 0)
      ctx.addIssue({
        code: 'custom',
        path: ['signs'],
        message: 'Select which signs you see (Code of Practice 6.17)',
      })
  })

/** A check of a whole class: one answer for each pupil, by the id of the pupil, and the form's own key (6.17, P02). */
export const checkForm = z
  .object({ formKey: z.uuid(), pupils: z.record(z.uuid(), one).default({}) })
  .transform(({ formKey, pupils }) => ({
    formKey,
    pupils: Object.entries(pupils).map(([pupilId, said]) => ({
      pupilId,
      progress: said.progress,
      // The signs are of less than expected progress, and of nothing else.
      signs: said.progress === 'less-than-expected' ? said.signs : [],
    })),
  }))

export type CheckForm = z.output<typeof checkForm>
