'use client'

import { useDraftShown } from './draft-shown'

/** "Saved at 10:42am, not sent yet", at the foot of a form: said once a minute at most, and never over anything else. */
export function DraftLine({ button }: { button: HTMLButtonElement | null }) {
  const draft = useDraftShown(button?.form ?? null)
  const buttons = button?.form?.querySelectorAll('button[type=submit]')
  // where a form has several buttons, the line follows the last
  if (!draft || buttons?.item(buttons.length - 1) !== button) return null
  return (
    <span className="draft-line" role="status">
      {draft.line}
    </span>
  )
}
