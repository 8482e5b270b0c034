import type { IsoDate } from '@/lib/calendar/iso-date'
import { writeDiscussion } from '@/lib/early-discussion/commands'
import { giveDiscussion } from '@/lib/early-discussion/give.commands'
import type { Actor } from '@/lib/platform/actor'
import { type DemoPupil, must } from '../demo-acts'
import { on } from '../demo-days'

const SAID = [
  {
    strengths: 'Remembers every story, is kind to younger children, and never gives up a puzzle.',
    difficulties: 'Reading alone, and beginning work that has no picture.',
    parentConcerns: 'Homework takes the whole evening. Will it be the same in Year 5?',
    mayLieBehind: 'Sight was last tested three years ago.',
    agreedOutcomes: 'Reads a page of a comic alone; starts written work within five minutes.',
    nextSteps: 'A sight test by the end of term (home). Reading each day with the same person (school).',
  },
  {
    strengths: 'Draws for hours, knows a great deal about buses, makes the class laugh.',
    difficulties: 'Finding words when in a hurry, and waiting for a turn to speak.',
    parentConcerns: 'Other children finish the sentences. That hurts.',
    mayLieBehind: null,
    agreedOutcomes: 'Tells one thing about the day in order; asks for time when it is needed.',
    nextSteps: 'Ten seconds to answer in every lesson. We meet again before the holidays.',
  },
] as const

/** The short note of an early discussion; with each of the parents in `givenTo` it is left on the day after (6.39). */
export async function tellEarlyDiscussion(
  actor: Actor,
  pupil: DemoPupil,
  {
    heldOn,
    givenOn,
    givenTo,
    leader,
    told = 0,
  }: { heldOn: IsoDate; givenOn: IsoDate; givenTo: readonly string[]; leader: string; told?: number },
): Promise<void> {
  const { id: pupilId, givenName, contacts } = pupil
  const said = SAID[told % SAID.length] ?? SAID[0]
  const parents = contacts.map(({ fullName }) => fullName)
  const form = {
    ...said,
    heldOn,
    attended: [...parents, leader, givenName].join(', ').replace(/, ([^,]*)$/, ' and $1'),
    adviceMentioned: true,
  }
  const { discussionId } = await must(writeDiscussion(actor, pupilId, form, on(heldOn)))
  if (givenTo.length === 0) return
  const given = givenTo.map((contactId) => ({ contactId, method: 'in-person' as const, on: givenOn }))
  await must(giveDiscussion(actor, { pupilId, discussionId }, { given }, on(givenOn)))
}
