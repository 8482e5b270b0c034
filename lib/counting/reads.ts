import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { FORMATS } from '@/lib/parent-meeting/record.rules'
import type { MeetingRuleSet } from '@/lib/parent-meeting/rule-set.rules'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Counting } from './preview.rules'

/** Settings as they were set: from which day, by whom, when. */
export type CountingLine = Counting & { number: number; from: IsoDate; setBy: string; setAt: Date }

/** Every wording of the Code there has been, the oldest first. */
export async function ruleSets(tx: SchoolTx): Promise<MeetingRuleSet[]> {
  const rows = await tx.meetingRuleSet.findMany({ orderBy: { fromOn: 'asc' } })
  return rows.map(({ fromOn, formats, ...rest }) => ({
    ...rest,
    from: fromDateColumn(fromOn),
    formats: FORMATS.filter((format) => formats.includes(format)),
  }))
}

/** What the school has set about counting since it began, the latest first; nothing of it is ever altered. */
export async function countingHistory(tx: SchoolTx): Promise<CountingLine[]> {
  const rows = await tx.countingSetting.findMany({
    select: {
      number: true,
      fromOn: true,
      phoneCounts: true,
      proRata: true,
      includeEhcPlan: true,
      includeNursery: true,
      warnSchoolDays: true,
      setAt: true,
      setBy: { select: { title: true, givenName: true, familyName: true } },
    },
    orderBy: { number: 'desc' },
  })
  return rows.map(({ fromOn, setBy: { title, givenName, familyName }, ...rest }) => ({
    ...rest,
    from: fromDateColumn(fromOn),
    setBy: [title, givenName, familyName].filter(Boolean).join(' '),
  }))
}
