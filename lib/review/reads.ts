import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { FormValues } from '@/lib/platform/form-state'
import { careAnswers } from './care.reads'
import type { MoveKind, ReviewMove } from './date.rules'
import type { OutcomeRating, ReviewDecision } from './decision.rules'
import type { LaterView, RatedOutcome, ReviewRecord, WeighedProvision } from './record.rules'
import { daysLate } from './rules'
import { missingViews } from './views.rules'

const name = { select: { givenName: true, familyName: true } } as const
type Named = { givenName: string; familyName: string }
const nameOf = ({ givenName, familyName }: Named) => `${givenName} ${familyName}`
const nameOrNull = (person: Named | null) => person && nameOf(person)

const COLUMNS = {
  cycle: { select: { number: true } },
  recordedBy: name,
  teacher: name,
  senco: name,
  ratings: {
    orderBy: { outcome: { position: 'asc' } },
    include: { outcome: { select: { willDo: true, baseline: true, target: true, unit: true } } },
  },
  verdicts: { orderBy: { provisionId: 'asc' }, include: { provision: { select: { what: true } } } },
  laterViews: { orderBy: { id: 'asc' }, include: { writtenBy: name } },
} as const

const found = (tx: SchoolTx, cycleId: string) => tx.review.findFirst({ where: { cycleId }, include: COLUMNS })
type Row = NonNullable<Awaited<ReturnType<typeof found>>>

const ratedOutcome = ({ outcome, ...row }: Row['ratings'][number]): RatedOutcome => ({
  ...outcome,
  outcomeId: row.outcomeId,
  rating: row.rating as OutcomeRating,
  attained: row.attained,
  evidence: row.evidence,
  trend: row.trend as RatedOutcome['trend'],
  lifecycle: row.lifecycle as RatedOutcome['lifecycle'],
  why: row.why,
  whyNotKnown: row.whyNotKnown,
})

const weighedProvision = ({ provision, ...row }: Row['verdicts'][number]): WeighedProvision => ({
  provisionId: row.provisionId,
  what: provision.what,
  planned: row.planned,
  given: row.given,
  partly: row.partly,
  notGiven: row.notGiven,
  givenBy: row.givenBy as WeighedProvision['givenBy'],
  givenByNote: row.givenByNote,
  trained: row.trained as WeighedProvision['trained'],
  works: row.works as WeighedProvision['works'],
  quality: row.quality as WeighedProvision['quality'],
  reaction: row.reaction,
  decision: row.decision as WeighedProvision['decision'],
  reason: row.reason,
})

const laterView = ({ id, whose, words, onDay, writtenBy }: Row['laterViews'][number]): LaterView => ({
  id,
  whose: whose as LaterView['whose'],
  words,
  on: fromDateColumn(onDay),
  by: nameOf(writtenBy),
})

/** The review that closed a cycle, with how each outcome and each provision went; null while there is none. */
export async function readReview(tx: SchoolTx, cycleId: string): Promise<ReviewRecord | null> {
  const row = await found(tx, cycleId)
  if (!row) return null
  const [heldOn, dueOn] = [fromDateColumn(row.heldOn), fromDateColumn(row.dueOn)]
  const laterViews = row.laterViews.map(laterView)
  const said = (whose: LaterView['whose']) =>
    laterViews.some((view) => view.whose === whose && view.words !== null)
  const invitedLater = laterViews.filter(({ whose, words }) => whose === 'parent' && words === null)
  const { parentViews, parentViewsMissing, pupilViews, pupilViewsMissing } = row
  return {
    ...{
      id: row.id,
      cycleId,
      cycleNumber: row.cycle.number,
      heldOn,
      dueOn,
      daysLate: daysLate(dueOn, heldOn),
    },
    ...{ parentViews, parentViewsMissing, pupilViews, pupilViewsMissing },
    parentInvitedOn: row.parentInvitedOn.map(fromDateColumn),
    pupilAskedOn: fromDateColumnOrNull(row.pupilAskedOn),
    parentsSayNext: row.parentsSayNext,
    pupilSaysNext: row.pupilSaysNext,
    support: row.support,
    decision: row.decision as ReviewDecision,
    decisionReason: row.decisionReason,
    unchangedReason: row.unchangedReason,
    teacher: nameOrNull(row.teacher),
    senco: nameOrNull(row.senco),
    recordedBy: nameOf(row.recordedBy),
    recordedOn: schoolDay(row.recordedAt),
    outcomes: row.ratings.map(ratedOutcome),
    provisions: row.verdicts.map(weighedProvision),
    laterViews,
    missing: missingViews({
      ...{ parentViews, pupilViews, pupilViewsMissing },
      parentInvited: row.parentInvitedOn.length + invitedLater.length,
      parentLater: said('parent'),
      pupilLater: said('pupil'),
    }),
  }
}

/** Every change of a cycle's agreed review date, the oldest first (R15). */
export async function reviewMoves(tx: SchoolTx, cycleId: string): Promise<ReviewMove[]> {
  const rows = await tx.reviewDateMove.findMany({
    where: { cycleId },
    include: { movedBy: name },
    orderBy: [{ movedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as MoveKind,
    from: fromDateColumn(row.fromOn),
    to: fromDateColumn(row.toOn),
    reason: row.reason,
    by: nameOf(row.movedBy),
    on: schoolDay(row.movedAt),
  }))
}

/** What is written of a review before sign-off, and who saved it last. */
export type ReviewDraft = { answers: FormValues; version: number; savedBy: string; savedAt: Date }

/** The draft of a cycle's review; null where nobody has saved one. */
export async function readDraft(tx: SchoolTx, cycleId: string): Promise<ReviewDraft | null> {
  const row = await tx.reviewDraft.findFirst({ where: { cycleId }, include: { savedBy: name } })
  if (!row) return null
  return {
    answers: { ...(row.answers as FormValues), ...(await careAnswers(tx, cycleId)) },
    version: row.version,
    savedBy: nameOf(row.savedBy),
    savedAt: row.savedAt,
  }
}
