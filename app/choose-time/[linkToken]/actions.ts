'use server'

import { headers } from 'next/headers'
import { z } from 'zod'
import { chooseByLink } from '@/lib/meeting-round/link.commands'
import { chooseForm } from '@/lib/meeting-round/schema'
import { addressOf } from '@/lib/platform/address'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'

/** Keeps the time a parent chose; whoever holds the link is the person it was sent to. */
export async function submitChoice(token: string, _before: FormState, data: FormData): Promise<FormState> {
  const asking = {
    token: placeOf(z.string().max(100), token),
    address: addressOf(await headers()),
    now: now(),
  }
  return answer(
    data,
    chooseForm,
    (form) => chooseByLink(asking, form),
    () => `/choose-time/${encodeURIComponent(asking.token)}?saved=chosen`,
  )
}
