'use server'

import { z } from 'zod'
import { recordStaffAbsence, withdrawStaffAbsence } from '@/lib/absence/staff.commands'
import { staffAbsenceForm } from '@/lib/absence/schema'
import { act, answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import type { FormState } from '@/lib/platform/form-state'
import { attempt } from '@/lib/platform/or-not-found'
import { changePerson, endAccess } from '@/lib/person/commands'
import { personChangeForm } from '@/lib/person/schema'
import { makePasswordLink } from '@/lib/session/commands'
import { requireActor } from '@/lib/session/require'

// Bound by the page, but a browser can send anything: checked like the form itself.
const where = z.object({ schoolSlug: z.string(), membershipId: z.uuid(), version: z.int() })
type Where = z.input<typeof where>

const pageOf = ({ schoolSlug, membershipId }: Where) =>
  `/schools/${encodeURIComponent(schoolSlug)}/people/${membershipId}`

/** Saves a person's name and classes. */
export async function submitPersonChange(
  from: Where,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, membershipId, version } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    personChangeForm,
    (form) => changePerson(actor, membershipId, version, form, now()),
    () => `${pageOf(from)}?saved=changed`,
  )
}

/** Makes a link for a password; it is handed back to be shown once, and kept nowhere. */
export async function submitLink(from: Where): Promise<FormState> {
  const { schoolSlug, membershipId } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  const outcome = await attempt(makePasswordLink(actor, membershipId, now()))
  if (!outcome.ok) return { values: {}, problems: outcome.problems }
  return {
    values: { link: new URL(`/set-password/${outcome.value.token}`, env().NEXTAUTH_URL).href },
    problems: [],
  }
}

/** Ends a person's access today. */
export async function submitEnd(from: Where): Promise<FormState> {
  const { schoolSlug, membershipId, version } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return act(endAccess(actor, membershipId, version, now()), `${pageOf(from)}?saved=ended`)
}

/** Writes down that they are away. */
export async function submitStaffAway(from: Where, _before: FormState, data: FormData): Promise<FormState> {
  const { schoolSlug, membershipId } = placeOf(where, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    staffAbsenceForm,
    (form) => recordStaffAbsence(actor, membershipId, form, now()),
    () => `${pageOf(from)}?saved=away`,
  )
}

const absence = where.extend({ absenceId: z.uuid() })

/** Takes back that they are away. */
export async function submitStaffBack(from: z.input<typeof absence>): Promise<FormState> {
  const { schoolSlug, ...place } = placeOf(absence, from)
  const actor = await requireActor(schoolSlug)
  return act(withdrawStaffAbsence(actor, place, now()), `${pageOf(from)}?saved=back`)
}
