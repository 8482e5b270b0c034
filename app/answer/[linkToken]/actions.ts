'use server'

import { headers } from 'next/headers'
import { z } from 'zod'
import { answerByLink } from '@/lib/invitation/link.commands'
import { answerForm } from '@/lib/invitation/schema'
import { addressOf } from '@/lib/platform/address'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import type { FormState } from '@/lib/platform/form-state'

/** Keeps a parent's answer; whoever holds the link is the person it was sent to. */
export async function submitAnswer(token: string, _before: FormState, data: FormData): Promise<FormState> {
  const asking = {
    token: placeOf(z.string().max(100), token),
    address: addressOf(await headers()),
    now: now(),
  }
  return answer(
    data,
    answerForm,
    (form) => answerByLink(asking, form),
    () => `/answer/${encodeURIComponent(asking.token)}?saved=answered`,
  )
}
