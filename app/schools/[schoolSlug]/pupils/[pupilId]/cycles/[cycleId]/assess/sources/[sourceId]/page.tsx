import { cookies } from 'next/headers'
import { z } from 'zod'
import { SourceSays } from '@/components/assessment/source-says'
import { FilesCard } from '@/components/attachment/files-card'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { getSourcePage } from '@/lib/assessment/source.queries'
import { sourceWords } from '@/lib/assessment/words'
import { refusalIn } from '@/lib/attachment/schema'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../../../where'
import { cycleAddress, cyclePlace } from '../../../../where'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; sourceId: string }>
  searchParams: Promise<{ saved?: string; problem?: string }>
}

const SAVED: Record<string, string> = { file: 'The file is attached', source: 'The source is saved' }

export default async function SourcePage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace.extend({ sourceId: z.uuid() }), await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getSourcePage(actor, place, now()))
  const { cycle, source } = page
  const { saved, problem } = await searchParams
  const title = sourceWords[source.kind]
  return (
    <>
      <DocumentTitle>{`${title}, ${cycle.name}`}</DocumentTitle>
      <BackLink href={cycleAddress(place, '/assess')}>Back to Assess</BackLink>
      <Saved words={SAVED[saved ?? '']} />
      <PageTitle lead={`A source of the assessment, cycle ${cycle.number} of ${cycle.name}`}>
        {title}
      </PageTitle>
      <div className="cols">
        <SourceSays {...page} base={cycleAddress(place, '/assess')} />
        <FilesCard
          files={page.files}
          base={pupilAddress(place)}
          hint="For example report of 3 October 2026. Up to 200 characters"
          action={
            page.mayAttach
              ? `${pupilAddress(place)}/attachments/upload?of=source&owner=${source.id}&cycle=${place.cycleId}`
              : null
          }
          formKey={page.formKey}
          refused={problem === 'file' ? refusalIn((await cookies()).get('attachment-problem')?.value) : null}
        />
      </div>
    </>
  )
}
