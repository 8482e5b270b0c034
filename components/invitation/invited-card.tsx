import { Card } from '@/components/look/card'
import { ToneTag, ToneWord } from '@/components/look/state-tag'
import type { Tone } from '@/components/look/icon'
import { type InvitedLine, lastMailFailed, type Tried } from '@/lib/invitation/line.rules'
import type { Answer } from '@/lib/invitation/rules'
import { answerWords, entryWords } from '@/lib/invitation/words'
import { mailStateWords } from '@/lib/mail/words'

const TONES: Record<Answer, Tone> = { yes: 'met', no: 'risk', 'another-time': 'risk' }

type Props = {
  lines: readonly InvitedLine[]
  /** The meeting's own page; nothing is offered where this person may not invite, or there is nothing left to invite to. */
  here: string | null
}

/** Each parent asked to the meeting: what they said, what they need, and what was tried with its day (8.3, C12). */
export function InvitedCard({ lines, here }: Props) {
  if (lines.length === 0) return null
  const isAnyAsked = lines.some(({ isInvited }) => isInvited)
  return (
    <Card heading="Invitations">
      <ul className="lines">
        {lines.map((line) => (
          <Parent key={line.contactId} line={line} here={here} />
        ))}
      </ul>
      {here && (
        <p className="noprint">
          <a
            className={isAnyAsked ? 'govuk-button govuk-button--secondary' : 'govuk-button'}
            href={`${here}/invite`}
          >
            {isAnyAsked ? 'Change or send again' : 'Invite'}
          </a>
        </p>
      )}
    </Card>
  )
}

function Parent({ line, here }: { line: InvitedLine; here: string | null }) {
  const { contactId, name, isInvited, answer, tried } = line
  const said: [string, string | null][] = [
    ['Comes with', line.bringing],
    ['Interpreter', line.interpreter],
    ['Needs', line.accessNeeds],
    ['Times that suit', answer === 'another-time' ? line.betterTimes : null],
  ]
  return (
    <li>
      <p>
        <b>{name}</b>{' '}
        <ToneTag tone={answer ? TONES[answer] : 'none'}>
          {answer ? answerWords[answer] : isInvited ? 'No answer yet' : 'Not invited yet'}
        </ToneTag>
      </p>
      {said.map(([term, is]) =>
        is === null ? null : (
          <p key={term}>
            {term}: {is}
          </p>
        ),
      )}
      {line.isToTell && (
        <p>
          <ToneWord tone="risk">The meeting has changed and there is no email address: tell them</ToneWord>
        </p>
      )}
      {tried.length > 0 && (
        <ol className="plain small">
          {tried.map((entry) => (
            <TriedLine key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {lastMailFailed(line) && <p className="soft small">Nothing has been tried since.</p>}
      {here && isInvited && (
        <p className="noprint small">
          <a href={`${here}/letter/${contactId}`}>
            Letter to print<span className="govuk-visually-hidden"> for {name}</span>
          </a>{' '}
          <a href={`${here}/answer/${contactId}`}>
            Note an answer<span className="govuk-visually-hidden"> of {name}</span>
          </a>
        </p>
      )}
    </li>
  )
}

function TriedLine({ entry }: { entry: Tried }) {
  const { mail } = entry
  const isFailed = mail?.status === 'failed' || mail?.status === 'withheld'
  return (
    <li>
      {entryWords(entry)}
      {mail && '. '}
      {mail && (isFailed ? <ToneWord tone="risk">{mailStateWords(mail)}</ToneWord> : mailStateWords(mail))}
    </li>
  )
}
