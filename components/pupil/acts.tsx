import type { IsoDate } from '@/lib/calendar/iso-date'
import type { CycleStage } from '@/lib/cycle/rules'
import type { PupilActs, PupilHeader } from '@/lib/pupil/header.rules'
import { reviewTiming } from '@/lib/review/rules'
import { Card } from '@/components/look/card'

type Cycle = { id: string; number: number; stage: CycleStage; reviewDue: IsoDate | null }
type Act = { href: string; label: string }

type Props = {
  pupil: PupilHeader
  latest: Cycle | undefined
  hasPlan: boolean
  may: PupilActs
  base: string
  today: IsoDate
}

const isReviewNear = (reviewDue: IsoDate | null, today: IsoDate) =>
  reviewDue !== null && reviewTiming(reviewDue, today) !== 'not-due'

/** The next thing to do with the open cycle, by its stage (6.44). */
function cycleAct({ latest, may, base, today }: Props): Act | null {
  if (!latest || latest.stage === 'closed') return null
  const cycle = `${base}/cycles/${latest.id}`
  switch (latest.stage) {
    case 'assess':
      return may.startCycle ? { href: `${cycle}/assess`, label: 'Go on with Assess' } : null
    case 'plan':
      return may.startCycle ? { href: `${cycle}/plan`, label: 'Go on with the plan' } : null
    case 'do':
      if (may.recordReview && isReviewNear(latest.reviewDue, today))
        return reviewAct(cycle, latest.reviewDue, today)
      return may.writeDoNote ? { href: `${cycle}/do`, label: 'Write a Do note' } : null
    case 'review':
      return may.recordReview ? reviewAct(cycle, latest.reviewDue, today) : null
  }
}

const reviewAct = (cycle: string, reviewDue: IsoDate | null, today: IsoDate): Act => ({
  href: `${cycle}/review`,
  label: reviewDue === today ? 'Record today’s review' : 'Record the review',
})

function firstAct(props: Props): Act | null {
  const { pupil, latest, may, base } = props
  if (pupil.status === null)
    return may.decideStatus ? { href: `${base}/sen-support`, label: 'Put on SEN support' } : null
  if (!latest || latest.stage === 'closed')
    return may.startCycle
      ? { href: `${base}/cycles/start`, label: `Start cycle ${(latest?.number ?? 0) + 1}` }
      : null
  return cycleAct(props)
}

/** What to do next at the head of the page: one first, and what else is often wanted. */
export function PupilActions(props: Props) {
  const { pupil, hasPlan, may, base } = props
  const first = firstAct(props)
  const others: Act[] = [
    ...(pupil.status !== null && may.arrangeMeeting
      ? [{ href: `${base}/parent-meetings/arrange`, label: 'Arrange a meeting' }]
      : []),
    ...(hasPlan ? [{ href: `${base}/plan/print`, label: 'Print the plan' }] : []),
    ...(pupil.status === null && may.raiseConcern
      ? [{ href: `${base}/concerns/raise`, label: 'Write down a concern' }]
      : []),
  ]
  return (
    <>
      {first && (
        <a className="govuk-button" href={first.href}>
          {first.label}
        </a>
      )}
      {others.map(({ href, label }) => (
        <a className="govuk-button govuk-button--secondary" href={href} key={href}>
          {label}
        </a>
      ))}
    </>
  )
}

/** What can be changed about the pupil's entry, for those who answer for the register. */
export function RecordCard({ pupil, may, base }: Pick<Props, 'pupil' | 'may' | 'base'>) {
  const { status } = pupil
  const acts: Act[] = [
    ...(may.decideStatus && status !== null ? [{ href: `${base}/needs`, label: 'Change the needs' }] : []),
    ...(may.decideStatus && status === 'ehc-plan'
      ? [{ href: `${base}/sen-support`, label: 'Put on SEN support instead' }]
      : []),
    ...(may.decideStatus && status !== 'ehc-plan'
      ? [{ href: `${base}/ehc-plan`, label: 'Record an EHC plan' }]
      : []),
    ...(may.decideStatus && status !== null
      ? [{ href: `${base}/end-status`, label: 'Take off the register' }]
      : []),
    ...(may.change ? [{ href: `${base}/details`, label: 'Change the pupil’s details' }] : []),
  ]
  if (acts.length === 0) return null
  return (
    <Card heading="This record" className="noprint">
      <ul className="plain">
        {acts.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
