import type { ReactNode } from 'react'
import { dayAndMonth, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { ParentConsultation } from '@/lib/cycle/activation.rules'
import { consultationLine } from '@/lib/cycle/words'
import type { PlanOutcome } from '@/lib/outcome/rules'
import { withUnit } from '@/lib/outcome/words'
import type { PlanProvision } from '@/lib/provision/rules'
import { Card } from '@/components/look/card'
import { Outcome } from '@/components/look/outcome'
import { ToneTag } from '@/components/look/state-tag'
import { provisionLine } from './provision-line'

/** The plan of one cycle as the page shows it. */
export type PlanShown = {
  number: number
  version: number
  stage: string
  activatedOn: IsoDate | null
  closedOn: IsoDate | null
  aspirations: string | null
  inEveryLesson: string | null
  atHome: string | null
  parentConsultation: ParentConsultation | null
  pupilViews: { words: string; how: string | null; on: IsoDate | null } | null
  outcomes: readonly PlanOutcome[]
  provisions: readonly PlanProvision[]
}

type Props = {
  plan: PlanShown | null
  planName: string
  givenName: string
  onRegister: boolean
  /** What stands under an outcome: its measurements as a picture. */
  under?: (outcomeId: string) => ReactNode
}

function pointsOf(outcome: PlanOutcome) {
  const { baseline, baselineOn, latest, target, by, unit } = outcome
  return [
    ...(baseline === null
      ? []
      : [{ term: baselineOn ? `Start, ${dayAndMonth(baselineOn)}` : 'Start', is: withUnit(baseline, unit) }]),
    ...(latest ? [{ term: `Now, ${dayAndMonth(latest.on)}`, is: withUnit(latest.value, unit) }] : []),
    ...(target === null
      ? []
      : [{ term: by ? `Target, by ${dayAndMonth(by)}` : 'Target', is: withUnit(target, unit) }]),
  ]
}

const PROGRESS = {
  reached: { tone: 'met', word: 'Reached' },
  'getting-there': { tone: 'track', word: 'Getting there' },
  'at-the-start': { tone: 'none', word: 'At the start' },
} as const

function Progress({ outcome: { progress } }: { outcome: PlanOutcome }) {
  if (!progress) return null
  const { tone, word } = PROGRESS[progress.state]
  return <ToneTag tone={tone}>{word}</ToneTag>
}

/** Text somebody typed over several lines: a list where there is more than one, so that each is read by itself. */
function Lines({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return <p>{text}</p>
  return (
    <ul>
      {lines.map((line, place) => (
        <li key={`${place} ${line}`}>{line}</li>
      ))}
    </ul>
  )
}

function Voice({ views, givenName }: { views: NonNullable<PlanShown['pupilViews']>; givenName: string }) {
  const when = [givenName, views.on && longDate(views.on), views.how].filter(Boolean).join(', ')
  return (
    <blockquote className="voice">
      “{views.words.replace(/^["“]|["”]$/g, '')}”<footer>{when}</footer>
    </blockquote>
  )
}

function asideOf({ number, activatedOn, closedOn, parentConsultation }: PlanShown): string {
  const force = closedOn
    ? `Cycle ${number}, closed on ${longDate(closedOn)}`
    : `Cycle ${number}${activatedOn ? `, from ${longDate(activatedOn)}` : ''}`
  return parentConsultation ? `${force}. ${consultationLine[parentConsultation]}` : force
}

/**
 * The plan on one page: each outcome first with where it began, is now and should be, then what is given for it, what
 * every lesson and home do, and the pupil's own words (6.40, 6.48, 6.49, P31).
 */
export function PlanCard({ plan, planName, givenName, onRegister, under }: Props) {
  if (!plan)
    return (
      <Card heading={planName}>
        <p>
          {onRegister
            ? 'No plan is in force yet. It comes into force when its outcomes, support, responsible teacher and review date are agreed.'
            : `${givenName} is not on SEN support, so there is no plan. What is seen or said can be written down as a concern.`}
        </p>
      </Card>
    )
  const unlinked = plan.provisions.filter(({ outcomeIds }) => outcomeIds.length === 0)
  return (
    <Card heading={planName} aside={asideOf(plan)}>
      {plan.pupilViews && <Voice views={plan.pupilViews} givenName={givenName} />}
      {plan.aspirations && (
        <>
          <h3>Hopes</h3>
          <Lines text={plan.aspirations} />
        </>
      )}
      {plan.outcomes.map((outcome, place) => (
        <Outcome
          key={outcome.id}
          sentence={`${place + 1}. ${outcome.willDo}`}
          points={pointsOf(outcome)}
          span={outcome.progress}
          tag={<Progress outcome={outcome} />}
          given={plan.provisions
            .filter(({ outcomeIds }) => outcomeIds.includes(outcome.id))
            .map((provision) => ({ key: provision.id, line: provisionLine(provision) }))}
        >
          {under?.(outcome.id)}
        </Outcome>
      ))}
      {unlinked.map((provision) => (
        <p className="given small" key={provision.id}>
          {provisionLine(provision)}
        </p>
      ))}
      {plan.inEveryLesson && (
        <>
          <h3>In every lesson</h3>
          <Lines text={plan.inEveryLesson} />
        </>
      )}
      {plan.atHome && (
        <>
          <h3>At home</h3>
          <Lines text={plan.atHome} />
        </>
      )}
    </Card>
  )
}
