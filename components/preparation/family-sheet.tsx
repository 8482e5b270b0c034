import { PointList } from '@/components/parent-point/point-list'
import type { Sheet } from '@/lib/preparation/rules'
import { Agenda } from './agenda'
import { EarlierPart, LastTimePart, NotesPart, OutcomesPart, PupilPart } from './sheet-parts'

type Props = {
  sheet: Sheet
  givenName: string
  people: readonly { readonly name: string; readonly role: string }[]
  noteTaker: string | null
  minutes: number
  papers: string | null
}

/** One page for a parent to prepare with, and to bring: from what was shared with them alone (P75 to P82). */
export function FamilySheet({ sheet, givenName, people, noteTaker, minutes, papers }: Props) {
  return (
    <>
      <Agenda people={people} noteTaker={noteTaker} minutes={minutes} points={sheet.points} />
      {papers && (
        <section className="card">
          <h2>Please read first</h2>
          <p className="pre">{papers}</p>
        </section>
      )}
      {sheet.points.length > 0 && (
        <section className="card">
          <h2>What you bring</h2>
          <PointList points={sheet.points} forParent />
        </section>
      )}
      {sheet.views.length > 0 && (
        <section className="card">
          <h2>What {givenName} wants said</h2>
          <PupilPart views={sheet.views} givenName={givenName} />
        </section>
      )}
      <OutcomesPart outcomes={sheet.outcomes} heading="What we are aiming for" />
      <LastTimePart last={sheet.last} heading="What we agreed the last time" />
      <NotesPart notes={sheet.notes} heading="From school" />
      <EarlierPart earlier={sheet.earlier} forParent />
    </>
  )
}
