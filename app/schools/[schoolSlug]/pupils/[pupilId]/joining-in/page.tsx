import { inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { ParticipationNotes, ParticipationSummary } from '@/components/participation/participation-card'
import { ParticipationForm } from '@/components/participation/participation-form'
import { Saved } from '@/components/pupil/saved'
import { getParticipation } from '@/lib/participation/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { savedWords } from '@/lib/pupil/words'
import { requireActor } from '@/lib/session/require'
import { submitParticipation } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ saved?: string }>
}

/** How a pupil joins in beside others: what was missed for help, and what was changed. */
export default async function JoiningInPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, notes, counts, formKey, today } = await orNotFound(getParticipation(actor, pupilId, now()))
  const title = `How ${pupil.name} joins in`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <Saved words={savedWords((await searchParams).saved)} />
      <PageTitle lead="Pupils with special educational needs join in school life beside those without (Code 6.2)">
        {title}
      </PageTitle>
      <div className="cols">
        <Card heading="This school year">
          <ParticipationSummary counts={counts} />
          <ParticipationNotes notes={notes} />
        </Card>
        <Card heading="Write one down">
          <ParticipationForm
            key={notes.length}
            action={submitParticipation.bind(null, { schoolSlug, pupilId: pupil.id })}
            initial={{ formKey, ...inBoxes('happenedOn', today) }}
            title={title}
            givenName={pupil.givenName}
          />
        </Card>
      </div>
    </>
  )
}
