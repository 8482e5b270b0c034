import { ActForm } from '@/components/cycle/act-form'
import { Summary } from '@/components/cycle/summary'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { ToneWord } from '@/components/look/state-tag'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { getEntry } from '@/lib/catalogue/queries'
import { additionalWords, doseWords, giverWords, waveWords } from '@/lib/catalogue/words'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitOffer } from '../actions'

type Props = {
  params: Promise<{ schoolSlug: string; entryId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Readonly<Record<string, string>> = {
  added: 'The entry is in the catalogue',
  changed: 'The entry is changed. Plans that have it keep what was agreed',
  retired: 'It is no longer offered. Plans that have it keep it',
  offered: 'It is offered again',
}

/** One entry, with how to run it today. */
export default async function EntryPage({ params, searchParams }: Props) {
  const { schoolSlug, entryId } = await params
  const actor = await requireActor(schoolSlug)
  const { entry, notes, mayManage } = await orNotFound(getEntry(actor, idOrNotFound(entryId)))
  const base = `/schools/${schoolSlug}/catalogue`
  const isOffered = entry.retiredOn === null
  return (
    <>
      <DocumentTitle>{entry.name}</DocumentTitle>
      <BackLink href={base}>Back to the catalogue</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle lead={[entry.form, doseWords(entry)].filter(Boolean).join('. ')}>{entry.name}</PageTitle>
      {entry.retiredOn && <p className="govuk-inset-text">Not offered since {longDate(entry.retiredOn)}.</p>}
      <div className="cols">
        <Card heading="How to run it today">
          <p className="pre">{entry.steps ?? 'The steps are not written down yet.'}</p>
        </Card>
        <div>
          <Card heading="About it">
            <Summary
              rows={[
                { term: 'For', is: waveWords[entry.wave] },
                { term: 'Given', is: additionalWords(entry.additional) },
                { term: 'Usually by', is: entry.delivererRole && giverWords[entry.delivererRole] },
                { term: 'Training', is: entry.training },
                { term: 'Why it is thought to work', is: entry.evidence },
              ]}
            />
            {notes.map((note) => (
              <p className="small" key={note}>
                <ToneWord tone="none" icon="prompt">
                  To think about
                </ToneWord>
                : {note}
              </p>
            ))}
            {mayManage && (
              <p>
                <a href={`${base}/${entry.id}/change`}>Change this entry</a>
              </p>
            )}
          </Card>
          {mayManage && (
            <ActForm
              action={submitOffer.bind(null, {
                schoolSlug,
                entryId: entry.id,
                version: entry.version,
                isOffered: !isOffered,
              })}
              button={isOffered ? 'Offer it no longer' : 'Offer it again'}
              secondary
            />
          )}
        </div>
      </div>
    </>
  )
}
