'use server'

import { headers } from 'next/headers'
import { z } from 'zod'
import { prepareByLink } from '@/lib/invitation/link.commands'
import { linkPointsForm } from '@/lib/parent-point/schema'
import { addressOf } from '@/lib/platform/address'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'

/** Keeps what a parent brings; whoever holds the link is the person it was sent to. */
export async function submitPreparation(
  token: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const asking = {
    token: placeOf(z.string().max(100), token),
    address: addressOf(await headers()),
    now: now(),
  }
  return answer(
    data,
    linkPointsForm,
    (form) => prepareByLink(asking, form),
    () => `/prepare/${encodeURIComponent(asking.token)}?saved=sent`,
  )
}
