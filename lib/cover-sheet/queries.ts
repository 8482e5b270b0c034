import 'server-only'
import { auditEach } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { classPolicy } from '@/lib/class/policy'
import { classLines, supportInForce } from '@/lib/class/reads'
import { linesOfPupils } from '@/lib/plan-line/reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type CoverPupil, coverPupils } from './rules'

export type CoverSheet = { id: string; name: string; today: IsoDate; pupils: CoverPupil[] }

async function needsOf(tx: SchoolTx, pupilIds: readonly string[], today: IsoDate) {
  const rows = await tx.$queryRaw<{ pupil_id: string; names: string[] }[]>`
    SELECT n.pupil_id::text, array_agg(t.name ORDER BY n.rank, n.from_on) AS names
    FROM sen_needs n JOIN need_types t ON t.code = n.code
    WHERE n.pupil_id = ANY (${pupilIds}::uuid[]) AND n.from_on <= ${today}::date AND (n.until_on IS NULL OR n.until_on >= ${today}::date)
    GROUP BY n.pupil_id`
  return Object.fromEntries(rows.map(({ pupil_id, names }) => [pupil_id, names]))
}

/**
 * One page about a class for a colleague who covers it: printed by whoever teaches it or leads the school, because
 * somebody here for one day has no account (6.49, P53). That it was printed is in each pupil's trail.
 */
export function getCoverSheet(actor: Actor, classId: string, now: Date): Promise<CoverSheet> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const found = (await classLines(tx, actor.membershipId, today)).find(({ id }) => id === classId)
    if (!found || !classPolicy.read(actor, { schoolId: actor.schoolId, isOwn: found.isOwn }))
      throw new NotFound(`class ${classId}`)
    const pupils = await supportInForce(tx, classId, today)
    const opened = pupils.map(({ pupilId }) => ({
      ...{ action: 'pupil.opened' as const, subjectId: pupilId, pupilId },
      details: { page: 'cover-sheet' },
    }))
    await auditEach(tx, actor, opened, now)
    const ids = pupils.map(({ pupilId }) => pupilId)
    const known = { needs: await needsOf(tx, ids, today), lines: await linesOfPupils(tx, pupils) }
    return { id: classId, name: found.name, today, pupils: coverPupils(pupils, known) }
  })
}
