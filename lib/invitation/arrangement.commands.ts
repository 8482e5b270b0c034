import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { InviteForm } from './schema'

const columnsOf = (form: Omit<InviteForm, 'by'>) => {
  const { pupilInvited, others, noteTaker, joinBy, papers, interpreter, accessNeeds, formKey } = form
  const papersSentOn = form.papersSentOn && toDateColumn(form.papersSentOn)
  return { pupilInvited, others, noteTaker, joinBy, papers, papersSentOn, interpreter, accessNeeds, formKey }
}

/** Keeps what an invitation says beyond the meeting; false where it changed since `version`, 0 being nothing. */
export async function keepArrangement(
  tx: SchoolTx,
  { schoolId, id: meetingId, pupilId }: { schoolId: string; id: string; pupilId: string },
  version: number,
  form: Omit<InviteForm, 'by'>,
): Promise<boolean> {
  const data = columnsOf(form)
  if (version === 0) {
    const made = await tx.meetingArrangement.createMany({
      data: { schoolId, meetingId, pupilId, ...data },
      skipDuplicates: true,
    })
    return made.count > 0
  }
  const saved = await tx.meetingArrangement.updateMany({
    where: { meetingId, version },
    data: { ...data, version: { increment: 1 } },
  })
  return saved.count > 0
}

/** The same for the meeting of a sibling, which was locked with it: what is said there is said of both. */
export async function keepSameFor(
  tx: SchoolTx,
  { schoolId }: Actor,
  { id: meetingId, pupilId }: { id: string; pupilId: string },
  form: Omit<InviteForm, 'by'>,
): Promise<void> {
  const data = columnsOf(form)
  const saved = await tx.meetingArrangement.updateMany({
    where: { meetingId },
    data: { ...data, version: { increment: 1 } },
  })
  if (saved.count === 0)
    await tx.meetingArrangement.create({ data: { schoolId, meetingId, pupilId, ...data } })
}
