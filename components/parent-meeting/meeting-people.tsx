import { Card } from '@/components/look/card'
import type { ParentMeetingStatus } from '@/lib/parent-meeting/counting.rules'
import { listed } from '@/lib/parent-meeting/line.words'
import { meetingStatusWords } from '@/lib/parent-meeting/words'

type Together = { meetingId: string; pupilId: string; name: string; status: ParentMeetingStatus }

/** Brothers and sisters who are met in the same appointment; each is recorded in turn. */
export function MeetingTogether({
  together,
  schoolSlug,
  isHeld,
}: {
  together: readonly Together[]
  schoolSlug: string
  isHeld: boolean
}) {
  if (together.length === 0) return null
  return (
    <Card heading="Met together with">
      <ul className="lines">
        {together.map(({ meetingId, pupilId, name, status }) => {
          const page = `/schools/${schoolSlug}/pupils/${pupilId}/parent-meetings/${meetingId}`
          return (
            <li key={meetingId}>
              {isHeld && status === 'booked' ? (
                <a href={`${page}/record`}>Now record the meeting about {name}</a>
              ) : (
                <>
                  <a href={page}>{name}</a>, {meetingStatusWords[status].toLowerCase()}
                </>
              )}
            </li>
          )
        })}
      </ul>
      <p className="small soft">
        One appointment, moved, cancelled and invited to in one go. Each has a record of their own.
      </p>
    </Card>
  )
}

/** Said before a change that is a change for siblings too. */
export function ChangesTogether({ together }: { together: readonly Together[] }) {
  const booked = together.filter(({ status }) => status === 'booked')
  if (booked.length === 0) return null
  return (
    <p className="govuk-inset-text">
      The same is done for {listed(booked.map(({ name }) => name))}: they are met together.
    </p>
  )
}

type Coming = { readonly name: string; readonly role: string }

/** Who will be there and what each does, as parents are told it (P75, P81). */
export function MeetingPeople({
  people,
  status,
}: {
  people: readonly Coming[]
  status: ParentMeetingStatus
}) {
  if (people.length === 0 || status !== 'booked') return null
  return (
    <Card heading="Who will be there">
      <ul>
        {people.map(({ name, role }) => (
          <li key={`${name} ${role}`}>
            {name}, {role}
          </li>
        ))}
      </ul>
    </Card>
  )
}
