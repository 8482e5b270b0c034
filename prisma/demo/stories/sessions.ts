import { randomUUID } from 'node:crypto'
import { attachFile } from '@/lib/attachment/commands'
import { correctDoNote } from '@/lib/do-note/commands'
import { answerAboutDoNote, askAboutDoNote, noteOversight } from '@/lib/do-note/oversight.commands'
import { recordMeasurement } from '@/lib/measurement/commands'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { type DemoPupil, must } from '../demo-acts'
import { on } from '../demo-days'
import { photoOfWork, wordList } from './files'
import { type ClassSetting, openCycle } from './setting'

/** The last sessions that were given and of which something was seen, the latest first. */
const lastNotes = (actor: Actor, cycleId: string) =>
  asActor(actor, (tx) =>
    tx.doNote.findMany({
      where: { cycleId, delivered: 'given', observation: { not: null } },
      orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
      take: 12,
    }),
  )

/**
 * What hangs on the sessions of one pupil: a photo and a word list, a note put right, a question that was answered and
 * one that waits, the teacher's look at what another gives, and a measure taken by itself.
 */
export async function tellSessions(
  { teacher, assistant, ago }: ClassSetting,
  { id: pupilId }: DemoPupil,
): Promise<void> {
  const cycle = await openCycle(teacher, pupilId)
  const notes = await lastNotes(teacher, cycle.id)
  // the parents see the photo too
  const latest = notes.find(({ sharedAt }) => sharedAt !== null)
  const [second, third] = notes.filter((note) => note !== latest)
  if (!latest || !second || !third) throw new Error('the pupil of the story has too few notes')
  const day = on(ago(0))

  const attach = async (file: { bytes: Uint8Array; title: string; name: string }) =>
    must(attachFile(assistant, pupilId, { doNoteId: latest.id }, { ...file, formKey: randomUUID() }, day))
  await attach({ bytes: await photoOfWork(), title: 'The word wall after Thursday', name: 'word-wall.png' })
  await attach({ bytes: wordList(), title: 'Word list 5', name: 'word-list.pdf' })

  await must(
    correctDoNote(
      assistant,
      { cycleId: cycle.id, doNoteId: second.id, version: second.version },
      {
        formKey: randomUUID(),
        about: second.provisionId ?? '',
        delivered: 'partly',
        reason: 'The fire bell rang half-way',
        givenBy: null,
        minutes: 5,
        observation: second.observation,
        outcomeId: null,
        measured: null,
        happenedOn: fromDateColumn(second.happenedOn),
        audience: 'staff',
        why: 'I had written ten minutes; we stopped after five.',
      },
      day,
    ),
  )

  const ask = async (doNoteId: string, question: string) => {
    const form = { formKey: randomUUID(), question }
    return (await must(askAboutDoNote(teacher, { cycleId: cycle.id, doNoteId }, form, day))).questionId
  }
  const answered = await ask(third.id, 'Was that with the picture beside the word, or without?')
  const place = { cycleId: cycle.id, doNoteId: third.id, questionId: answered }
  await must(answerAboutDoNote(assistant, place, 'With it the first time, without it the second.', day))
  await ask(latest.id, 'Could we try the next list without the pictures?')

  const [provision] = cycle.provisions
  if (provision)
    await must(
      noteOversight(
        teacher,
        cycle.id,
        {
          formKey: randomUUID(),
          provisionId: provision.id,
          words: 'Calm and quick, with much praise. Ten words at once are too many: six from Monday.',
          lookedOn: ago(6),
        },
        on(ago(6)),
      ),
    )
  const outcome = cycle.outcomes.at(-1)
  if (outcome)
    await must(
      recordMeasurement(
        teacher,
        { cycleId: cycle.id, outcomeId: outcome.id },
        {
          formKey: randomUUID(),
          value: '4',
          note: 'In a whole lesson, without anyone beside.',
          measuredOn: ago(4),
          audience: 'parents',
        },
        on(ago(4)),
      ),
    )
}
