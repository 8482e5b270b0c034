import { Card } from '@/components/look/card'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

type Props = { change: { from: IsoDate; reason: string; sentences: readonly string[] } | null }

/** What is different in the plan since its last change, and why; who is responsible now among it (P30, P31). */
export function FamilyChangeCard({ change }: Props) {
  if (!change) return null
  return (
    <Card heading={`What is different since ${longDate(change.from)}`}>
      <p>{change.reason}</p>
      <ul>
        {change.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}
