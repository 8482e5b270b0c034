import { addSource, saveParentViews, savePupilViews, saveSummary } from '@/lib/assessment/commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { type DemoPupil, must } from './demo-acts'
import type { DemoCycle } from './demo-cycle'
import { on } from './demo-days'
import { plansFor } from './demo-plans'

/** The version with which the assessment's own forms are sent: 0 while nothing was saved yet. */
const assessmentVersion = (actor: Actor, cycleId: string) =>
  asActor(
    actor,
    async (tx) =>
      (await tx.assessment.findFirst({ where: { cycleId }, select: { version: true } }))?.version ?? 0,
  )

/** What the teacher, the school, the parents and the pupil say, and what it comes to. */
export async function tellAssessment(actor: Actor, pupil: DemoPupil, cycleId: string, cycle: DemoCycle) {
  const day = cycle.startedOn
  const now = on(day)
  const [first] = plansFor(pupil.need)
  if (cycle.isBrief && cycle.until !== 'assess') return
  await must(
    addSource(
      actor,
      cycleId,
      {
        kind: 'teacher',
        saidBy: 'Class teacher',
        saidOn: day,
        audience: 'parents',
        words: `${pupil.givenName} works hard in short bursts and loses the thread in longer tasks.`,
      },
      now,
    ),
  )
  await must(
    addSource(
      actor,
      cycleId,
      {
        kind: 'progress',
        saidBy: 'SENCO',
        saidOn: day,
        audience: 'staff',
        words:
          'Slower than most of the same age from the same start, and the gap has not closed since last summer.',
      },
      now,
    ),
  )
  if (cycle.until === 'assess') return
  await must(
    saveParentViews(
      actor,
      cycleId,
      await assessmentVersion(actor, cycleId),
      {
        parentViews: 'Happy at home, worn out after school. Would like to enjoy reading.',
        parentViewsFrom: pupil.contacts[0]?.fullName ?? 'Parent',
        parentViewsOn: day,
      },
      now,
    ),
  )
  await must(
    savePupilViews(
      actor,
      cycleId,
      await assessmentVersion(actor, cycleId),
      { pupilViewsHow: 'talked', pupilViews: first?.said ?? 'It is fine.', pupilViewsOn: day },
      now,
    ),
  )
  await must(
    saveSummary(
      actor,
      cycleId,
      await assessmentVersion(actor, cycleId),
      {
        strengths: 'Curious, kind to younger children, remembers what was seen.',
        barriers: 'Holding on to spoken instructions; starting work alone.',
        summary: `${pupil.givenName} needs words taught before the lesson, short steps and time to answer.`,
      },
      now,
    ),
  )
}
