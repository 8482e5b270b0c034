import { longDate } from '@/lib/calendar/iso-date'
import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { involvementState, type InvolvementState, type SpecialistLine } from '@/lib/specialist/rules'
import { involvementWords, serviceWords } from '@/lib/specialist/words'

const TONES = { waiting: 'none', seen: 'track', 'to-share': 'risk', shared: 'met' } as const satisfies Record<
  InvolvementState,
  string
>

type Props = { specialists: readonly SpecialistLine[]; base: string; mayRecord: boolean }

/** The specialists who were asked about a pupil, each with where it stands (6.59). */
export function SpecialistsCard({ specialists, base, mayRecord }: Props) {
  if (specialists.length === 0 && !mayRecord) return null
  return (
    <Card heading="Specialists" id="specialists">
      {specialists.length === 0 && <p>None asked so far.</p>}
      <ul className="lines">
        {specialists.map((line) => {
          const state = involvementState(line)
          const name = [serviceWords[line.service], line.personRole].filter(Boolean).join(', ')
          return (
            <li key={line.id}>
              <p>{mayRecord ? <a href={`${base}/specialists/${line.id}`}>{name}</a> : <b>{name}</b>}</p>
              <p className="small">
                <ToneWord tone={TONES[state]}>{involvementWords[state]}</ToneWord>
              </p>
              <p className="small soft">
                Decided with the parents on {longDate(line.parentsInvolvedOn)}, asked on{' '}
                {longDate(line.requestedOn)}
              </p>
              {line.agreed && <p className="pre">{line.agreed}</p>}
            </li>
          )
        })}
      </ul>
      {mayRecord && (
        <p className="small last">
          <a href={`${base}/specialists/add`}>Record that a specialist was asked</a>
        </p>
      )}
    </Card>
  )
}
