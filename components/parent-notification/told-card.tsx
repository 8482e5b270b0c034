import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import {
  type NotificationRule,
  TELL_WITHIN_SCHOOL_DAYS,
  type ToldLine,
} from '@/lib/parent-notification/rules'
import { toldWords } from '@/lib/parent-notification/words'
import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'

type Told = { lines: readonly ToldLine[]; nobodyToTell: NotificationRule | null }

type Props = {
  told: Told
  since: IsoDate | null
  base: string
  mayRecord: boolean
  mayChangeContacts: boolean
}

const PARAGRAPH = 'Code 6.43; Children and Families Act, section 68'

function Missing({ rule }: { rule: NotificationRule }) {
  return (
    <>
      <ToneWord tone="miss">Not told</ToneWord>{' '}
      <span className="small">
        {PARAGRAPH}
        {rule === 'R02' && `. More than ${TELL_WITHIN_SCHOOL_DAYS} school days since SEN support began`}
      </span>
    </>
  )
}

function Line({ line: { recipient, told, missing } }: { line: ToldLine }) {
  return (
    <li>
      <p>
        <b>{recipient.name}</b>
        {recipient.relationship ? (
          <span className="soft small">, {recipient.relationship.toLowerCase()}</span>
        ) : (
          <span className="soft small">, the young person</span>
        )}
      </p>
      <p>
        {told ? (
          <ToneWord tone="met">{toldWords(told)}</ToneWord>
        ) : missing ? (
          <Missing rule={missing} />
        ) : (
          'A parent was told while the right was still theirs'
        )}
      </p>
    </li>
  )
}

/** Whether each entitled parent, or the young person, was told that SEN support is being made (6.43, 6.48, R01, R02, P05). */
export function ToldCard({
  told: { lines, nobodyToTell },
  since,
  base,
  mayRecord,
  mayChangeContacts,
}: Props) {
  const waiting = lines.some(({ told, missing }) => !told && missing)
  return (
    <Card heading="Parents told of SEN support" id="parents-told">
      {since && <p className="soft small">About SEN support since {longDate(since)}</p>}
      {nobodyToTell && (
        <p>
          <ToneWord tone="miss">Nobody told, and nobody on record who may be</ToneWord>{' '}
          <span className="small">{PARAGRAPH}. Add a parent, the carer or the local authority</span>
        </p>
      )}
      <ul className="lines">
        {lines.map((line) => (
          <Line key={line.recipient.contactId ?? 'young-person'} line={line} />
        ))}
      </ul>
      {nobodyToTell && mayChangeContacts && (
        <p className="small last">
          <a href={`${base}/contacts/add`}>Add a parent or carer</a>
        </p>
      )}
      {waiting && mayRecord && (
        <p className="last">
          <a className="govuk-button govuk-button--secondary" href={`${base}/parents-told`}>
            Record who was told
          </a>
        </p>
      )}
    </Card>
  )
}
