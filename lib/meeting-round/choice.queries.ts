import 'server-only'
import { auditEach } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { LetterWords } from '@/lib/invitation/letter.words'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { parentsOf } from './candidates.reads'
import { choiceLetter } from './letter.words'
import { roundToArrange } from './reads'
import { choiceUrl } from './token'

export type ChoiceLetter = { id: string; letter: LetterWords }

/** The letters to print: for each parent without an email address who is asked to choose and whose child has no time yet. */
export function getChoiceLetters(
  actor: Actor,
  roundId: string,
  now: Date,
): Promise<{ name: string; letters: ChoiceLetter[] }> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const round = await roundToArrange(tx, actor, roundId)
    const open = round.pupils.filter(({ meetingId, isLocked }) => meetingId === null && !isLocked)
    const pupils = new Map(open.map((pupil) => [pupil.id, pupil]))
    const school = await tx.school.findUniqueOrThrow({
      where: { id: round.schoolId },
      select: { name: true, officePhone: true },
    })
    const ids = open.map(({ pupilId }) => pupilId)
    const parents = await parentsOf(tx, ids, { today, lastOn: round.lastOn })
    const rows = await tx.meetingRoundChoice.findMany({
      where: { roundId, contact: { email: null } },
      select: {
        ...{ id: true, roundPupilId: true, contactId: true },
        contact: { select: { title: true, fullName: true } },
      },
      orderBy: { id: 'asc' },
    })
    const letters = rows.flatMap(({ id, roundPupilId, contactId, contact }) => {
      const pupil = pupils.get(roundPupilId)
      // Somebody shut out since is not written to.
      const isAsked = pupil && parents.get(pupil.pupilId)?.some((parent) => parent.contactId === contactId)
      if (!pupil || !isAsked) return []
      const letter = choiceLetter({
        ...round,
        schoolName: school.name,
        officePhone: school.officePhone,
        parentName: [contact.title, contact.fullName].filter(Boolean).join(' '),
        givenName: pupil.givenName,
        leaderName: round.staff.find((person) => person.id === pupil.placedLeadId)?.name ?? 'a teacher',
        until: round.chooseUntil ?? round.lastOn,
        url: choiceUrl(id),
      })
      return [{ id, pupilId: pupil.pupilId, letter }]
    })
    const opened = letters.map(({ pupilId }) => ({
      action: 'pupil.opened' as const,
      subjectId: pupilId,
      pupilId,
      details: { page: 'meeting-rounds/letters' },
    }))
    await auditEach(tx, actor, opened, now)
    return { name: round.name, letters: letters.map(({ id, letter }) => ({ id, letter })) }
  })
}
