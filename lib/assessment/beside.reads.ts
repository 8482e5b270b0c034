import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { AnnotationAbout, AnnotationLine, BaselineLine } from './own-words.rules'

const name = { select: { givenName: true, familyName: true } } as const

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/** The notes staff set beside a family's words in one cycle, the oldest first. */
export async function annotationsOf(tx: SchoolTx, cycleId: string): Promise<AnnotationLine[]> {
  const rows = await tx.assessmentAnnotation.findMany({
    where: { cycleId },
    include: { writtenBy: name },
    orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, about, sourceId, words, writtenBy, writtenAt }) => ({
    id,
    about: about as AnnotationAbout,
    sourceId,
    words,
    writtenBy: nameOf(writtenBy),
    writtenOn: schoolDay(writtenAt),
  }))
}

/** Where the pupil stood in each measure of one cycle's assessment, by the day it was taken. */
export async function baselinesOf(tx: SchoolTx, cycleId: string): Promise<BaselineLine[]> {
  const rows = await tx.assessmentBaseline.findMany({
    where: { cycleId },
    include: { writtenBy: name },
    orderBy: [{ measuredOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, measure, value, unit, measuredOn, writtenBy }) => ({
    id,
    measure,
    value,
    unit,
    measuredOn: fromDateColumn(measuredOn),
    writtenBy: nameOf(writtenBy),
  }))
}
