'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { DraftKeeper } from './draft-keeper'
import { formName } from './draft-name'
import { draftOf, type Restored } from './draft-of-form'
import { draftPage } from './draft-requests'
import { answersGiven } from './form-answers'

/**
 * Keeps what is typed into a form on the server until the form is sent, and brings it back when the page is opened again.
 * Every form of `useGovukForm` has it; one without boxes to fill in, or on a page without a member of staff, needs none.
 */
export function useDraft(
  element: RefObject<HTMLFormElement | null>,
  schema: z.ZodType,
  { restored, mayTakeUp }: { restored: Restored; mayTakeUp: () => boolean },
): RefObject<DraftKeeper | null> {
  const keeper = useRef<DraftKeeper | null>(null)
  const wired = useRef({ schema, restored, mayTakeUp })
  useEffect(() => {
    const form = element.current
    const where = draftPage()
    const name = form && formName(form, wired.current.schema)
    if (!form || !where || !name || Object.keys(answersGiven(form)).length === 0) return
    const begun = draftOf({
      form,
      name,
      where,
      restored: wired.current.restored,
      mayTakeUp: wired.current.mayTakeUp(),
    })
    keeper.current = begun.keeper
    return begun.end
  }, [element])
  return keeper
}
