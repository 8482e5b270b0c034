import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { classOn } from '@/lib/pupil/classes.rules'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { type Delivered, type DoNoteLine, writtenLater } from './rules'

type Row = {
  id: string
  happenedOn: Date
  delivered: string
  reason: string | null
  minutes: number | null
  observation: string | null
  measured: string | null
  writtenAt: Date
  sharedAt: Date | null
  version: number
  questions: { id: string }[]
  _count: { attachments: number }
  provision: { what: string } | null
  outcome: { willDo: string; unit: string | null } | null
  writtenBy: { givenName: string; familyName: string }
  pupil: { classes: { fromOn: Date | null; untilOn: Date | null; schoolClass: { name: string } }[] }
}

function lineFrom(row: Row): DoNoteLine {
  const happenedOn = fromDateColumn(row.happenedOn)
  const writtenOn = schoolDay(row.writtenAt)
  return {
    id: row.id,
    happenedOn,
    delivered: row.delivered as Delivered,
    reason: row.reason,
    minutes: row.minutes,
    observation: row.observation,
    measured: row.measured,
    unit: row.outcome?.unit ?? null,
    provision: row.provision?.what ?? null,
    outcome: row.outcome?.willDo ?? null,
    writtenBy: `${row.writtenBy.givenName} ${row.writtenBy.familyName}`,
    writtenOn,
    daysLater: writtenLater(happenedOn, writtenOn),
    isShared: row.sharedAt !== null,
    isCorrected: row.version > 1,
    isAsked: row.questions.length > 0,
    files: row._count.attachments,
    classThen: classOn(
      row.pupil.classes.map(({ fromOn, untilOn, schoolClass }) => ({
        name: schoolClass.name,
        from: fromDateColumnOrNull(fromOn),
        until: fromDateColumnOrNull(untilOn),
      })),
      happenedOn,
    ),
  }
}

/** The latest Do notes of a pupil, newest first; of one cycle where it is named. For a parent, the shared ones. */
export async function latestDoNotes(
  tx: SchoolTx,
  pupilId: string,
  limit: number,
  cycleId?: string,
): Promise<DoNoteLine[]> {
  const rows = await tx.doNote.findMany({
    where: { pupilId, ...(cycleId === undefined ? {} : { cycleId }) },
    orderBy: [{ happenedOn: 'desc' }, { writtenAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: {
      id: true,
      happenedOn: true,
      delivered: true,
      reason: true,
      minutes: true,
      observation: true,
      measured: true,
      writtenAt: true,
      sharedAt: true,
      version: true,
      questions: { where: { answer: null }, select: { id: true }, take: 1 },
      _count: { select: { attachments: true } },
      provision: { select: { what: true } },
      outcome: { select: { willDo: true, unit: true } },
      writtenBy: { select: { givenName: true, familyName: true } },
      pupil: {
        select: {
          classes: {
            where: { untilOn: { not: null } },
            select: { fromOn: true, untilOn: true, schoolClass: { select: { name: true } } },
          },
        },
      },
    },
  })
  return rows.map(lineFrom)
}

/** How many Do notes a cycle has. */
export const countDoNotes = (tx: SchoolTx, cycleId: string): Promise<number> =>
  tx.doNote.count({ where: { cycleId } })
