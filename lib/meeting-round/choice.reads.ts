import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { isEntitled, type FamilyTie } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import type { ChoiceFacts } from './letter.words'
import { type RoundPupilRow, type RoundRow, roundRow } from './reads'
import { choiceUrl } from './token'

/** One parent who is asked to choose a time, with the round and the pupil it is about. */
export type Choice = {
  readonly id: string
  readonly contactId: string
  readonly email: string | null
  readonly expiresAt: Date
  readonly round: RoundRow
  readonly pupil: RoundPupilRow
  readonly tie: FamilyTie | null
  readonly facts: ChoiceFacts
}

/** An asking as it is now; nothing where its pupil is no longer in the round. A fixed number of statements. */
export async function findChoice(tx: SchoolTx, actor: Actor, choiceId: string): Promise<Choice | null> {
  const row = await tx.meetingRoundChoice.findFirst({
    where: { id: choiceId },
    select: {
      ...{ id: true, roundId: true, roundPupilId: true, contactId: true, expiresAt: true },
      contact: { select: { title: true, fullName: true, email: true } },
    },
  })
  if (!row) return null
  const round = await roundRow(tx, actor, row.roundId)
  const pupil = round.pupils.find(({ id }) => id === row.roundPupilId)
  if (!pupil) return null
  const family = await familyOf(tx, pupil.pupilId)
  const school = await tx.school.findUniqueOrThrow({
    where: { id: round.schoolId },
    select: { name: true, officePhone: true },
  })
  const leader = round.staff.find(({ id }) => id === (pupil.placedLeadId ?? pupil.leadId))
  const { minutes, purpose, format, firstOn, lastOn } = round
  return {
    id: row.id,
    contactId: row.contactId,
    email: row.contact.email,
    expiresAt: row.expiresAt,
    round,
    pupil,
    tie: family.find(({ contactId }) => contactId === row.contactId) ?? null,
    facts: {
      ...{ minutes, purpose, format, firstOn, lastOn },
      schoolName: school.name,
      officePhone: school.officePhone,
      parentName: [row.contact.title, row.contact.fullName].filter(Boolean).join(' '),
      givenName: pupil.givenName,
      leaderName: leader?.name ?? 'a teacher',
      until: round.chooseUntil ?? round.lastOn,
      url: choiceUrl(row.id),
    },
  }
}

/** Whether an asking still asks: the round is published for choosing, its last day has not passed, and the parent is not shut out. */
export const isAsking = ({ round, tie, expiresAt }: Choice, now: Date, today: IsoDate): boolean =>
  round.state === 'published' &&
  round.way === 'choose' &&
  expiresAt > now &&
  tie !== null &&
  isEntitled(tie, today) &&
  isEntitled(tie, round.lastOn)
