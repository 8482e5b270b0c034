import 'server-only'
import { v7 } from 'uuid'
import { auditEach } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { linesOfPupils } from '@/lib/plan-line/reads'
import type { PlanLine } from '@/lib/plan-line/rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { classPolicy } from './policy'
import { type ClassLine, classLines, supportInForce } from './reads'
import {
  groupsNoted,
  ownFirst,
  provisionGroups,
  restOfTheGroups,
  type SheetLine,
  type SheetPupil,
  wholeGroup,
} from './rules'

/** The classes whose sheets this person opens: their own, or every class of the school they lead (1.13). */
export async function listClasses(actor: Actor, now: Date): Promise<ClassLine[]> {
  if (!classPolicy.list(actor, actor)) throw new NotFound('classes')
  return asActor(actor, async (tx) => {
    const lines = await classLines(tx, actor.membershipId, schoolDay(now))
    return lines.filter(({ isOwn }) => classPolicy.read(actor, { schoolId: actor.schoolId, isOwn }))
  })
}

/** A line of the sheet with the key of its form: two taps make one note. */
type KeyedLine = SheetLine & { formKey: string }

export type ClassSheet = {
  id: string
  name: string
  today: IsoDate
  /** Who is looking: their own notes they may change with a tap. */
  me: Pick<Actor, 'membershipId' | 'role'>
  pupils: SheetPupil[]
  /** What the plan says for every day, by pupil. */
  lines: Record<string, PlanLine[]>
  groups: {
    what: string
    lines: KeyedLine[]
    /** Those who may be marked in one tap, by their provision. */
    whole: string[]
    /** Given by the person who is looking. */
    isOwn: boolean
  }[]
  noted: { noted: number; all: number }
  /** Those who may be marked as given together. */
  rest: KeyedLine[]
}

/** The sheet of a class: what each pupil needs in every lesson, what is given today, and what was noted (6.37, 6.49, 6.52). */
export async function getClassSheet(actor: Actor, classId: string, now: Date): Promise<ClassSheet> {
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const { name } = await classFor(tx, actor, classId, today)
    const pupils = await supportInForce(tx, classId, today)
    await traceOpened(tx, actor, { pupils, today, now })
    const groups = ownFirst(provisionGroups(pupils), actor.membershipId)
    const keyed = groups.map((group) => ({
      what: group.what,
      lines: group.lines.map((line) => ({ ...line, formKey: v7() })),
      whole: wholeGroup(group).map(({ id }) => id),
      isOwn: group.lines.some(({ deliveredById }) => deliveredById === actor.membershipId),
    }))
    const rest = new Set(restOfTheGroups(groups).map(({ id }) => id))
    return {
      id: classId,
      name,
      today,
      me: { membershipId: actor.membershipId, role: actor.role },
      pupils,
      lines: await linesOfPupils(tx, pupils),
      groups: keyed,
      noted: groupsNoted(groups),
      rest: keyed.flatMap(({ lines }) => lines.filter(({ id }) => rest.has(id))),
    }
  })
}

/** The line of a sheet that is about to be noted, as it stands now; not there for those who may not open the sheet. */
export async function getSessions(
  actor: Actor,
  asked: { classId: string; provisionIds: readonly string[] },
  now: Date,
): Promise<SheetLine[]> {
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    await classFor(tx, actor, asked.classId, today)
    const lines = provisionGroups(await supportInForce(tx, asked.classId, today)).flatMap(
      (group) => group.lines,
    )
    return lines.filter(({ id }) => asked.provisionIds.includes(id))
  })
}

async function classFor(tx: SchoolTx, actor: Actor, classId: string, today: IsoDate): Promise<ClassLine> {
  const found = (await classLines(tx, actor.membershipId, today)).find(({ id }) => id === classId)
  if (!found || !classPolicy.read(actor, { schoolId: actor.schoolId, isOwn: found.isOwn }))
    throw new NotFound(`class ${classId}`)
  return found
}

// A sheet is opened many times a day: that each pupil's support was looked at is written once a day for each person.
async function traceOpened(
  tx: SchoolTx,
  actor: Actor,
  { pupils, today, now }: { pupils: readonly SheetPupil[]; today: IsoDate; now: Date },
) {
  const seen = await tx.$queryRaw<{ pupil_id: string }[]>`
    SELECT DISTINCT e.pupil_id FROM audit_entries e
    WHERE e.membership_id = ${actor.membershipId}::uuid AND e.action = 'pupil.opened' AND e.details->>'page' = 'class-sheet'
      AND e.pupil_id = ANY (${pupils.map(({ pupilId }) => pupilId)}::uuid[])
      AND e.recorded_at > ${now}::timestamptz - interval '1 day' AND (e.recorded_at AT TIME ZONE 'Europe/London')::date = ${today}::date`
  const known = new Set(seen.map(({ pupil_id }) => pupil_id))
  const entries = pupils
    .filter(({ pupilId }) => !known.has(pupilId))
    .map(({ pupilId }) => ({
      action: 'pupil.opened' as const,
      subjectId: pupilId,
      pupilId,
      details: { page: 'class-sheet' },
    }))
  await auditEach(tx, actor, entries, now)
}
