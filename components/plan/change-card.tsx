import { ActForm } from '@/components/cycle/act-form'
import { Card } from '@/components/look/card'
import { longDate, schoolDay } from '@/lib/calendar/iso-date'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  open: { openedAt: Date; openedBy: string } | null
  /** The address of the plan. */
  base: string
  action: FormAction
}

/** How a plan in force is changed: in a draft of its next version, that nobody else reads until it is published (P30). */
export function ChangeCard({ open, base, action }: Props) {
  if (open)
    return (
      <Card heading="A change is being written" now>
        <p>
          {open.openedBy} began it on {longDate(schoolDay(open.openedAt))}. Everyone else, the parents too,
          goes on reading the plan below until the change is published.
        </p>
        <p>
          <a href={`${base}/change`}>Go on with the change</a>
        </p>
      </Card>
    )
  return (
    <Card heading="When something has to be different">
      <ActForm action={action} button="Change the plan" secondary>
        <p>
          A plan is altered whenever needs alter. You write a draft beside it; this plan stays as it is, and
          stays readable, when the next version takes its place.
        </p>
      </ActForm>
    </Card>
  )
}
