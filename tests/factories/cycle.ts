import { isoDate } from '@/lib/calendar/iso-date'
import { insert, newId } from './insert'

type CycleOver = {
  number?: number
  stage?: 'assess' | 'plan' | 'do' | 'review' | 'closed'
  startedOn?: string
  closedOn?: string | null
  reviewDue?: string | null
  activatedOn?: string | null
  responsibleId?: string | null
  shared?: boolean
  previousId?: string | null
}

/** An open cycle whose plan is in force and shared with the parents. */
export async function aCycle(pupil: { id: string; schoolId: string }, over: CycleOver = {}) {
  const cycle = {
    id: newId(),
    number: 1,
    stage: 'do',
    startedOn: '2026-09-07',
    closedOn: null,
    reviewDue: '2026-12-04',
    activatedOn: '2026-09-14',
    responsibleId: null,
    shared: true,
    previousId: null,
    ...over,
  }
  await insert('cycles', {
    school_id: pupil.schoolId,
    id: cycle.id,
    pupil_id: pupil.id,
    number: cycle.number,
    stage: cycle.stage,
    started_on: cycle.startedOn,
    closed_on: cycle.closedOn,
    review_due: cycle.reviewDue,
    activated_on: cycle.activatedOn,
    responsible_id: cycle.responsibleId,
    previous_id: cycle.previousId,
    shared_at: cycle.shared ? '2026-09-14T10:00:00Z' : null,
  })
  return {
    ...cycle,
    pupilId: pupil.id,
    schoolId: pupil.schoolId,
    reviewDue: cycle.reviewDue === null ? null : isoDate(cycle.reviewDue),
    version: 1,
  }
}

/** What the parts of a plan hang on. */
export type OfCycle = { id: string; pupilId: string; schoolId: string }
