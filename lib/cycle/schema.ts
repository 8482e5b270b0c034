import { z } from 'zod'
import { dateBoxes, optionalChoice, optionalDateBoxes, optionalText } from '@/lib/platform/text.schema'
import type { ParentConsultation, PupilConsultation } from './activation.rules'

/** How long a text of several paragraphs may be. */
export const LONG_TEXT = 4000

const PARENT_CONSULTATIONS = [
  'agreed',
  'partly',
  'disagreed',
  'invited-no-answer',
] as const satisfies readonly ParentConsultation[]
const PUPIL_CONSULTATIONS = [
  'took-part',
  'views-gathered',
  'not-obtained',
] as const satisfies readonly PupilConsultation[]

/** The day a cycle began. */
export const startForm = z.object({ startedOn: dateBoxes('the day the cycle began') })

/** What holds in every lesson and at home, and what pupil and parents hope for (6.37, 6.51). */
export const everyDayForm = z.object({
  aspirations: optionalText('what they hope for', LONG_TEXT),
  inEveryLesson: optionalText('what holds in every lesson', LONG_TEXT),
  atHome: optionalText('what is agreed for home', LONG_TEXT),
})

/** Who answers for the plan, and when it is reviewed (6.36, 6.48). */
export const responsibleForm = z.object({
  responsibleId: z
    .union(
      [z.literal(''), z.uuid('Select who is responsible from the list')],
      'Select who is responsible from the list',
    )
    .default('')
    .transform((given) => (given === '' ? null : given)),
  reviewDue: optionalDateBoxes('the review date'),
})

/** How parents and pupil were consulted, with each attempt to reach them (6.48). */
export const consultationForm = z.object({
  parentConsultation: optionalChoice(PARENT_CONSULTATIONS, 'where the parents stand'),
  parentConsultationNote: optionalText('how the parents were consulted', LONG_TEXT),
  pupilConsultation: optionalChoice(PUPIL_CONSULTATIONS, 'what the pupil’s part was'),
  pupilConsultationNote: optionalText('how the pupil was consulted', LONG_TEXT),
})

export type StartForm = z.output<typeof startForm>
export type EveryDayForm = z.output<typeof everyDayForm>
export type ResponsibleForm = z.output<typeof responsibleForm>
export type ConsultationForm = z.output<typeof consultationForm>
