import { longDate } from '@/lib/calendar/iso-date'
import type { Absence } from '@/lib/absence/rules'
import { awayReasonWords, awayWords } from '@/lib/absence/words'

/** Every time a pupil was away, those taken back among them: nothing that was written goes. */
export function AbsenceList({ absences, base }: { absences: readonly Absence[]; base: string }) {
  if (absences.length === 0) return <p>Nothing is written down.</p>
  return (
    <ul className="lines">
      {absences.map((absence) => (
        <li key={absence.id}>
          <p>
            <b>{awayWords(absence)}</b>. {awayReasonWords[absence.reason]}.
            {absence.isWithdrawn ? (
              ' Taken back: it was a mistake, and counts no more.'
            ) : (
              <>
                {' '}
                <a href={`${base}/absences/${absence.id}`}>
                  {absence.until === null ? 'Say when it ended' : 'Change'}
                  <span className="govuk-visually-hidden">: {awayWords(absence)}</span>
                </a>
              </>
            )}
          </p>
          <p className="soft small">
            Written down by {absence.by} on {longDate(absence.on)}
          </p>
        </li>
      ))}
    </ul>
  )
}
