import { ClosedNote } from '@/components/cycle/closed-note'
import { DeliveredCard } from '@/components/do-note/delivered-card'
import { DoNoteForm } from '@/components/do-note/do-note-form'
import { DoNoteList } from '@/components/do-note/do-note-list'
import { OversightCard } from '@/components/do-note/oversight-card'
import { aboutOptions, doNoteValues } from '@/components/do-note/initial'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { getDo } from '@/lib/do-note/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'
import { cycleAddress, cyclePlace } from '../../where'
import { submitDoNote, submitOversight } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ saved?: string; notes?: string }>
}

const SAVED: Record<string, string> = {
  note: 'The note is saved',
  oversight: 'What you saw is saved',
}

export default async function DoPage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const { saved, notes: asked } = await searchParams
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getDo(actor, place, now(), asked === 'all'))
  const { cycle, plan, notes, allNotes } = page
  const title = `Do notes, cycle ${cycle.number}, ${cycle.name}`
  return (
    <>
      {!page.mayWrite && <DocumentTitle>{title}</DocumentTitle>}
      <BackLink href={cycleAddress(place)}>Back to cycle {cycle.number}</BackLink>
      <Saved words={SAVED[saved ?? '']} />
      <PageTitle lead={`Cycle ${cycle.number} of ${cycle.name}`}>Do</PageTitle>
      {cycle.stage === 'closed' && <ClosedNote />}
      <div className="cols">
        <div>
          {page.mayWrite && (
            <Card heading="Write a Do note">
              <DoNoteForm
                // Empty again once a note was added; a form that comes back with a problem stays the same form.
                key={allNotes}
                action={submitDoNote.bind(null, place)}
                initial={doNoteValues(plan.provisions, page.today)}
                title={title}
                formKey={page.formKey}
                about={aboutOptions(plan.provisions)}
                outcomes={plan.outcomes.map(({ id, willDo }, index) => ({
                  value: id,
                  label: `${index + 1}. ${willDo}`,
                }))}
              />
            </Card>
          )}
          <Card heading={allNotes === 1 ? '1 note' : `${allNotes} notes`}>
            {allNotes === 0 && <p>Nothing noted yet.</p>}
            <DoNoteList notes={notes} addressOf={(id) => cycleAddress(place, `/do/notes/${id}`)} />
            {notes.length < allNotes && (
              <p>
                <a href={cycleAddress(place, '/do?notes=all')}>Show all {allNotes} notes of this cycle</a>
              </p>
            )}
          </Card>
        </div>
        <div>
          {plan.activatedOn === null && <p>The plan is not in force yet.</p>}
          <DeliveredCard provisions={page.delivered} base={pupilAddress(place)} />
          <Card heading="Measurements">
            <ul className="lines">
              {plan.outcomes.map(({ id, willDo }) => (
                <li key={id}>
                  <a href={cycleAddress(place, `/do/measurements/${id}`)}>
                    <span className="govuk-visually-hidden">Measurements: </span>
                    {willDo}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
          <OversightCard
            lines={page.oversight}
            action={page.mayOversee ? submitOversight.bind(null, place) : null}
            formKey={page.formKey}
            today={page.today}
            provisions={plan.provisions}
          />
        </div>
      </div>
    </>
  )
}
