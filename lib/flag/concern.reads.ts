import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { ConcernDecision, RaisedBy } from '@/lib/concern/rules'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { TodayConcern } from './concern.words'

const name = { select: { givenName: true, familyName: true } } as const

// A concern is done with a yes, or with a no that was talked over; a family's, once it was also compared.
const notDone = (today: IsoDate) => ({
  pupil: { OR: [{ onRollUntil: null }, { onRollUntil: { gte: toDateColumn(today) } }] },
  OR: [
    { answeredOn: null },
    { decision: { in: ['monitor', 'gather-more'] } },
    { decision: 'not-sen', decisions: { none: { talks: { some: { contactId: { not: null } } } } } },
    { raisedBy: { in: ['parent', 'pupil'] }, decisions: { none: { comparison: { not: null } } } },
  ],
})

/** Every concern that may still wait for something, the oldest first; the rule then decides (6.17 to 6.24, 6.45). */
export async function concernsToday(tx: SchoolTx, today: IsoDate): Promise<TodayConcern[]> {
  const rows = await tx.concern.findMany({
    where: notDone(today),
    select: {
      id: true,
      pupilId: true,
      raisedBy: true,
      raisedOn: true,
      answeredOn: true,
      words: true,
      asksToTalk: true,
      contact: { select: { title: true, fullName: true } },
      writtenBy: name,
      pupil: {
        select: {
          givenName: true,
          preferredName: true,
          familyName: true,
          schoolClass: { select: { name: true } },
        },
      },
      decisions: {
        select: {
          decision: true,
          decidedOn: true,
          comparison: true,
          lookAgainOn: true,
          talks: { where: { contactId: { not: null } }, select: { id: true }, take: 1 },
        },
        orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: [{ raisedOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ pupil, contact, writtenBy, decisions, ...row }) => {
    const givenName = pupil.preferredName ?? pupil.givenName
    const raisedBy = row.raisedBy as RaisedBy
    const parent = contact && [contact.title, contact.fullName].filter(Boolean).join(' ')
    const staff = `${writtenBy.givenName} ${writtenBy.familyName}`
    return {
      id: row.id,
      pupilId: row.pupilId,
      pupilName: `${givenName} ${pupil.familyName}`,
      givenName,
      className: pupil.schoolClass?.name ?? null,
      raisedBy,
      from: raisedBy === 'staff' ? staff : raisedBy === 'parent' ? parent : null,
      raisedOn: fromDateColumn(row.raisedOn),
      answeredOn: fromDateColumnOrNull(row.answeredOn),
      words: row.words,
      asksToTalk: row.asksToTalk,
      decisions: decisions.map(({ talks, comparison, decision, decidedOn, lookAgainOn }) => ({
        decision: decision as ConcernDecision,
        decidedOn: fromDateColumn(decidedOn),
        lookAgainOn: fromDateColumnOrNull(lookAgainOn),
        isCompared: comparison !== null,
        isTalkedOver: talks.length > 0,
      })),
    }
  })
}
