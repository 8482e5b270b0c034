import { z } from 'zod'
import {
  chooseOne,
  dateBoxes,
  optionalChoice,
  optionalDateBoxes,
  optionalText,
  requiredText,
} from '@/lib/platform/text.schema'
import { YEAR_GROUPS } from './details.rules'
import { normaliseUpn, upnProblem } from './upn'

const NAME = 100
const SHORT = 200

/** The sexes the school census knows. */
export const SEXES = ['F', 'M'] as const

const upn = optionalText('UPN', 40).transform((text, ctx): string | null => {
  if (text === null) return null
  const problem = upnProblem(text)
  if (problem) ctx.issues.push({ code: 'custom', input: text, message: problem })
  return normaliseUpn(text)
})

const yearGroup = chooseOne(
  YEAR_GROUPS.map((year) => String(year)),
  'a year group',
).transform(Number)

/** A pupil as the school's roll has them, entered by hand. */
export const pupilForm = z.object({
  givenName: requiredText('a first name', NAME),
  familyName: requiredText('a last name', NAME),
  preferredName: optionalText('the name they are called by', NAME),
  dateOfBirth: dateBoxes('a date of birth'),
  upn,
  sex: optionalChoice(SEXES, 'a sex from the list'),
  yearGroup,
  className: optionalText('class', 50),
  homeLanguage: optionalText('home language', SHORT),
})

/** The same, with the day a pupil left: nobody is ever deleted. */
export const pupilChangeForm = pupilForm.extend({ onRollUntil: optionalDateBoxes('the last day here') })

/** Who teaches or supports a pupil outside the class. */
export const staffForm = z.object({ membershipId: z.uuid('Select a member of staff') })

export type PupilForm = z.output<typeof pupilForm>
export type PupilChangeForm = z.output<typeof pupilChangeForm>
export type StaffForm = z.output<typeof staffForm>
