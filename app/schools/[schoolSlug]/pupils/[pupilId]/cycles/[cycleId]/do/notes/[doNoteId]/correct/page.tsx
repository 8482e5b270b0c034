import { z } from 'zod'
import { inBox, inBoxes } from '@/components/cycle/initial'
import { CorrectionForm } from '@/components/do-note/correction-form'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { longDate } from '@/lib/calendar/iso-date'
import { getDoNoteToCorrect } from '@/lib/do-note/note.queries'
import { EVERY_LESSON } from '@/lib/do-note/schema'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../../where'
import { submitNoteCorrection } from '../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; doNoteId: string }>
}

export default async function CorrectDoNotePage({ params }: Props) {
  const place = placeOf(cyclePlace.extend({ doNoteId: z.uuid() }), await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, note, provisions, outcomes, formKey } = await orNotFound(
    getDoNoteToCorrect(actor, place, now()),
  )
  const { delivered, reason, minutes, givenBy, observation, measured, outcomeId } = note
  return (
    <>
      <BackLink href={cycleAddress(place, `/do/notes/${note.id}`)}>Back to the note</BackLink>
      <PageTitle
        lead={`Of ${longDate(note.happenedOn)}, ${cycle.name}. What it says now is kept, and stays readable`}
      >
        Correct a Do note
      </PageTitle>
      <CorrectionForm
        action={submitNoteCorrection.bind(null, { ...place, version: note.version })}
        initial={{
          ...inBox({ delivered, reason, minutes, givenBy, observation, measured, outcomeId }),
          ...inBoxes('happenedOn', note.happenedOn),
          about: note.provisionId ?? EVERY_LESSON,
          audience: note.isShared ? 'parents' : 'staff',
        }}
        title={`Correct a Do note, ${cycle.name}`}
        formKey={formKey}
        about={[
          ...provisions.map(({ id, label }) => ({ value: id, label })),
          { value: EVERY_LESSON, label: 'In every lesson' },
        ]}
        outcomes={outcomes.map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  )
}
