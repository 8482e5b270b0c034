import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import type { PupilFlag } from '@/lib/flag/on-pupil.words'
import { inSchool } from './address'

type Props = {
  schoolSlug: string
  flags: readonly PupilFlag[]
  /** What the record of a meeting still owes (6.71). */
  afterMeetings?: readonly PupilFlag[]
  /** Those who may not do these acts read them without a link. */
  mayAct: boolean
}

/** What waits for this pupil: what, since when, by which paragraph, and what would clear it (8.1). */
export function PupilFlags({ flags, afterMeetings = [], ...page }: Props) {
  return (
    <>
      <Waiting {...page} flags={flags} heading="Still to do at the start" id="flags" />
      <Waiting {...page} flags={afterMeetings} heading="Still to do after a meeting" id="after-meetings" />
    </>
  )
}

type WaitingProps = Omit<Props, 'afterMeetings'> & { heading: string; id: string }

function Waiting({ schoolSlug, flags, mayAct, heading, id }: WaitingProps) {
  if (flags.length === 0) return null
  return (
    <Card heading={heading} id={id}>
      <ul className="lines">
        {flags.map(({ ruleId, what, since, source, clears, path, isAtRisk }) => (
          <li key={ruleId + path + what}>
            <p>
              <ToneWord tone={isAtRisk ? 'risk' : 'track'} icon={isAtRisk ? 'risk' : 'prompt'}>
                {what}
              </ToneWord>
            </p>
            <p className="small">
              <span className="soft">
                {source}. Since {since}.{' '}
              </span>
              {mayAct ? <a href={inSchool(schoolSlug, path)}>{clears}</a> : clears}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
