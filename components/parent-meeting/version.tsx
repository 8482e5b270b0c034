import { Card } from '@/components/look/card'
import { Details } from '@/components/look/details'
import { longDate } from '@/lib/calendar/iso-date'
import {
  changedLines,
  type LineChange,
  type ReadBack,
  type RecordVersion,
} from '@/lib/parent-meeting/signing.rules'
import { heardWords, recordLines } from '@/lib/parent-meeting/signing.words'
import { RecordLines } from './record-lines'

/** What became different between two versions, line by line: what it said, and what it says. */
export function Changes({ changes }: { changes: readonly LineChange[] }) {
  if (changes.length === 0) return <p>No line of it reads differently.</p>
  return (
    <dl className="govuk-summary-list">
      {changes.map(({ key, term, before, after }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>
            <p className="pre">
              <b>It said:</b> {before ?? 'nothing'}
            </p>
            <p className="pre">
              <b>It says:</b> {after ?? 'nothing'}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Who heard it read back, and what they said (P85). */
export function HeardBy({ readBack }: { readBack: readonly ReadBack[] }) {
  if (readBack.length === 0) return null
  return (
    <dl className="govuk-summary-list">
      {readBack.map(({ who, name, heard, words }) => (
        <div key={who}>
          <dt>{name}</dt>
          <dd className="pre">{[heardWords[heard], words].filter(Boolean).join(': ')}</dd>
        </div>
      ))}
    </dl>
  )
}

type Props = { version: RecordVersion; before: RecordVersion | null; givenName: string }

/** One version of a record: who signed it, why it was changed and what is different, and the whole of it. */
export function Version({ version, before, givenName }: Props) {
  const { number, signedBy, signedOn, reason, readBack, content } = version
  const lines = recordLines(content, givenName)
  return (
    <Card heading={`Version ${number}`}>
      <p>
        Signed off by {signedBy} on {longDate(signedOn)}.
      </p>
      {reason && <p className="pre">Why it was changed: {reason}</p>}
      {before && <Changes changes={changedLines(recordLines(before.content, givenName), lines)} />}
      <HeardBy readBack={readBack} />
      {before ? (
        <Details summary={`All of version ${number}`}>
          <RecordLines lines={lines} />
        </Details>
      ) : (
        <RecordLines lines={lines} />
      )}
    </Card>
  )
}
