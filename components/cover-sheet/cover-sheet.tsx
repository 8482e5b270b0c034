import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import type { CoverPupil } from '@/lib/cover-sheet/rules'
import { linesByKind } from '@/lib/plan-line/rules'
import { kindHeadings, lineWords } from '@/lib/plan-line/words'

type Props = { schoolName: string; className: string; today: IsoDate; pupils: readonly CoverPupil[] }

/** A class on one sheet of A4 for whoever covers it: what each pupil finds hard, and what to do (6.49, P53). */
export function CoverSheet({ schoolName, className, today, pupils }: Props) {
  return (
    <div className="sheet">
      <p className="small soft last">
        {schoolName}. Printed {longDate(today)}. Confidential: give it back, or shred it, at the end of the
        day
      </p>
      <h1>{className}: for whoever covers today</h1>
      {pupils.length === 0 && <p>No pupil of {className} is on the SEN register today.</p>}
      <div className="cover">
        {pupils.map(({ pupilId, name, needs, inEveryLesson, lines }) => (
          <section key={pupilId} aria-label={name}>
            <h2>{name}</h2>
            {needs.length > 0 && <p className="soft">{needs.join('; ')}</p>}
            {inEveryLesson && <p className="pre">{inEveryLesson}</p>}
            {linesByKind(lines).map(({ kind, lines: own }) => (
              <p key={kind}>
                <b>{kindHeadings[kind]}</b>: {own.map(lineWords).join('. ')}
              </p>
            ))}
            {!inEveryLesson && lines.length === 0 && <p>Nothing is written down for every lesson yet.</p>}
          </section>
        ))}
      </div>
    </div>
  )
}
