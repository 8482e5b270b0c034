import { longDate, weekdayDate, type IsoDate } from '@/lib/calendar/iso-date'
import type { ParentMeetingStanding } from '@/lib/parent-meeting/rules'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { jobWords, reviewTimingWords } from '@/lib/pupil/words'
import { reviewTiming } from '@/lib/review/rules'
import type { StatusPeriod } from '@/lib/sen-status/rules'
import { statusWords } from '@/lib/sen-status/words'
import { Card, Facts } from '@/components/look/card'
import type { Tone } from '@/components/look/icon'
import { Meter } from '@/components/look/meter'
import { StateTag, ToneWord } from '@/components/look/state-tag'

type Standing = { standing: ParentMeetingStanding; sentence: string }

type Props = {
  pupil: PupilHeader
  statuses: readonly StatusPeriod[]
  /** The agreed review of the open cycle. */
  reviewDue: IsoDate | null
  meetings: Standing
  today: IsoDate
}

const TIMING_TONE = {
  overdue: 'miss',
  'due-today': 'risk',
  'due-soon': 'track',
  'not-due': 'none',
} as const satisfies Record<ReturnType<typeof reviewTiming>, Tone>

function Status({ pupil, statuses }: Pick<Props, 'pupil' | 'statuses'>) {
  const last = statuses.at(-1)
  const ended = last?.until ? `${statusWords[last.kind]} until ${longDate(last.until)}` : null
  return (
    <>
      {pupil.status ? statusWords[pupil.status] : 'Not on the register'}
      <br />
      <span className="soft small">
        {pupil.status && pupil.statusFrom ? `since ${longDate(pupil.statusFrom)}` : ended}
      </span>
    </>
  )
}

function Needs({ pupil: { needs, status } }: Pick<Props, 'pupil'>) {
  const [main, ...others] = needs
  if (!main) return status ? <ToneWord tone="risk">Main need not recorded</ToneWord> : <>None recorded</>
  return (
    <>
      {main.name}
      {others.length > 0 && (
        <>
          <br />
          <span className="soft small">then {others.map(({ name }) => lowerFirst(name)).join(', ')}</span>
        </>
      )}
    </>
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function Review({ reviewDue, today }: Pick<Props, 'reviewDue' | 'today'>) {
  if (reviewDue === null) return <>None agreed</>
  const timing = reviewTiming(reviewDue, today)
  return (
    <>
      {weekdayDate(reviewDue)}
      <br />
      <span className="small">
        <ToneWord tone={TIMING_TONE[timing]} icon={timing === 'overdue' ? 'miss' : 'by'}>
          {reviewTimingWords(reviewDue, today)}
        </ToneWord>
      </span>
    </>
  )
}

/** What anyone who works with the pupil needs to see first (6.49): status, needs, who answers, the review, the meetings. */
export function AtAGlance({ pupil, statuses, reviewDue, meetings: { standing, sentence }, today }: Props) {
  const { responsible } = pupil
  return (
    <Card label="At a glance">
      <Facts
        facts={[
          { term: 'Status', is: <Status pupil={pupil} statuses={statuses} /> },
          { term: 'Needs', is: <Needs pupil={pupil} /> },
          {
            term: 'Responsible',
            is: responsible ? (
              <>
                {responsible.name}
                <br />
                <span className="soft small">{jobWords(responsible)}</span>
              </>
            ) : (
              'Nobody yet'
            ),
          },
          { term: 'Review', is: <Review reviewDue={reviewDue} today={today} /> },
          {
            term: 'Parent meetings',
            is:
              standing.state === 'not-in-scope' ? (
                'Not counted off the register'
              ) : (
                <>
                  <Meter {...standing} />
                  <br />
                  <StateTag state={standing.state} /> <span className="soft small">{sentence}</span>
                </>
              ),
          },
        ]}
      />
    </Card>
  )
}
