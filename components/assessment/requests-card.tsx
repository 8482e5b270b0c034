import { longDate } from '@/lib/calendar/iso-date'
import type { RequestLine } from '@/lib/assessment/request.rules'
import { sourceWords } from '@/lib/assessment/words'
import type { StaffOfPupil } from '@/lib/pupil/header.rules'
import { jobWords } from '@/lib/pupil/words'
import { ActForm } from '@/components/cycle/act-form'
import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  requests: readonly RequestLine[]
  heard: { silent: readonly StaffOfPupil[]; asked: readonly StaffOfPupil[] }
  /** The address of the Assess page. */
  base: string
  mayWrite: boolean
  withdraw: (requestId: string) => FormAction
}

/** Who has been asked what they know, who answered, and who has not been heard yet (6.45). */
export function RequestsCard({ requests, heard, base, mayWrite, withdraw }: Props) {
  return (
    <Card heading="Who has been heard" id="requests">
      {requests.length > 0 && (
        <ul className="lines">
          {requests.map((request) => (
            <li key={request.id}>
              <p>
                <b>{request.askedOf}</b>
                <span className="soft small">
                  , asked by {request.askedBy} on {longDate(request.askedOn)}
                </span>
              </p>
              <p className="small">{sourceWords[request.kind]}</p>
              {request.words && <p className="small pre">“{request.words}”</p>}
              <p className="small">
                {request.isMet ? (
                  <ToneWord tone="met">Has written</ToneWord>
                ) : (
                  <ToneWord tone="part">Not yet: it waits on their Today page</ToneWord>
                )}
              </p>
              {!request.isMet && mayWrite && (
                <ActForm
                  action={withdraw(request.id)}
                  secondary
                  button={
                    <>
                      Take the request back
                      <span className="govuk-visually-hidden"> from {request.askedOf}</span>
                    </>
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {heard.silent.length > 0 && (
        <p>
          Not heard yet, and not asked:{' '}
          {heard.silent.map((member) => `${member.name}, ${jobWords(member)}`).join('; ')}.
        </p>
      )}
      {requests.length === 0 && heard.silent.length === 0 && (
        <p>Everyone who works with the pupil has said what they know.</p>
      )}
      {mayWrite && (
        <p className="small last">
          <a href={`${base}/requests/add`}>Ask a colleague what they know</a>
        </p>
      )}
    </Card>
  )
}
