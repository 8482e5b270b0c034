import type { Tone } from '@/components/look/icon'
import { ToneTag } from '@/components/look/state-tag'
import { longDate, schoolDay, schoolTime, timeOfDay } from '@/lib/calendar/iso-date'
import type { MailKind, MailProblem, MailStatus } from '@/lib/mail/rules'
import { mailKindWords, mailProblemWords, mailStatusWords } from '@/lib/mail/words'

type Mail = {
  id: string
  kind: MailKind
  status: MailStatus
  problem: MailProblem | null
  createdAt: Date
  pupilName: string
  askedBy: string
  canBeRead: boolean
}

const TONES: Record<MailStatus, Tone> = {
  waiting: 'none',
  sending: 'none',
  sent: 'met',
  caught: 'none',
  withheld: 'risk',
  failed: 'risk',
}

/** The school's mail in a table on a desk, as cards on a phone. */
export function MailTable({ mails, base }: { mails: readonly Mail[]; base: string }) {
  return (
    <table className="register" role="table">
      <caption className="govuk-visually-hidden">Mail</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['What', 'About', 'Asked for', 'State'].map((head) => (
            <th scope="col" role="columnheader" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {mails.map(({ id, kind, status, problem, createdAt, pupilName, askedBy, canBeRead }) => (
          <tr role="row" key={id}>
            <th scope="row" role="rowheader">
              {canBeRead ? <a href={`${base}/mail/${id}`}>{mailKindWords[kind]}</a> : mailKindWords[kind]}
            </th>
            <td role="cell" data-l="About">
              {pupilName}
            </td>
            <td role="cell" data-l="Asked for">
              {longDate(schoolDay(createdAt))}, {timeOfDay(schoolTime(createdAt))}
              <small>by {askedBy}</small>
            </td>
            <td role="cell" data-l="State" className="full">
              <ToneTag tone={TONES[status]}>{mailStatusWords[status]}</ToneTag>
              {problem && status !== 'sent' && <small>{mailProblemWords[problem]}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
