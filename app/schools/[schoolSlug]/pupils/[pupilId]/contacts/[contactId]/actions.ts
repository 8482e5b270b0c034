'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { type FormState, problemsOf, readForm } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { changeContact } from '@/lib/contact/commands'
import { liftRestriction, restrictContact } from '@/lib/contact/restriction.commands'
import { contactForm, restrictionForm } from '@/lib/contact/schema'
import { giveParentAccess } from '@/lib/person/commands'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({
  schoolSlug: z.string(),
  pupilId: z.uuid(),
  contactId: z.uuid(),
  version: z.int(),
  tieVersion: z.int(),
})

type Where = z.input<typeof where>

const schoolOf = ({ schoolSlug }: Where) => `/schools/${encodeURIComponent(schoolSlug)}`
const contactOf = (from: Where) => `${schoolOf(from)}/pupils/${from.pupilId}/contacts/${from.contactId}`

/** Saves how a parent or carer is reached and what they are to the pupil. */
export async function submitContactChange(
  from: Where,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const of = where.parse(from)
  const actor = await requireActor(of.schoolSlug)
  const { values, input } = readForm(data)
  const parsed = contactForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(changeContact(actor, of, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`${schoolOf(of)}/pupils/${of.pupilId}?saved=contact#people`)
}

/** Sets or changes a restriction. */
export async function submitRestriction(from: Where, _before: FormState, data: FormData): Promise<FormState> {
  const of = where.parse(from)
  const actor = await requireActor(of.schoolSlug)
  const { values, input } = readForm(data)
  const parsed = restrictionForm.safeParse(input)
  if (!parsed.success) return { values, problems: problemsOf(parsed.error) }

  const outcome = await attempt(restrictContact(actor, of, parsed.data, now()))
  if (!outcome.ok) return { values, problems: outcome.problems }
  redirect(`${contactOf(of)}?saved=restricted`)
}

/** Ends a restriction at once. */
export async function submitLift(from: Where): Promise<FormState> {
  const of = where.parse(from)
  const actor = await requireActor(of.schoolSlug)
  const outcome = await attempt(liftRestriction(actor, of, now()))
  if (!outcome.ok) return { values: {}, problems: outcome.problems }
  redirect(`${contactOf(of)}?saved=lifted`)
}

/** Lets a parent sign in: the page of their account is where the link for a password is made. */
export async function submitAccess(from: Where): Promise<FormState> {
  const of = where.parse(from)
  const actor = await requireActor(of.schoolSlug)
  const outcome = await attempt(giveParentAccess(actor, of.contactId, now()))
  if (!outcome.ok) return { values: {}, problems: outcome.problems }
  redirect(`${schoolOf(of)}/people/${outcome.value.membershipId}?saved=added`)
}
