import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { PlanLines } from '@/components/plan-line/plan-lines'
import type { SheetPupil } from '@/lib/class/rules'
import { linesForStaff, type PlanLine } from '@/lib/plan-line/rules'

type Props = {
  schoolSlug: string
  pupils: readonly SheetPupil[]
  /** What the plan says for every day, by pupil. */
  lines: Readonly<Record<string, readonly PlanLine[]>>
}

/** What each pupil needs in every lesson, and what it is for: for everyone who teaches them, cover staff too (6.37, 6.49). */
export function NeedsCard({ schoolSlug, pupils, lines }: Props) {
  return (
    <Card heading="In every lesson" id="every-lesson">
      {pupils.map(({ pupilId, name, inEveryLesson, outcomes, cycleId, isAway }) => (
        <section key={pupilId} aria-label={name}>
          <h3>
            <a href={`/schools/${schoolSlug}/pupils/${pupilId}`}>{name}</a>
          </h3>
          {isAway && (
            <p>
              <ToneWord tone="none">Away today</ToneWord>
            </p>
          )}
          <p className="pre">{inEveryLesson ?? 'Nothing is written down for every lesson yet.'}</p>
          <PlanLines lines={linesForStaff(lines[pupilId] ?? [])} />
          {outcomes.length > 0 && (
            <ul className="small">
              {outcomes.map(({ id, willDo }) => (
                <li key={id}>{willDo}</li>
              ))}
            </ul>
          )}
          {cycleId === null && <p className="soft small">No plan in force today.</p>}
        </section>
      ))}
    </Card>
  )
}
