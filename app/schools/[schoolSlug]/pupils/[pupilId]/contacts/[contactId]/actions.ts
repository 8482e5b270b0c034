'use server'

import { z } from 'zod'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
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
  const of = placeOf(where, from)
  const actor = await requireActor(of.schoolSlug)
  return answer(
    data,
    contactForm,
    (form) => changeContact(actor, of, form, now()),
    () => `${schoolOf(of)}/pupils/${of.pupilId}?saved=contact#people`,
  )
}

/** Sets or changes a restriction. */
export async function submitRestriction(from: Where, _before: FormState, data: FormData): Promise<FormState> {
  const of = placeOf(where, from)
  const actor = await requireActor(of.schoolSlug)
  return answer(
    data,
    restrictionForm,
    (form) => restrictContact(actor, of, form, now()),
    () => `${contactOf(of)}?saved=restricted`,
  )
}

/** Ends a restriction at once. */
export async function submitLift(from: Where): Promise<FormState> {
  const of = placeOf(where, from)
  const actor = await requireActor(of.schoolSlug)
  return act(liftRestriction(actor, of, now()), `${contactOf(of)}?saved=lifted`)
}

/** Lets a parent sign in: the page of their account is where the link for a password is made. */
export async function submitAccess(from: Where): Promise<FormState> {
  const of = placeOf(where, from)
  const actor = await requireActor(of.schoolSlug)
  return act(
    giveParentAccess(actor, of.contactId, now()),
    (done) => `${schoolOf(of)}/people/${done.membershipId}?saved=added`,
  )
}
