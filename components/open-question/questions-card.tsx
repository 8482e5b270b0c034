import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { isQuestionDue, type OpenQuestion } from '@/lib/open-question/rules'
import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'

type Props = {
  questions: readonly OpenQuestion[]
  /** The address of the pupil. */
  base: string
  mayAsk: boolean
  today: IsoDate
}

function Question({ question, base, mayAsk, today }: Omit<Props, 'questions'> & { question: OpenQuestion }) {
  const { what, owner, dueOn, found, foundOn } = question
  const by = `${owner}, by ${longDate(dueOn)}`
  return (
    <li>
      <p className="pre">{what}</p>
      {found === null ? (
        <>
          <p className="small">
            {isQuestionDue(question, today) ? <ToneWord tone="risk">{by}</ToneWord> : by}
          </p>
          {mayAsk && (
            <p className="small">
              <a href={`${base}/questions/${question.id}`}>
                Write down what was found<span className="govuk-visually-hidden">: {what}</span>
              </a>
            </p>
          )}
        </>
      ) : (
        <>
          <p className="small pre">{found}</p>
          <p className="small soft">
            Found out by {owner}
            {foundOn && `, ${longDate(foundOn)}`}
          </p>
        </>
      )}
    </li>
  )
}

/** What is still to be found out, by whom and by when, and what was found (P19). */
export function QuestionsCard({ questions, ...rest }: Props) {
  return (
    <Card heading="Still to find out" id="questions">
      {questions.length === 0 ? (
        <p>Nothing is written down as still to be found out.</p>
      ) : (
        <ul className="lines">
          {questions.map((question) => (
            <Question key={question.id} question={question} {...rest} />
          ))}
        </ul>
      )}
      {rest.mayAsk && (
        <p className="small last">
          <a href={`${rest.base}/questions/add`}>Write down what is still to be found out</a>
        </p>
      )}
    </Card>
  )
}
