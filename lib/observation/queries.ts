import 'server-only'
import { v7 } from 'uuid'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { observationPolicy } from './policy'
import { observationsSince, type ObservationLine } from './reads'

export type ObservationsPage = {
  pupil: PupilHeader
  today: IsoDate
  lines: ObservationLine[]
  formKey: string
  /** Those that this person may put right. */
  mayCorrect: string[]
}

/** Everything that was seen of a pupil, newest first, with the form for the next (P41). */
export function getObservations(actor: Actor, pupilId: string, now: Date): Promise<ObservationsPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'observations', today, now })
    const subject = { schoolId: pupil.schoolId, pupilId }
    if (!observationPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
    const lines = await observationsSince(tx, pupilId, null)
    return {
      pupil,
      today,
      lines,
      formKey: v7(),
      mayCorrect: lines
        .filter(({ writtenById }) => observationPolicy.correct(actor, { ...subject, writtenById }))
        .map(({ id }) => id),
    }
  })
}

/** The page that puts one right; not there for anyone but who wrote it and the SENCO. */
export async function getObservationToCorrect(
  actor: Actor,
  { pupilId, observationId }: { pupilId: string; observationId: string },
  now: Date,
): Promise<Pick<ObservationsPage, 'pupil' | 'formKey'> & { line: ObservationLine }> {
  const { pupil, formKey, lines, mayCorrect } = await getObservations(actor, pupilId, now)
  const line = lines.find(({ id }) => id === observationId)
  if (!line || !mayCorrect.includes(line.id)) throw new NotFound(`observation ${observationId}`)
  return { pupil, formKey, line }
}
