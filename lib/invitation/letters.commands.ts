import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { MailToWrite, Writers } from '@/lib/mail/delivery.commands'
import type { Letter, Withheld } from '@/lib/mail/rules'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { calendarEntry } from './calendar-entry'
import { letterHtml, letterText, letterWords } from './letter.words'
import { writeChoiceLetter } from '@/lib/meeting-round/letters.commands'
import { writeRecordLetter } from '@/lib/record-copy/letters.commands'
import { findInvitation, type Invitation } from './reads'
import { isOpen } from './rules'
import { answerUrl, calendarHost } from './token'

/**
 * Makes a letter at the moment it is sent, from what is true then: a parent who has been shut out since gets none, and
 * neither does anyone about a meeting that is over or called off meanwhile.
 */
async function write(
  tx: SchoolTx,
  _actor: Actor,
  { kind, aboutId }: MailToWrite,
  now: Date,
): Promise<Letter | { readonly withheld: Withheld }> {
  const invitation = await findInvitation(tx, { id: aboutId }, now)
  if (!invitation) return { withheld: 'no-longer' }
  const { tie, facts, email } = invitation
  const today = schoolDay(now)
  if (!tie || !isEntitled(tie, today)) return { withheld: 'shut-out' }
  const isOff = kind === 'meeting-called-off'
  if (isOff ? invitation.status === 'booked' : !isOpen({ ...invitation, on: facts.on }, now, today))
    return { withheld: isEntitled(tie, facts.on) ? 'no-longer' : 'shut-out' }
  if (email === null) return { withheld: 'no-address' }
  if (kind === 'meeting-record' || kind === 'meeting-choice') return { withheld: 'no-longer' }
  const words = letterWords(kind, { ...facts, answerUrl: answerUrl(invitation.id) })
  return {
    to: email,
    subject: words.subject,
    text: letterText(words),
    html: letterHtml(words),
    calendar: entryOf(invitation, isOff, now),
  }
}

/** The meeting for the calendar of one parent; a meeting without a time has no place in one. */
export function entryOf(
  { id, sequence, facts }: Invitation,
  isCalledOff: boolean,
  now: Date,
): Letter['calendar'] {
  const { on, at, minutes, givenName, place, joinBy } = facts
  if (at === null) return null
  return calendarEntry({
    id,
    host: calendarHost(),
    sequence,
    isCalledOff,
    on,
    at,
    minutes,
    givenName,
    place,
    joinBy,
    now,
  })
}

/** Who makes which letter; a parent's copy of a record, and what a round asks, are made by their own nouns. */
export const invitationWriters: Writers = {
  'meeting-invitation': write,
  'meeting-moved': write,
  'meeting-called-off': write,
  'meeting-reminder': write,
  'meeting-record': writeRecordLetter,
  'meeting-choice': writeChoiceLetter,
}
