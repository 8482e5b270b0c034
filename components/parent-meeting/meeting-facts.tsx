import { weekdayDate } from '@/lib/calendar/iso-date'
import type { MeetingLine } from '@/lib/parent-meeting/line.rules'
import { listed, whenAndWhere, whyNot, wouldNotCount } from '@/lib/parent-meeting/line.words'
import { LONG_ENOUGH_MINUTES } from '@/lib/parent-meeting/record.rules'
import { pupilPartWords, purposeWords } from '@/lib/parent-meeting/record.words'
import { meetingStatusWords } from '@/lib/parent-meeting/words'
import type { Tone } from '@/components/look/icon'
import { ToneTag, ToneWord } from '@/components/look/state-tag'

const tones: Record<MeetingLine['status'], Tone> = {
  booked: 'track',
  held: 'met',
  cancelled: 'none',
  'no-show': 'none',
  declined: 'none',
}

/** The status of a meeting as a tag. */
export function MeetingStatusTag({ status }: { status: MeetingLine['status'] }) {
  return <ToneTag tone={tones[status]}>{meetingStatusWords[status]}</ToneTag>
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** When, where, what for, who: a meeting at a glance. */
export function MeetingFacts({ meeting, givenName }: { meeting: MeetingLine; givenName: string }) {
  const isHeld = meeting.status === 'held'
  const names = (people: readonly { name: string }[]) => listed(people.map(({ name }) => name))
  const part = meeting.pupilPart && pupilPartWords[meeting.pupilPart]
  const facts: [string, string | null][] = [
    ['Status', meeting.status === 'booked' || isHeld ? null : whyNot(meeting)],
    ['When', weekdayDate(meeting.on)],
    ['Time and place', capital(whenAndWhere(meeting))],
    [
      'Minutes',
      isHeld && meeting.actualMinutes !== null
        ? `${meeting.actualMinutes}`
        : `${meeting.plannedMinutes} planned`,
    ],
    ['Purpose', purposeWords[meeting.purpose]],
    ['Invited', meeting.invited.length > 0 ? names(meeting.invited) : 'Nobody'],
    ['Parents who came', isHeld ? names(meeting.came) || 'None' : null],
    [isHeld ? 'Led by' : 'To lead', meeting.leader ?? 'No teacher or SENCO'],
    ['Also from school', isHeld && meeting.staff.length > 0 ? names(meeting.staff) : null],
    [`${givenName}’s part`, isHeld && part ? [part, meeting.pupilPartNote].filter(Boolean).join('. ') : null],
  ]
  return (
    <dl className="govuk-summary-list">
      {facts.map(([term, is]) =>
        is === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{is}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

type NotesProps = { meeting: MeetingLine; isOnClosedDay: boolean; possibleRound: string | null }

/** What to think about: never an error, never in the way. */
export function MeetingNotes({ meeting, isOnClosedDay, possibleRound }: NotesProps) {
  const isBooked = meeting.status === 'booked'
  const bar = isBooked ? wouldNotCount(meeting) : null
  const notes: [Tone, string][] = [
    ...meeting.flags.map(({ message, paragraph, severity }): [Tone, string] => [
      severity === 'amber' ? 'risk' : 'none',
      `${message} (${paragraph})`,
    ]),
    ...(isOnClosedDay ? [['none', `${weekdayDate(meeting.on)} is not a school day`] as [Tone, string]] : []),
    ...(bar
      ? [
          ['risk', `As it stands it would not count: ${bar.charAt(0).toLowerCase()}${bar.slice(1)}`] as [
            Tone,
            string,
          ],
        ]
      : []),
    ...(isBooked && meeting.plannedMinutes < LONG_ENOUGH_MINUTES
      ? [
          [
            'none',
            `${meeting.plannedMinutes} minutes are planned; these meetings need longer than most parents’ evenings (6.69)`,
          ] as [Tone, string],
        ]
      : []),
    ...(possibleRound
      ? [
          [
            'none',
            `The meeting on ${possibleRound} may be the same round with the other parent. If it is, say so when you record or move it: the two count once`,
          ] as [Tone, string],
        ]
      : []),
  ]
  if (notes.length === 0) return null
  return (
    <ul className="plain">
      {notes.map(([tone, note]) => (
        <li key={note}>{tone === 'none' ? note : <ToneWord tone={tone}>{note}</ToneWord>}</li>
      ))}
    </ul>
  )
}
