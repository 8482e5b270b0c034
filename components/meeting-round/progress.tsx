import { Strip } from '@/components/look/strip'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import type { Figures, Stage } from '@/lib/meeting-round/progress.rules'
import { nextActs, stageWords } from '@/lib/meeting-round/progress.words'

type Line = {
  id: string
  pupilId: string
  meetingId: string | null
  name: string
  className: string | null
  lead: string | null
  on: Parameters<typeof weekdayDate>[0] | null
  at: string | null
  stage: Stage
}

type Props = { lines: readonly Line[]; figures: Figures; base: string }

/** How a published round goes: the figures, then each meeting with what is to be done next. */
export function Progress({ lines, figures, base }: Props) {
  const { invited, answered, held, notHeld, notAnswered, given } = figures
  return (
    <>
      <Strip
        label="How the round goes"
        figures={[
          { href: '#meetings', figure: invited, says: 'invited' },
          { href: '#meetings', figure: answered, says: `answered, ${notAnswered} not yet` },
          { href: '#meetings', figure: held, says: `held, ${notHeld} not held or not known` },
          { href: '#meetings', figure: given, says: 'with the record given' },
        ]}
      />
      <h2 id="meetings">Each meeting, {lines.length}</h2>
      <table className="register" role="table">
        <caption className="govuk-visually-hidden">The meetings of this round</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['Pupil', 'When', 'How it goes', 'What to do next'].map((head) => (
              <th scope="col" role="columnheader" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <Row line={line} base={base} key={line.id} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ line, base }: { line: Line; base: string }) {
  const { pupilId, meetingId, name, className, lead, on, at, stage } = line
  const pupil = `${base}/pupils/${pupilId}`
  const meeting = meetingId && `${pupil}/parent-meetings/${meetingId}`
  const next = nextActs[stage]
  const href = next?.page === 'arrange' ? `${pupil}/parent-meetings/arrange` : meeting
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={meeting ?? pupil}>{name}</a>
        <small>{className}</small>
      </th>
      <td role="cell" className="full">
        {on ? weekdayDate(on) : 'No day yet'}
        {at && <small>{[timeOfDay(at), lead && `led by ${lead}`].filter(Boolean).join(', ')}</small>}
      </td>
      <td role="cell" data-l="How it goes">
        {stageWords[stage]}
      </td>
      <td role="cell" data-l="What to do next">
        {next && href ? (
          <a href={next.page === '' || next.page === 'arrange' ? href : `${href}/${next.page}`}>
            {next.act} <span className="govuk-visually-hidden">for {name}</span>
          </a>
        ) : (
          <span className="soft">Nothing now</span>
        )}
      </td>
    </tr>
  )
}
