import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import { ageWords } from '@/lib/assessment/age.words'
import type { SpecialistLine } from '@/lib/specialist/rules'
import { serviceWords } from '@/lib/specialist/words'

type Props = {
  specialists: readonly SpecialistLine[]
  /** The address of the pupil. */
  base: string
  today: IsoDate
  mayOpen: boolean
}

/** The specialists outside the school whose advice this assessment draws on, by the age of their report (6.45, P16). */
export function SpecialistAdvice({ specialists, base, today, mayOpen }: Props) {
  if (specialists.length === 0) return null
  return (
    <ul className="lines">
      {specialists.map(({ id, service, personRole, requestedOn, reportReceivedOn, agreed }) => {
        const name = [serviceWords[service], personRole].filter(Boolean).join(', ')
        return (
          <li key={id}>
            <p>{mayOpen ? <a href={`${base}/specialists/${id}`}>{name}</a> : <b>{name}</b>}</p>
            <p className="small soft">
              {reportReceivedOn === null
                ? `Asked on ${longDate(requestedOn)}; no report yet`
                : `Report of ${longDate(reportReceivedOn)}, ${ageWords(reportReceivedOn, today)}`}
            </p>
            {agreed && <p className="pre">{agreed}</p>}
          </li>
        )
      })}
    </ul>
  )
}
