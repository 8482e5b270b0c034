import 'server-only'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Service, SpecialistLine } from './rules'

/** Every specialist asked about a pupil, the latest first; a parent reads what was shared, which is all of it (6.59). */
export async function specialistsOf(tx: SchoolTx, pupilId: string): Promise<SpecialistLine[]> {
  const rows = await tx.specialistInvolvement.findMany({
    where: { pupilId },
    orderBy: [{ requestedOn: 'desc' }, { id: 'desc' }],
    include: { recordedBy: { select: { givenName: true, familyName: true } } },
  })
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    service: row.service as Service,
    personRole: row.personRole,
    askedFor: row.askedFor,
    parentsSaid: row.parentsSaid,
    agreed: row.agreed,
    parentsInvolvedOn: fromDateColumn(row.parentsInvolvedOn),
    requestedOn: fromDateColumn(row.requestedOn),
    firstSeenOn: fromDateColumnOrNull(row.firstSeenOn),
    reportReceivedOn: fromDateColumnOrNull(row.reportReceivedOn),
    sharedWithParentsOn: fromDateColumnOrNull(row.sharedWithParentsOn),
    sharedWithStaffOn: fromDateColumnOrNull(row.sharedWithStaffOn),
    recordedBy: `${row.recordedBy.givenName} ${row.recordedBy.familyName}`,
  }))
}
