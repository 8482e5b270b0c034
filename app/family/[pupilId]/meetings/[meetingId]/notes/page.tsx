import { NoteForm } from '@/components/family-note/note-form'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { getFamilyNote } from '@/lib/family-note/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'
import { submitNote } from './actions'

type Props = {
  params: Promise<{ pupilId: string; meetingId: string }>
  searchParams: Promise<{ saved?: string }>
}

/** A parent's own notes of a meeting, for nobody else. */
export default async function NotesPage({ params, searchParams }: Props) {
  const { pupilId, meetingId } = await params
  const { actor } = await requireParentOf(pupilId)
  const { child, on, words, version } = await orNotFound(getFamilyNote(actor, { pupilId, meetingId }, now()))
  const title = 'My own notes'
  return (
    <>
      <BackLink href={`/family/${child.id}`}>Back to {child.givenName}</BackLink>
      <Saved
        words={(await searchParams).saved === 'kept' ? 'Your notes are saved, for you alone' : undefined}
      />
      <PageTitle lead={`Meeting about ${child.givenName} on ${longDate(on)}`}>{title}</PageTitle>
      <NoteForm
        action={submitNote.bind(null, { pupilId: child.id, meetingId, version })}
        initial={{ words }}
        title={title}
      />
    </>
  )
}
