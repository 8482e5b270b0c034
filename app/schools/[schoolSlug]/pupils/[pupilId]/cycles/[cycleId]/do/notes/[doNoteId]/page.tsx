import { cookies } from 'next/headers'
import { z } from 'zod'
import { FilesCard } from '@/components/attachment/files-card'
import { NoteSays, signedWords } from '@/components/do-note/note-says'
import { AnswerForm, QuestionForm } from '@/components/do-note/question-forms'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { refusalIn } from '@/lib/attachment/schema'
import { getDoNote } from '@/lib/do-note/note.queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../../../where'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitAnswer, submitQuestion } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; doNoteId: string }>
  searchParams: Promise<{ saved?: string; problem?: string }>
}

const SAVED: Record<string, string> = {
  correction: 'The correction is saved, and what the note said before is kept',
  question: 'The question is saved. It waits on their Today page',
  answer: 'The answer is saved',
  file: 'The file is attached',
}

export default async function DoNotePage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace.extend({ doNoteId: z.uuid() }), await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getDoNote(actor, place, now()))
  const { cycle, note } = page
  const { saved, problem } = await searchParams
  const firstOpen = note.questions.find(({ answer }) => answer === null)?.id
  return (
    <>
      <DocumentTitle>{`Do note of ${longDate(note.happenedOn)}, ${cycle.name}`}</DocumentTitle>
      <BackLink href={cycleAddress(place, '/do')}>Back to the Do notes</BackLink>
      <Saved words={SAVED[saved ?? '']} />
      <PageTitle lead={`Cycle ${cycle.number} of ${cycle.name}`}>
        Do note of {longDate(note.happenedOn)}
      </PageTitle>
      <div className="cols">
        <div>
          <Card label="The note">
            <NoteSays says={note} names={page} />
            {note.corrected && (
              <p className="small">
                Corrected by {signedWords(note.corrected)}: {note.corrected.why}
              </p>
            )}
            {page.mayCorrect && (
              <p>
                <a className="act" href={cycleAddress(place, `/do/notes/${note.id}/correct`)}>
                  Correct this note
                </a>
              </p>
            )}
          </Card>
          {note.before.length > 0 && (
            <Card heading="What it said before">
              {note.before.map((was) => (
                <section key={was.version} aria-label={`Revision ${was.version}`}>
                  <h3>Revision {was.version}</h3>
                  <NoteSays says={was} names={page} />
                  <p className="small soft">
                    Replaced by {signedWords(was.replaced)}: {was.replaced.why}
                  </p>
                </section>
              ))}
            </Card>
          )}
        </div>
        <div>
          <FilesCard
            files={page.files}
            base={pupilAddress(place)}
            action={
              page.mayAttach
                ? `${pupilAddress(place)}/attachments/upload?of=do-note&owner=${note.id}&cycle=${place.cycleId}`
                : null
            }
            formKey={page.formKey}
            refused={
              problem === 'file' ? refusalIn((await cookies()).get('attachment-problem')?.value) : null
            }
          />
          {(note.questions.length > 0 || page.mayAsk) && (
            <Card heading="Questions about this note">
              {note.questions.map(({ id, words, asked, answer }) => (
                <section key={id} aria-label={`Question of ${longDate(asked.on)}`}>
                  <p className="pre">{words}</p>
                  <p className="small soft">{signedWords(asked)}</p>
                  {answer && (
                    <>
                      <p className="pre">{answer.words}</p>
                      <p className="small soft">{signedWords(answer.signed)}</p>
                    </>
                  )}
                  {!answer && page.mayAnswer && id === firstOpen && (
                    <AnswerForm action={submitAnswer.bind(null, { ...place, questionId: id })} />
                  )}
                  {!answer && !(page.mayAnswer && id === firstOpen) && (
                    <p className="small">Not answered yet.</p>
                  )}
                </section>
              ))}
              {page.mayAsk && (
                <QuestionForm
                  key={note.questions.length}
                  action={submitQuestion.bind(null, place)}
                  formKey={page.formKey}
                />
              )}
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
