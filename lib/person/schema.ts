import { z } from 'zod'
import { chooseOne, optionalText, requiredText } from '@/lib/platform/text.schema'
import { STAFF_ROLES } from './words'

/** An email address as a school has it; capitals make no difference. */
export const emailAddress = (what: string) =>
  requiredText(what, 254).refine(
    (text) => text === '' || z.email().safeParse(text).success,
    `Enter ${what} in the correct format, like name@example.com`,
  )

/** A member of staff or a governor, with the classes they teach or support. */
export const personForm = z.object({
  title: optionalText('title', 20),
  givenName: requiredText('a first name', 100),
  familyName: requiredText('a last name', 100),
  email: emailAddress('an email address'),
  role: chooseOne(
    STAFF_ROLES.map(({ value }) => value),
    'what this person does',
  ),
  classIds: z.array(z.uuid('Select classes from the list')).default([]),
})

export type PersonForm = z.output<typeof personForm>

/** What can be changed about someone later: their email address and role are what they signed up with. */
export const personChangeForm = personForm.omit({ email: true, role: true })

export type PersonChangeForm = z.output<typeof personChangeForm>
