import { Card } from '@/components/look/card'
import { longDate } from '@/lib/calendar/iso-date'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { asSentence } from '@/lib/platform/sentence.words'

export type VersionShown = {
  id: string
  cycleNumber: number
  number: number
  publishedBy: string
  appliesFrom: IsoDate
  reason: string | null
}

type Props = {
  versions: readonly VersionShown[]
  /** The address of the pupil. */
  base: string
}

/** Every published version of a plan, the newest first: each stays as it was. */
export function VersionsCard({ versions, base }: Props) {
  if (versions.length === 0) return null
  return (
    <Card heading="Versions">
      <ul className="lines">
        {versions.map(({ id, number, publishedBy, appliesFrom, reason }, place) => (
          <li key={id}>
            <p className="last">
              <a href={`${base}/plan/versions/${id}`}>Version {number}</a>, from {longDate(appliesFrom)}
              {place === 0 && ', the one in force'}
            </p>
            <p className="small soft last">
              {asSentence(reason ?? 'The plan came into force')} Published by {publishedBy}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${base}/plan/versions`}>Compare versions</a>
      </p>
    </Card>
  )
}
