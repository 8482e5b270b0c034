'use server'

import { z } from 'zod'
import { changeDiscussion, recordAdvice, writeDiscussion } from '@/lib/early-discussion/commands'
import { giveDiscussion } from '@/lib/early-discussion/give.commands'
import { adviceForm, discussionForm } from '@/lib/early-discussion/schema'
import { copiesForm } from '@/lib/parent-meeting/schema'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../where'

const notePlace = pupilPlace.extend({ discussionId: z.uuid() })
const noteVersion = notePlace.extend({ version: z.int() })

const noteAddress = (place: z.output<typeof notePlace>, then: string) =>
  `${pupilAddress(place)}/early-discussions/${place.discussionId}${then}`

/** Writes the note of an early discussion. */
export async function submitDiscussion(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    discussionForm,
    (form) => writeDiscussion(actor, place.pupilId, form, now()),
    ({ discussionId }) => noteAddress({ ...place, discussionId }, '?saved=note'),
  )
}

/** Puts the note right before it is given. */
export async function submitDiscussionChange(
  from: z.input<typeof noteVersion>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(noteVersion, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    discussionForm,
    (form) => changeDiscussion(actor, place, form, now()),
    () => noteAddress(place, '?saved=note'),
  )
}

/** Records which parents have the note. */
export async function submitGiven(
  from: z.input<typeof notePlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(notePlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    copiesForm,
    (form) => giveDiscussion(actor, place, form, now()),
    () => noteAddress(place, '?saved=given'),
  )
}

/** Records that the family was told of the advice service. */
export async function submitAdvice(
  from: z.input<typeof pupilPlace>,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const place = placeOf(pupilPlace, from)
  const actor = await requireActor(place.schoolSlug)
  return answer(
    data,
    adviceForm,
    (form) => recordAdvice(actor, place.pupilId, form, now()),
    () => `${pupilAddress(place)}?saved=advice#early-discussion`,
  )
}
