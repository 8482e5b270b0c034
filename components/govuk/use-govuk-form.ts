'use client'

import { unstable_rethrow } from 'next/navigation'
import { type SubmitEvent, useActionState, useRef, useState, useTransition } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import {
  type FormAction,
  type FormState,
  type FormValues,
  problemsOf,
  readForm,
  ticksOf,
  untouched,
  valueOf,
} from '@/lib/platform/form-state'
import type { Problem } from '@/lib/platform/outcome'
import type { Field } from './field'
import { fillIn, fitsForm } from './form-answers'
import { isSignInRedirect, keepAnswers, takeAnswers } from './kept-answers'
import { useDraft } from './use-draft'
import { useUnsavedWarning } from './use-unsaved-warning'

const STILL_HERE = 'Your answers are still here'

/** What is said when the action never answered: the network, or a fault of ours with its reference to quote. */
function noAnswer(error: unknown): Problem {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  const message = digest
    ? `Sorry, there is a problem with the service. ${STILL_HERE}: try again later. Reference ${digest}`
    : `Sorry, your answers could not be sent. ${STILL_HERE}: check that you are online, then try again`
  return { field: 'form', message }
}

const SIGNED_OUT =
  'You were signed out before this could be sent. Your answers are here: check them, then send them again'

const isRedirect = (error: unknown) =>
  error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_REDIRECT;')

const here = () => ({
  whose: document.querySelector<HTMLMetaElement>('meta[name="whose-page"]')?.content ?? '',
  path: window.location.pathname,
})
const instant = () => performance.timeOrigin + performance.now()

// Answers put aside in this document are for the one that is loaded after signing in.
let putAsideHere = false

type NameIn<Input> = keyof Input & string
type FieldName<Input> = NameIn<Input> | `${NameIn<Input>}.${string}`

/**
 * One schema, checked in the browser before the form is sent and by the action after. With no JavaScript
 * the form still posts, and the page comes back with the same answers and the same messages. With it the
 * boxes are never emptied: not by a refusal, not when the school's network drops, not by having to sign in again. What is
 * typed is kept as a draft until it is sent (decision 17).
 */
export function useGovukForm<Input extends object>(
  schema: z.ZodType<unknown, Input>,
  action: FormAction,
  initial: FormValues = {},
) {
  const [posted, post] = useActionState(action, untouched)
  const [answered, setAnswered] = useState<FormState | null>(null)
  const [pending, startTransition] = useTransition()
  const [tries, setTries] = useState(0)
  const sending = useRef(false)
  const element = useRef<HTMLFormElement>(null)
  const gaveBack = useRef(false)
  const form = useForm()

  const { values, problems } = answered ?? (posted === untouched ? { values: initial, problems: [] } : posted)

  const draft = useDraft(element, schema, {
    // A draft holds the boxes alone; what the page gave besides, like the key of the form, stays.
    restored: (answers) => setAnswered(answers && { values: { ...initial, ...answers }, problems: [] }),
    mayTakeUp: () => !gaveBack.current && posted === untouched,
  })
  useUnsavedWarning(form.formState.isDirty && !pending, () => draft.current?.isSafe() ?? false)

  const show = (state: FormState) => {
    const seen = state.seen ?? (answered ?? posted).seen
    setAnswered(seen === undefined ? state : { ...state, seen })
    setTries((before) => before + 1)
  }

  const send = (data: FormData, typed: FormValues) => {
    sending.current = true
    startTransition(async () => {
      await draft.current?.hold()
      try {
        const next = await action(answered ?? posted, data)
        if (next.problems.length === 0) void draft.current?.done()
        else draft.current?.goOn()
        startTransition(() => show(next))
      } catch (error) {
        if (isSignInRedirect(error)) {
          putAsideHere = true
          keepAnswers(sessionStorage, here(), typed, instant())
        } else if (isRedirect(error)) void draft.current?.done()
        unstable_rethrow(error) // a redirect is how an action says that it is done
        draft.current?.goOn()
        startTransition(() => show({ values: typed, problems: [noAnswer(error)] }))
      } finally {
        sending.current = false
      }
    })
  }

  const restore = (shown: HTMLFormElement | null) => {
    element.current = shown
    if (!shown || putAsideHere) return
    const kept = takeAnswers(sessionStorage, here(), (answers) => fitsForm(shown, answers), instant())
    if (!kept) return
    gaveBack.current = true
    fillIn(shown, kept)
    show({ values: kept, problems: [{ field: 'form', message: SIGNED_OUT }] })
  }

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending.current) return
    const button = event.nativeEvent.submitter
    const data = new FormData(event.currentTarget, button)
    const { values: typed, input } = readForm(data)
    const checked = schema.safeParse(input)
    const unchecked = button instanceof HTMLButtonElement && button.formNoValidate
    if (checked.success || unchecked) send(data, typed)
    else show({ values: typed, problems: problemsOf(checked.error) })
  }

  const field = (name: FieldName<Input>): Field => ({
    name,
    problem: problems.find((problem: Problem) => problem.field === name)?.message,
    value: (part) => valueOf(values, part ? `${name}.${part}` : name),
    ticks: () => ticksOf(values, name),
    register: (part) => form.register(part ? `${name}.${part}` : name),
  })

  return {
    field,
    /** What the boxes hold, as the form began or as it came back. */
    values,
    pending,
    problems,
    // A new key for each try, so that the same mistake made twice is announced twice.
    summary: { key: tries, problems },
    formProps: { action: post, onSubmit, noValidate: true, ref: restore } as const,
  }
}
