import { NoteParts } from '@/components/early-discussion/note-parts'
import { PrintButton } from '@/components/family/print-button'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { getDiscussion } from '@/lib/early-discussion/queries'
import { copyLine } from '@/lib/early-discussion/words'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; discussionId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  note: 'The note was saved. Now give it to the parents',
  given: 'It was saved who has the note',
}

/** The note of an early discussion, as it is printed and given. */
export default async function DiscussionPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId, discussionId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getDiscussion(actor, { pupilId, discussionId }, now()))
  const { pupil, note, toGive, mayWrite } = page
  const back = `/schools/${schoolSlug}/pupils/${pupil.id}`
  const base = `${back}/early-discussions/${note.id}`
  const title = `Early discussion about ${pupil.name}`
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={back}>Back to {pupil.name}</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle lead={`${longDate(note.heldOn)}, written by ${note.writtenBy}`}>{title}</PageTitle>
      <div className="cols">
        <div>
          <Card heading="The note">
            <NoteParts note={note} givenName={pupil.givenName} />
            <PrintButton>Print the note</PrintButton>
          </Card>
        </div>
        <div className="noprint">
          <Card heading="Who has the note">
            {note.copies.length > 0 && (
              <ul>
                {note.copies.map((copy) => (
                  <li key={copy.contactId}>{copyLine(copy)}</li>
                ))}
              </ul>
            )}
            {toGive.length > 0 && <p>Not yet: {toGive.map(({ name }) => name).join(', ')}.</p>}
            {note.copies.length + toGive.length === 0 && <p>Nobody is on record who may have it.</p>}
            <p className="small soft">
              Each parent should have the note (Code of Practice 6.39). Once one has it, it stays as it is,
              and those who sign in read it on their own pages.
            </p>
            {mayWrite && toGive.length > 0 && (
              <p>
                <a className="govuk-button govuk-button--secondary" href={`${base}/given`}>
                  Record who has the note
                </a>
              </p>
            )}
            {mayWrite && !note.isGiven && (
              <p className="last">
                <a href={`${base}/change`}>Change the note</a>
              </p>
            )}
          </Card>
        </div>
      </div>
    </>
  )
}
