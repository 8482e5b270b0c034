import { Card } from '@/components/look/card'
import { dateRange, type IsoDate } from '@/lib/calendar/iso-date'
import type { Counting } from '@/lib/counting/preview.rules'
import { countingSentences } from '@/lib/counting/words'

type Props = {
  counting: Counting
  year: { firstDay: IsoDate; lastDay: IsoDate }
  /** Where it is set; nothing for those who may not. */
  href: string | null
}

/** What this school has set about counting, which is never the Code's. */
export function SchoolCard({ counting, year, href }: Props) {
  return (
    <Card heading="What this school has set">
      <ul className="lines">
        {countingSentences(counting).map((sentence) => (
          <li key={sentence}>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
      <p className="small soft">
        A year is {dateRange(year.firstDay, year.lastDay)}. None of this is the Code’s.
      </p>
      {href && (
        <p>
          <a href={href}>Set how meetings are counted here</a>
        </p>
      )}
    </Card>
  )
}
