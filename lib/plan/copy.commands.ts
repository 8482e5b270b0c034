import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { pupilHeader } from '@/lib/pupil/reads'
import { agreementsOf, partiesOf } from './agreement.reads'
import type { FamilyContent, PlanContent } from './content.schema'
import { readContent, readFamilyContent } from './content.reads'
import type { CopyAsked, Edition } from './copy.rules'
import type { WrittenCopy } from './copy.words'
import { planCopyPolicy } from './policy'
import { latestFamilyVersion, latestOfCycle } from './versions.reads'

type Plan = { cycleId: string; reviewDue: IsoDate | null; activatedOn: IsoDate }

// The newest plan that came into force, as far as whoever asks may see it.
async function planOf(tx: SchoolTx, pupilId: string): Promise<Plan | null> {
  const row = await tx.cycle.findFirst({
    where: { pupilId, activatedOn: { not: null } },
    orderBy: { number: 'desc' },
    select: { id: true, reviewDue: true, activatedOn: true },
  })
  return row?.activatedOn
    ? {
        cycleId: row.id,
        reviewDue: fromDateColumnOrNull(row.reviewDue),
        activatedOn: fromDateColumn(row.activatedOn),
      }
    : null
}

type Published = {
  content: PlanContent | FamilyContent
  number: number
  appliesFrom: IsoDate
  reason: string | null
}

// A plan from before versions were kept has none yet: its copy is made from the rows that are its first version.
async function familyEdition(tx: SchoolTx, pupilId: string, plan: Plan, today: IsoDate): Promise<Published> {
  const version = await latestFamilyVersion(tx, pupilId)
  if (version) return version
  const content = await readFamilyContent(tx, plan.cycleId, today)
  if (!content) throw new NotFound(`plan of pupil ${pupilId}`)
  return { content, number: 1, appliesFrom: plan.activatedOn, reason: null }
}

async function staffEdition(tx: SchoolTx, pupilId: string, plan: Plan, today: IsoDate): Promise<Published> {
  const version = await latestOfCycle(tx, plan.cycleId)
  if (version) return version
  const asked = { cycleId: plan.cycleId, pupilId, givenName: '', changeId: null }
  const { parties } = await partiesOf(tx, asked, today)
  const content = await readContent(tx, plan.cycleId, agreementsOf(parties), today)
  if (!content) throw new NotFound(`plan of pupil ${pupilId}`)
  return { content, number: 1, appliesFrom: plan.activatedOn, reason: null }
}

/**
 * A written copy of the plan in force (P29, 6.51), for those who may have it, and the trace that it was taken. The
 * family's edition is made from the family's version alone, whoever takes it; a review date that was moved since is
 * the one that holds.
 */
export function takeCopy(
  actor: Actor,
  pupilId: string,
  { edition, format }: CopyAsked,
  now: Date,
): Promise<WrittenCopy> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await pupilHeader(tx, pupilId, today)
    const may = pupil && planCopyPolicy[edition](actor, { schoolId: pupil.schoolId, pupilId: pupil.id })
    const plan = may ? await planOf(tx, pupilId) : null
    if (!pupil || !plan) throw new NotFound(`plan of pupil ${pupilId}`)
    const made: Record<Edition, typeof familyEdition> = { family: familyEdition, staff: staffEdition }
    const { content, number, appliesFrom, reason } = await made[edition](tx, pupilId, plan, today)
    const school = await tx.school.findUniqueOrThrow({
      where: { id: actor.schoolId },
      select: { name: true, planName: true },
    })
    const trace = { subjectId: plan.cycleId, pupilId, details: { edition, format, number } }
    await audit(tx, actor, { action: 'plan.copied', ...trace }, now)
    return {
      edition,
      schoolName: school.name,
      planName: school.planName,
      pupilName: edition === 'family' ? pupil.givenName : pupil.name,
      number,
      appliesFrom,
      reason,
      takenOn: today,
      content: { ...content, reviewDue: plan.reviewDue },
    }
  })
}
