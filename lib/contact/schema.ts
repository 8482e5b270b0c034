import { z } from 'zod'
import { dateBoxes, optionalDateBoxes, optionalText, requiredText, ticked } from '@/lib/platform/text.schema'
import { restrictionProblem } from './rules'

const SHORT = 200
const EMAIL_MAX = 254
/** Characters for an address. */
export const ADDRESS_MAX = 500

/** Characters for what a restriction rests on. */
export const REASON_MAX = 4000

const email = optionalText('email address', EMAIL_MAX).refine(
  (text) => text === null || z.email().safeParse(text).success,
  'Enter an email address in the correct format, like name@example.com',
)

const PHONE = /^[\d\s()+.-]{6,}( ?(x|ext\.?) ?\d{1,6})?$/i

const phone = optionalText('phone number', 40).refine(
  (text) => text === null || PHONE.test(text),
  'Enter a phone number, like 01632 960 001 or +44 808 157 0192',
)

const toThePupil = {
  relationship: requiredText('what they are to the pupil', SHORT),
  hasParentalResponsibility: ticked(),
  caresForPupil: ticked(),
}

/** A parent or carer: who they are, what they are to this pupil, and how to reach them. */
export const contactForm = z.object({
  title: optionalText('title', 20),
  fullName: requiredText('their full name', SHORT),
  ...toThePupil,
  email,
  phone,
  address: optionalText('address', ADDRESS_MAX),
  language: optionalText('language', SHORT),
})

/** A parent already on record, for a brother or sister too. */
export const linkContactForm = z.object({
  contactId: z.uuid('Select the parent or carer'),
  ...toThePupil,
})

/** A restriction: from when, until when, and the order it rests on (domain.md 6, Parents). */
export const restrictionForm = z
  .object({
    restrictedFrom: dateBoxes('the first day of the restriction'),
    restrictedUntil: optionalDateBoxes('the last day of the restriction'),
    restrictionReason: requiredText('what the restriction rests on', REASON_MAX),
  })
  .superRefine(({ restrictedFrom, restrictedUntil }, ctx) => {
    const problem = restrictionProblem(restrictedFrom, restrictedUntil)
    if (problem) ctx.addIssue({ code: 'custom', path: ['restrictedUntil'], message: problem })
  })

export type ContactForm = z.output<typeof contactForm>
export type LinkContactForm = z.output<typeof linkContactForm>
export type RestrictionForm = z.output<typeof restrictionForm>
