'use server'

import { z } from 'zod'
import { addEntry, addStartingSet, changeEntry, offerEntry } from '@/lib/catalogue/commands'
import { addForm, offerForm } from '@/lib/catalogue/forms.commands'
import { catalogueForm, ownForm } from '@/lib/catalogue/schema'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { act, answer, placeOf } from '@/lib/platform/answer'

// Bound by the page, but a browser can send anything: checked like the form itself.
const school = z.object({ schoolSlug: z.string().max(100) })
const entry = school.extend({ entryId: z.uuid(), version: z.int() })
const offered = entry.extend({ isOffered: z.boolean() })
const form = school.extend({ name: z.string().max(100), isOffered: z.boolean() })

const base = (schoolSlug: string) => `/schools/${encodeURIComponent(schoolSlug)}/catalogue`

/** Adds an entry to the catalogue. */
export async function submitEntry(
  from: z.input<typeof school>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug } = placeOf(school, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    catalogueForm,
    (given) => addEntry(actor, given, now()),
    ({ entryId }) => `${base(schoolSlug)}/${entryId}?saved=added`,
  )
}

/** Changes an entry. */
export async function submitEntryChange(
  from: z.input<typeof entry>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug, entryId, version } = placeOf(entry, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    catalogueForm,
    (given) => changeEntry(actor, entryId, version, given, now()),
    () => `${base(schoolSlug)}/${entryId}?saved=changed`,
  )
}

/** Takes an entry out of what is offered, or offers it again. */
export async function submitOffer(from: z.input<typeof offered>): Promise<FormState> {
  const { schoolSlug, entryId, ...how } = placeOf(offered, from)
  const actor = await requireActor(schoolSlug)
  const saved = how.isOffered ? 'offered' : 'retired'
  return act(offerEntry(actor, entryId, how, now()), `${base(schoolSlug)}/${entryId}?saved=${saved}`)
}

/** Adds the starting set. */
export async function submitStartingSet(from: z.input<typeof school>): Promise<FormState> {
  const { schoolSlug } = placeOf(school, from)
  const actor = await requireActor(schoolSlug)
  return act(addStartingSet(actor, now()), `${base(schoolSlug)}?saved=set`)
}

/** Adds a form of support of the school's own. */
export async function submitForm(
  from: z.input<typeof school>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const { schoolSlug } = placeOf(school, from)
  const actor = await requireActor(schoolSlug)
  return answer(
    data,
    ownForm,
    (given) => addForm(actor, given, now()),
    () => `${base(schoolSlug)}/forms?saved=added`,
  )
}

/** Offers a form of support no longer, or again. */
export async function submitFormOffer(from: z.input<typeof form>): Promise<FormState> {
  const { schoolSlug, name, isOffered } = placeOf(form, from)
  const actor = await requireActor(schoolSlug)
  const saved = isOffered ? 'offered' : 'retired'
  return act(offerForm(actor, name, isOffered, now()), `${base(schoolSlug)}/forms?saved=${saved}`)
}
