import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { notifiableContacts } from '@/lib/parent-notification/reads'
import { entitledRecipients } from '@/lib/parent-notification/rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { isId, openPupil } from '@/lib/pupil/reads'
import { earlyDiscussionPolicy } from './policy'
import { discussionsOf } from './reads'
import { type DiscussionNote, type Phase, phaseOf } from './rules'

export type DiscussionToWrite = {
  pupil: PupilHeader
  /** The advice service of the school's area, as the school has named it. */
  adviceName: string | null
  phase: Phase
  isAdviceMentioned: boolean
  today: IsoDate
}

/** The page on which an early discussion is written down, or that the advice service was mentioned (6.39). */
export function getDiscussionToWrite(actor: Actor, pupilId: string, now: Date): Promise<DiscussionToWrite> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openToWrite(tx, actor, pupilId, today, now)
    return { pupil, ...(await adviceOf(tx, pupil)), today }
  })
}

async function openToWrite(tx: SchoolTx, actor: Actor, pupilId: string, today: IsoDate, now: Date) {
  const pupil = await openPupil(tx, actor, { pupilId, page: 'early-discussion', today, now })
  if (!earlyDiscussionPolicy.write(actor, { schoolId: pupil.schoolId, pupilId }))
    throw new NotAllowed(`write an early discussion about ${pupilId}`)
  return pupil
}

async function adviceOf(tx: SchoolTx, { id, schoolId }: PupilHeader) {
  const row = await tx.pupil.findUniqueOrThrow({
    where: { schoolId_id: { schoolId, id } },
    select: {
      yearGroup: true,
      school: { select: { phase: true, adviceName: true } },
      advice: { select: { phase: true } },
    },
  })
  const phase = phaseOf(row.yearGroup, row.school.phase)
  const isAdviceMentioned = row.advice.some((mention) => mention.phase === phase)
  return { adviceName: row.school.adviceName, phase, isAdviceMentioned }
}

export type DiscussionPage = {
  pupil: PupilHeader
  note: DiscussionNote
  /** The parents who should have it and have not. */
  toGive: { contactId: string; name: string }[]
  mayWrite: boolean
  adviceName: string | null
  isAdviceMentioned: boolean
  today: IsoDate
}

/** The note of an early discussion, with who has it and who should (6.39, R03). */
export function getDiscussion(
  actor: Actor,
  { pupilId, discussionId }: { pupilId: string; discussionId: string },
  now: Date,
): Promise<DiscussionPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'early-discussion', today, now })
    const subject = { schoolId: pupil.schoolId, pupilId }
    const [note] = isId(discussionId) ? await discussionsOf(tx, pupilId, discussionId) : []
    if (!note || !earlyDiscussionPolicy.read(actor, subject))
      throw new NotFound(`early discussion ${discussionId}`)
    const parents = entitledRecipients(pupil, await notifiableContacts(tx, pupilId), today)
    const { adviceName, isAdviceMentioned } = await adviceOf(tx, pupil)
    return {
      pupil,
      note,
      toGive: parents.flatMap(({ contactId, name }) =>
        contactId === null || note.copies.some((each) => each.contactId === contactId)
          ? []
          : [{ contactId, name }],
      ),
      mayWrite: earlyDiscussionPolicy.write(actor, subject),
      adviceName,
      isAdviceMentioned,
      today,
    }
  })
}
