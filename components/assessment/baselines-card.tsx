import { longDate } from '@/lib/calendar/iso-date'
import type { BaselineLine } from '@/lib/assessment/own-words.rules'
import { Card } from '@/components/look/card'

type Props = { baselines: readonly BaselineLine[]; base: string; mayWrite: boolean }

/** Where the pupil stands in each measure, with the unit and the day it was taken (6.45). */
export function BaselinesCard({ baselines, base, mayWrite }: Props) {
  return (
    <Card heading="Starting points" id="baselines">
      {baselines.length === 0 ? (
        <p>Nothing measured yet. A plan sets its targets from here.</p>
      ) : (
        <ul className="lines">
          {baselines.map(({ id, measure, value, unit, measuredOn, writtenBy }) => (
            <li key={id}>
              {measure}: <b>{value}</b> {unit}
              <br />
              <span className="small soft">
                {longDate(measuredOn)}, {writtenBy}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <p className="small last">
          <a href={`${base}/baselines/add`}>Write down a starting point</a>
        </p>
      )}
    </Card>
  )
}
