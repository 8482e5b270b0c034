import type { PlanStep } from '@/lib/plan/agreement.rules'
import { stepWords } from '@/lib/plan/words'

const STEPS: readonly PlanStep[] = ['draft', 'agreed', 'active', 'closed']

/** Draft, agreed, in force, closed: where a plan stands, in the four steps everybody knows (6.48). */
export function PlanSteps({ step }: { step: PlanStep }) {
  return (
    <ol className="steps" aria-label="Where the plan stands">
      {STEPS.map((each) => (
        <li key={each} aria-current={each === step ? 'step' : undefined}>
          {stepWords[each]}
          {each === step && <span className="govuk-visually-hidden">, now</span>}
        </li>
      ))}
    </ol>
  )
}
