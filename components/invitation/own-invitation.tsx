import { longDate } from '@/lib/calendar/iso-date'
import type { OwnInvitation } from '@/lib/invitation/own.rules'
import { answerWordsForFamily } from '@/lib/invitation/words'

type Props = { invitation: OwnInvitation; base: string }

/** What a parent was invited to, on the family's page: who, what to read, their own answer and how to change it. */
export function OwnInvitationPart({ invitation, base }: Props) {
  const { meetingId, answer, people, noteTaker, joinBy, papers, interpreter, accessNeeds } = invitation
  const sent = invitation.papersSentOn && ` (sent home on ${longDate(invitation.papersSentOn)})`
  const arranged: [string, string | null][] = [
    ['How to take part', joinBy],
    ['Please read first', papers && `${papers}${sent ?? ''}`],
    ['Who takes notes', noteTaker],
    ['Interpreter', interpreter],
    ['Access', accessNeeds],
  ]
  const page = `${base}/meetings/${meetingId}`
  return (
    <>
      {people.length > 0 && (
        <>
          <h3>Who will be there</h3>
          <ul>
            {people.map(({ name, role }) => (
              <li key={`${name} ${role}`}>
                {name}, {role}
              </li>
            ))}
          </ul>
        </>
      )}
      {arranged.map(([term, is]) =>
        is === null ? null : (
          <p key={term}>
            {term}: {is}
          </p>
        ),
      )}
      <p>{answer ? answerWordsForFamily[answer] : 'You have not answered yet.'}</p>
      <p>
        <a className="govuk-button" href={`${page}/answer`}>
          {answer ? 'Change my answer' : 'Say if you can come'}
        </a>
      </p>
      <p>
        <a className="act" href={`${page}/prepare`}>
          Prepare for the meeting
        </a>
      </p>
      <p>
        <a className="act" href={`${page}/calendar`}>
          Put it in my calendar
        </a>
      </p>
    </>
  )
}
