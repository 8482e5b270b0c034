import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { notifiableContacts } from '@/lib/parent-notification/reads'
import { entitledRecipients } from '@/lib/parent-notification/rules'
import { isOverCompulsorySchoolAge } from '@/lib/pupil/rules'
import type { Answer, Method, Party } from './agreement.rules'
import type { Agreement } from './content.schema'

type Cycle = { cycleId: string; pupilId: string; givenName: string; changeId: string | null }

/**
 * Each parent whom the school may ask about a plan, and the pupil, with what they last said and each attempt to ask
 * them: of the plan as it is in force, and inside a change of that change too. A restricted parent is not among them, whatever was written down before (domain.md 6, Parents).
 */
export async function partiesOf(
  tx: SchoolTx,
  { cycleId, pupilId, givenName, changeId }: Cycle,
  today: IsoDate,
): Promise<{ parties: Party[]; isYoungPerson: boolean }> {
  const pupil = await tx.pupil.findFirstOrThrow({ where: { id: pupilId }, select: { dateOfBirth: true } })
  const born = fromDateColumn(pupil.dateOfBirth)
  const contacts = await notifiableContacts(tx, pupilId)
  const about = {
    cycleId,
    OR: [{ changeId: null }, { change: { ended: 'published' } }, ...(changeId ? [{ changeId }] : [])],
  }
  const answers = await tx.planAgreement.findMany({
    where: about,
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  })
  const invitations = await tx.planInvitation.findMany({
    where: about,
    orderBy: [{ madeOn: 'asc' }, { id: 'asc' }],
  })
  const isOver = isOverCompulsorySchoolAge(born, today)
  // Parents of a young person may be asked, and are where they can be; the young person must be.
  const parents = entitledRecipients({ name: givenName, dateOfBirth: isOver ? today : born }, contacts, today)
  const standing = (contactId: string | null): Pick<Party, 'latest' | 'attempts'> => {
    const last = answers.find((row) => row.contactId === contactId)
    return {
      latest: last
        ? {
            answer: last.answer as Answer,
            said: last.said,
            method: last.method as Method,
            on: fromDateColumn(last.answeredOn),
            changeId: last.changeId,
          }
        : null,
      attempts: invitations
        .filter((row) => row.contactId === contactId)
        .map(({ madeOn, method, cameOfIt }) => ({
          on: fromDateColumn(madeOn),
          method: method as Method,
          cameOfIt,
        })),
    }
  }
  const parties = [
    ...parents.map(({ contactId, name, relationship }) => ({
      ...{ contactId, name, relationship, mustBeAsked: !isOver },
      ...standing(contactId),
    })),
    { contactId: null, name: givenName, relationship: null, mustBeAsked: true, ...standing(null) },
  ]
  return { parties, isYoungPerson: isOver }
}

/** What each person said, as a published version keeps it. */
export const agreementsOf = (parties: readonly Party[]): Agreement[] =>
  parties.flatMap(({ contactId, name, relationship, latest, attempts }) => {
    if (!latest) return []
    const { answer, said, method, on } = latest
    return [{ contactId, name, relationship, answer, said, method, on, attempts: [...attempts] }]
  })
