import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { questionsOf } from '@/lib/open-question/reads'
import type { OpenQuestion } from '@/lib/open-question/rules'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { isId, openPupil } from '@/lib/pupil/reads'
import { schoolYearCalendar, withYearBefore } from '@/lib/school/reads'
import { parentsToHear } from './family.reads'
import type { ConcernAt } from './hold.reads'
import { concernPolicy } from './policy'
import type { ConcernLine } from './line.rules'
import { concernOf } from './reads'
import type { Sign } from './rules'

type Parent = { id: string; name: string }

/** What a class check saw of the pupil, where the concern comes of one. */
export type Checked = { id: string; signs: Sign[] }

export type ConcernToRaise = {
  pupil: PupilHeader
  parents: Parent[]
  checked: Checked | null
  today: IsoDate
}

/** The page on which a concern about a pupil is raised; from a class check, with the signs that were ticked there. */
export function getConcernToRaise(
  actor: Actor,
  pupilId: string,
  now: Date,
  checkedId: string | null = null,
): Promise<ConcernToRaise> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'raise-concern', today, now })
    if (!concernPolicy.raise(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`raise a concern about pupil ${pupilId}`)
    return {
      pupil,
      parents: await parentsToHear(tx, pupilId, today),
      checked: checkedId === null ? null : await checkedOf(tx, pupilId, checkedId),
      today,
    }
  })
}

async function checkedOf(tx: SchoolTx, pupilId: string, id: string): Promise<Checked | null> {
  if (!isId(id)) return null
  const row = await tx.classCheckPupil.findFirst({
    where: { id, pupilId },
    select: { id: true, signs: true },
  })
  return row && { id: row.id, signs: row.signs as Sign[] }
}

export type ConcernPage = {
  pupil: PupilHeader
  concern: ConcernLine
  /** With whom a decision can be talked over. */
  parents: Parent[]
  questions: OpenQuestion[]
  may: { answer: boolean; tryOut: boolean; talkOver: boolean }
  today: IsoDate
}

/** One concern on its own page: what was raised, tried and decided, and for those who decide what to do (6.19 to 6.24). */
export function getConcern(actor: Actor, { pupilId, concernId }: ConcernAt, now: Date): Promise<ConcernPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'concern', today, now })
    const thisYear = await schoolYearCalendar(tx, pupil.schoolId, today)
    const calendar = await withYearBefore(tx, pupil.schoolId, thisYear)
    const concern = await concernOf(tx, actor, { id: concernId, pupilId, today, calendar })
    if (!concern) throw new NotFound(`concern ${concernId}`)
    const subject = { schoolId: pupil.schoolId, pupilId }
    return {
      pupil,
      concern,
      parents: await parentsToHear(tx, pupilId, today),
      questions: await questionsOf(tx, pupilId),
      may: {
        answer: concernPolicy.answer(actor, subject),
        tryOut: concernPolicy.tryOut(actor, subject),
        talkOver: concernPolicy.talkOver(actor, subject),
      },
      today,
    }
  })
}

/** The decision for SEN support that leads on to the register. */
export type DecidedConcern = { reasons: readonly string[]; words: string; decidedOn: IsoDate }

/** What was decided on the concern that led to SEN support, and how many strategies were tried for the pupil (6.19). */
export function getDecidedConcern(
  actor: Actor,
  pupilId: string,
  concernId: string | null,
): Promise<{ decided: DecidedConcern | null; tried: number }> {
  return asActor(actor, async (tx) => {
    if (!concernPolicy.answer(actor, { schoolId: actor.schoolId, pupilId }))
      throw new NotAllowed(`decide on concerns about pupil ${pupilId}`)
    const tried = await tx.concernStrategy.count({ where: { pupilId } })
    const known = concernId !== null && isId(concernId)
    const row = known
      ? await tx.concernDecision.findFirst({
          where: { pupilId, concernId, decision: 'sen-support' },
          select: { reasons: true, words: true, decidedOn: true },
          orderBy: { decidedAt: 'desc' },
        })
      : null
    return { decided: row && { ...row, decidedOn: fromDateColumn(row.decidedOn) }, tried }
  })
}
