import { Summary } from '@/components/cycle/summary'
import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { roleWords } from '@/lib/person/words'
import type { Role } from '@/lib/platform/actor'

type Change = { href: string; what: string } | null

const ChangeLink = ({ change }: { change: Change }) =>
  change && (
    <p>
      <a href={change.href}>Change {change.what}</a>
    </p>
  )

type ResponsibleProps = {
  responsible: { name: string; role: Role } | null
  reviewDue: IsoDate | null
  note: string | null
  change: Change
}

/** Who answers for the plan, and when it is reviewed (6.36, 6.48). */
export function ResponsibleCard({ responsible, reviewDue, note, change }: ResponsibleProps) {
  return (
    <Card heading="Responsible teacher and review">
      <Summary
        rows={[
          { term: 'Responsible', is: responsible && `${responsible.name}, ${roleWords(responsible.role)}` },
          { term: 'Review', is: reviewDue && longDate(reviewDue) },
        ]}
      />
      {note && (
        <p>
          <ToneWord tone="risk">To think about</ToneWord>: {note}
        </p>
      )}
      <ChangeLink change={change} />
    </Card>
  )
}

type EveryDayProps = {
  aspirations: string | null
  inEveryLesson: string | null
  atHome: string | null
  change: Change
}

/** What pupil and parents hope for, what holds in every lesson, and what is agreed for home (6.37, 6.51). */
export function EveryDayCard({ aspirations, inEveryLesson, atHome, change }: EveryDayProps) {
  return (
    <Card heading="In every lesson and at home">
      <Summary
        rows={[
          { term: 'Hopes', is: aspirations },
          { term: 'In every lesson', is: inEveryLesson },
          { term: 'At home', is: atHome },
        ]}
      />
      <ChangeLink change={change} />
    </Card>
  )
}
