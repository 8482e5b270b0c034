import { Card } from '@/components/look/card'
import { ToneTag } from '@/components/look/state-tag'
import { longDate } from '@/lib/calendar/iso-date'
import type { RecordVersion } from '@/lib/parent-meeting/signing.rules'
import { recordLines } from '@/lib/parent-meeting/signing.words'
import type { RecordQuestion } from '@/lib/record-question/rules'

type Props = {
  questions: readonly RecordQuestion[]
  versions: readonly RecordVersion[]
  givenName: string
  /** Where it is answered; nothing for whoever may not, and for the family. */
  here: string | null
  forFamily?: boolean
}

/** What parents asked about lines of the record, and what the school answered; both stay (P84). */
export function RecordQuestions({ questions, versions, givenName, here, forFamily = false }: Props) {
  if (questions.length === 0) return null
  const termOf = ({ number, line }: RecordQuestion) => {
    const version = versions.find((one) => one.number === number)
    const lines = version ? recordLines(version.content, givenName, forFamily) : []
    return lines.find(({ key }) => key === line)?.term ?? 'The record'
  }
  return (
    <Card heading={forFamily ? 'What you asked' : 'Please explain'}>
      <dl className="govuk-summary-list">
        {questions.map((question) => (
          <div key={question.id}>
            <dt>
              {termOf(question)}
              <br />
              <span className="soft small">
                {[forFamily ? null : question.parentName, longDate(question.askedOn)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </dt>
            <dd>
              {question.words && <p className="pre">{question.words}</p>}
              {question.answer ? (
                <p className="pre">
                  {question.answer.words}
                  <br />
                  <span className="soft small">
                    {question.answer.by}, {longDate(question.answer.on)}
                  </span>
                </p>
              ) : (
                <p>
                  <ToneTag tone="risk">Not answered yet</ToneTag>{' '}
                  {here && (
                    <a href={`${here}/explain/${question.id}`}>
                      Explain it to {question.parentName}
                      <span className="govuk-visually-hidden">: {termOf(question)}</span>
                    </a>
                  )}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
