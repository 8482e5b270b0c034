import { MeasurementPicture } from '@/components/measurement/measurement-picture'
import { PointList } from '@/components/parent-point/point-list'
import { dayAndMonth, longDate } from '@/lib/calendar/iso-date'
import { gatheredWords } from '@/lib/preparation/words'
import type { LastTime, PupilView, Sheet } from '@/lib/preparation/rules'

/** The outcomes with a picture of what was measured (P56). */
export function OutcomesPart({ outcomes, heading }: { outcomes: Sheet['outcomes']; heading: string }) {
  return (
    <section className="card">
      <h2>{heading}</h2>
      {outcomes.length === 0 && <p>There is no plan in force yet.</p>}
      {outcomes.map((outcome, place) => (
        <div key={outcome.id}>
          <h3>
            {place + 1}. {outcome.willDo}
          </h3>
          <MeasurementPicture outcome={outcome} />
        </div>
      ))}
    </section>
  )
}

/** What was agreed the last time, each action with who and by when. */
export function LastTimePart({ last, heading }: { last: LastTime | null; heading: string }) {
  return (
    <section className="card">
      <h2>{heading}</h2>
      {last === null ? (
        <p>There is no earlier record.</p>
      ) : (
        <>
          <p>{longDate(last.on)}</p>
          {last.record.actions.length === 0 && <p>No actions were written down.</p>}
          <ul>
            {last.record.actions.map(({ who, what, by }, place) => (
              <li key={place}>
                {who}: {what}
                {by && <span className="soft"> by {dayAndMonth(by)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** What the pupil wants said, in quotation marks, with the day and who heard them (6.70). */
export function PupilPart({ views, givenName }: { views: readonly PupilView[]; givenName: string }) {
  return (
    <>
      {views.map(({ id, words, how, with: helper, on, recordedBy }) => (
        <div key={id}>
          <q className="pre">{words}</q>
          <p className="small soft">
            {givenName}, {longDate(on)}. {gatheredWords[how]}
            {helper && `, with ${helper}`}. Written down by {recordedBy}
          </p>
        </div>
      ))}
    </>
  )
}

/** What was noted at school and shared with the parents. */
export function NotesPart({ notes, heading }: { notes: Sheet['notes']; heading: string }) {
  if (notes.length === 0) return null
  return (
    <section className="card">
      <h2>{heading}</h2>
      <ul className="lines">
        {notes.map(({ id, on, words, who }) => (
          <li key={id}>
            {words}
            <br />
            <span className="soft small">
              {longDate(on)}, {who}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was brought to earlier meetings, so that nothing is lost between visits (P80). */
export function EarlierPart({
  earlier,
  forParent = false,
}: {
  earlier: Sheet['earlier']
  forParent?: boolean
}) {
  if (earlier.length === 0) return null
  return (
    <section className="card">
      <h2>{forParent ? 'What you said before' : 'Said before, or not brought to a meeting yet'}</h2>
      <PointList points={earlier} forParent={forParent} />
    </section>
  )
}
