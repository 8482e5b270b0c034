import { dayAndMonth, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { isLost, type MailProblem, type MailStatus } from '@/lib/mail/rules'
import { mailStateWords } from '@/lib/mail/words'
import type { Copy, MeetingLine } from '@/lib/parent-meeting/line.rules'
import { RECORD_STEPS } from '@/lib/parent-meeting/record.rules'
import { copyMethodWords, stepWords } from '@/lib/parent-meeting/record.words'
import { ToneTag } from '@/components/look/state-tag'

type Mail = { status: MailStatus; problem: MailProblem | null }
type Props = {
  meeting: MeetingLine
  mails: ReadonlyMap<string, Mail>
  today: IsoDate
  here: string
  mayRecord: boolean
}

function State({ copy, mail, isLate }: { copy: Copy; mail: Mail | undefined; isLate: boolean }) {
  const { method, on } = copy
  if (method === null) return <ToneTag tone={isLate ? 'risk' : 'none'}>Not yet given</ToneTag>
  if (isLost(mail))
    return (
      <>
        <ToneTag tone="risk">Not delivered</ToneTag> {mail && mailStateWords(mail)}
      </>
    )
  return (
    <>
      <ToneTag tone={method === 'declined' ? 'none' : 'met'}>
        {method === 'declined' ? 'Not wanted' : 'Given'}
      </ToneTag>{' '}
      {copyMethodWords[method]}
      {on && `, ${dayAndMonth(on)}`}
      {mail && <span className="soft small"> {mailStateWords(mail)}</span>}
    </>
  )
}

/** Who has had their copy of the newest version, how and when, and whether staff have it and the MIS is updated (6.71, R19, R20). */
export function Copies({ meeting, mails, today, here, mayRecord }: Props) {
  const { copies, copyDue: due, signed, stepsToDo } = meeting
  const isLate = due !== null && today > due
  return (
    <section className="card">
      <h2>Copy of this record</h2>
      <p className="govuk-hint">
        Each parent has their own copy (6.71){due && `, within 10 school days: by ${longDate(due)}`}.
        {signed && signed.number > 1 && ` This is about version ${signed.number}.`}
      </p>
      {copies.length === 0 && <p>There is no parent who may have one.</p>}
      <dl className="govuk-summary-list">
        {copies.map((copy) => (
          <div key={copy.contactId}>
            <dt>{copy.name}</dt>
            <dd>
              <State copy={copy} mail={mails.get(copy.mailId ?? '')} isLate={isLate} />
            </dd>
          </div>
        ))}
        {signed &&
          RECORD_STEPS.map((step) => (
            <div key={step}>
              <dt>{stepWords[step]}</dt>
              <dd>
                {stepsToDo.includes(step) ? (
                  <ToneTag tone={isLate ? 'risk' : 'none'}>Not yet</ToneTag>
                ) : (
                  <ToneTag tone="met">Done</ToneTag>
                )}
              </dd>
            </div>
          ))}
      </dl>
      {mayRecord && signed && (
        <p className="noprint">
          <a href={`${here}/copies`}>Give or record a copy</a>
        </p>
      )}
      {signed && (
        <p className="noprint">
          <a href={`${here}/copy`}>Print a copy to hand over</a>
        </p>
      )}
    </section>
  )
}
