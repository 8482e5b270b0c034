import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { MailProblem, MailStatus } from '@/lib/mail/rules'
import { pointsAtMeeting } from '@/lib/parent-point/answer.reads'
import type { ListedPoint } from '@/lib/parent-point/answer.rules'
import type { SchoolTx } from '@/lib/platform/db'
import { questionsAbout } from '@/lib/record-question/reads'
import type { RecordQuestion } from '@/lib/record-question/rules'
import type { MeetingLine } from './line.rules'
import { recordVersions } from './signing.reads'
import type { RecordVersion } from './signing.rules'

/** How far the mail of a copy has come. */
export type CopyMail = { status: MailStatus; problem: MailProblem | null }

/** What follows a meeting: its record as it was signed, what parents asked, and whether their copies arrived. */
export type AfterMeeting = {
  versions: RecordVersion[]
  points: ListedPoint[]
  questions: RecordQuestion[]
  mails: ReadonlyMap<string, CopyMail>
}

/** What follows one meeting, in a fixed number of statements. */
export async function afterMeeting(
  tx: SchoolTx,
  meeting: MeetingLine,
  pupilId: string,
  today: IsoDate,
): Promise<AfterMeeting> {
  const mails = await tx.outboxMail.findMany({
    where: { id: { in: meeting.copies.flatMap(({ mailId }) => mailId ?? []) } },
    select: { id: true, status: true, problem: true },
  })
  return {
    versions: meeting.signed ? await recordVersions(tx, meeting.id) : [],
    points: await pointsAtMeeting(tx, { pupilId, meetingId: meeting.id }, today),
    questions: meeting.signed ? await questionsAbout(tx, meeting.id) : [],
    mails: new Map(
      mails.map(({ id, status, problem }) => [
        id,
        { status: status as MailStatus, problem: problem as MailProblem | null },
      ]),
    ),
  }
}
