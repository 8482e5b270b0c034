import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { DryRun } from '@/components/register-import/dry-run'
import { Imported, Unreadable } from '@/components/register-import/import-stages'
import { longDate, timeOfDay } from '@/lib/calendar/iso-date'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { CONCEPTS } from '@/lib/register-import/meanings.rules'
import { dryRun, type ImportPage } from '@/lib/register-import/queries'
import { conceptWords } from '@/lib/register-import/words'
import { requireActor } from '@/lib/session/require'
import { submitAnswers, submitConfirm, submitDiscard, submitMapping } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; importId: string }>
  searchParams: Promise<{ saved?: string }>
}

const TITLES: Record<ImportPage['stage'], string> = {
  'dry-run': 'What this import would do',
  unreadable: 'This file cannot be read yet',
  applied: 'The register is imported',
  discarded: 'This file was put away',
}
const SAVED: Record<string, string> = {
  mapping: 'The columns are saved, and the file was read again',
  answers: 'Your answers are saved',
}
const concepts = CONCEPTS.map((concept) => ({ value: concept, label: conceptWords(concept) }))

/** One import: its dry run until it is confirmed, and then what became of it. */
export default async function ImportDryRunPage({ params, searchParams }: Props) {
  const { schoolSlug, importId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(dryRun(actor, idOrNotFound(importId), now()))
  const base = `/schools/${schoolSlug}`
  const from = { schoolSlug, importId, version: page.version }
  const acts = {
    confirm: submitConfirm.bind(null, from),
    discard: submitDiscard.bind(null, from),
    answer: submitAnswers.bind(null, from),
    map: submitMapping.bind(null, from),
  }
  return (
    <>
      <DocumentTitle>{TITLES[page.stage]}</DocumentTitle>
      <BackLink href={`${base}/import`}>Back to imports</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle
        lead={`File of ${longDate(page.uploadedOn)}, ${timeOfDay(page.uploadedAt)}, from ${page.uploadedBy}`}
      >
        {TITLES[page.stage]}
      </PageTitle>
      {page.stage === 'dry-run' && (
        <DryRun
          preview={page.preview}
          acts={acts}
          concepts={concepts}
          pupils={`${base}/pupils`}
          mend={`${base}/import/${importId}/mend`}
          version={page.version}
        />
      )}
      {page.stage === 'unreadable' && (
        <Unreadable
          sentence={page.sentence}
          columns={page.columns}
          acts={acts}
          concepts={concepts}
          version={page.version}
        />
      )}
      {page.stage === 'applied' && <Imported summary={page.summary} register={`${base}/sen-register`} />}
      {page.stage === 'discarded' && (
        <p>
          Nothing of it was imported, and it is no longer kept. <a href={`${base}/import`}>Choose a file</a>{' '}
          to begin again.
        </p>
      )}
    </>
  )
}
