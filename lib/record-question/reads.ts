import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import type { RecordQuestion } from './rules'

/** What parents asked about the record of a meeting, oldest first; a parent finds their own alone. */
export async function questionsAbout(tx: SchoolTx, meetingId: string): Promise<RecordQuestion[]> {
  const rows = await tx.recordQuestion.findMany({
    where: { meetingId },
    select: {
      id: true,
      contactId: true,
      number: true,
      line: true,
      words: true,
      askedAt: true,
      contact: { select: { fullName: true } },
      answer: {
        select: {
          words: true,
          answeredAt: true,
          answeredBy: { select: { givenName: true, familyName: true } },
        },
      },
    },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ contact, askedAt, answer, ...question }) => ({
    ...question,
    parentName: contact.fullName,
    askedOn: schoolDay(askedAt),
    answer: answer && {
      words: answer.words,
      by: `${answer.answeredBy.givenName} ${answer.answeredBy.familyName}`,
      on: schoolDay(answer.answeredAt),
    },
  }))
}
