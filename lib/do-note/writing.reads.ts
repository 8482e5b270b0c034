import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { CycleHeader } from '@/lib/cycle/hold.reads'
import { doNoteProblem } from '@/lib/cycle/writing.rules'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { happenedOnProblem } from './rules'
import { type DoNoteForm, EVERY_LESSON } from './schema'

/** What a note says, as its columns keep it. */
export type NoteColumns = {
  provisionId: string | null
  outcomeId: string | null
  happenedOn: Date
  delivered: DoNoteForm['delivered']
  reason: string | null
  minutes: number | null
  givenBy: string | null
  observation: string | null
  measured: string | null
}

/**
 * What a form says of a session, checked against the plan it is about: written or put right, the same rules hold. A
 * session that was given without saying how long lasted as planned.
 */
export async function noteColumns(
  tx: SchoolTx,
  cycle: CycleHeader,
  form: DoNoteForm,
  today: IsoDate,
): Promise<Outcome<NoteColumns>> {
  const { cycleId } = cycle
  const problem = doNoteProblem(cycle.stage)
  if (problem) return refuse('form', problem)
  const dayProblem = happenedOnProblem(form.happenedOn, cycle, today)
  if (dayProblem) return refuse('happenedOn', dayProblem)
  const ofThisPlan = { cycleId, removedAt: null }
  const provision =
    form.about === EVERY_LESSON
      ? null
      : await tx.provision.findFirst({
          where: { id: form.about, ...ofThisPlan },
          select: { id: true, minutes: true },
        })
  if (form.about !== EVERY_LESSON && !provision) return refuse('about', 'Select what the note is about')
  const outcome =
    form.outcomeId &&
    (await tx.outcome.findFirst({ where: { id: form.outcomeId, ...ofThisPlan }, select: { id: true } }))
  if (form.outcomeId && !outcome) return refuse('outcomeId', 'Select an outcome from the list')

  const planned = form.delivered === 'given' ? (provision?.minutes ?? null) : null
  const wasGiven = form.delivered !== 'not-given'
  return {
    ok: true,
    value: {
      provisionId: provision?.id ?? null,
      outcomeId: form.outcomeId,
      happenedOn: toDateColumn(form.happenedOn),
      delivered: form.delivered,
      reason: form.delivered === 'given' ? null : form.reason,
      minutes: wasGiven ? (form.minutes ?? planned) : null,
      givenBy: wasGiven ? form.givenBy : null,
      observation: form.observation,
      measured: form.measured,
    },
  }
}
