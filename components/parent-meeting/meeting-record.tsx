import { dayAndMonth, longDate } from '@/lib/calendar/iso-date'
import type { MeetingRecordView } from '@/lib/parent-meeting/line.rules'
import { partsMissing } from '@/lib/parent-meeting/record.rules'
import { listed } from '@/lib/parent-meeting/line.words'

type Props = { record: MeetingRecordView; givenName: string; forFamily?: boolean }

/** What was agreed at a meeting: outcomes, support, who is responsible for what, and the actions (6.65, 6.71). */
export function MeetingRecord({ record, givenName, forFamily = false }: Props) {
  const missing = partsMissing(record)
  const said: [string, string | null][] = [
    ['Outcomes', record.outcomesAgreed],
    ['Activities and support', record.supportAgreed],
    [forFamily ? 'You will' : 'The parents will', record.parentWillDo],
    [`${givenName} will`, record.pupilWillDo],
    ['The school will', record.schoolWillDo],
    [
      forFamily ? `What you hope for ${givenName}` : `What the parents hope for ${givenName}`,
      record.aspirations,
    ],
    [forFamily ? 'What worries you most' : 'What the parents worry about most', record.worries],
    ['At home and outside school', record.atHome],
    [`What ${givenName} said`, record.pupilSaid],
    ['Next meeting', record.nextMeeting],
  ]
  return (
    <>
      <dl className="govuk-summary-list">
        {said.map(([term, text]) =>
          text ? (
            <div key={term}>
              <dt>{term}</dt>
              <dd className="pre">{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {record.actions.length > 0 && (
        <>
          <h3>Actions</h3>
          <dl className="govuk-summary-list">
            {record.actions.map(({ who, what, by }, index) => (
              <div key={index}>
                <dt>
                  {who}
                  {by && (
                    <>
                      <br />
                      <span className="soft small">by {dayAndMonth(by)}</span>
                    </>
                  )}
                </dt>
                <dd className="pre">{what}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="small soft">Written on {longDate(record.writtenOn)}.</p>
      {!forFamily && missing.length > 0 && (
        <p className="govuk-inset-text">It does not say {listed(missing)} (6.65).</p>
      )}
    </>
  )
}
