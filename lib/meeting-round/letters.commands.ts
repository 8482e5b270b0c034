import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { letterHtml, letterText } from '@/lib/invitation/letter.words'
import type { Writer } from '@/lib/mail/delivery.commands'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { findChoice, isAsking } from './choice.reads'
import { choiceLetter } from './letter.words'

/** Makes the letter that asks to choose a time when it is sent, from what is true then. */
export const writeChoiceLetter: Writer = async (tx, actor, { aboutId }, now) => {
  const choice = await findChoice(tx, actor, aboutId)
  const today = schoolDay(now)
  if (!choice) return { withheld: 'no-longer' }
  if (!choice.tie || !isEntitled(choice.tie, today) || !isEntitled(choice.tie, choice.round.lastOn))
    return { withheld: 'shut-out' }
  if (!isAsking(choice, now, today) || choice.pupil.meetingId !== null) return { withheld: 'no-longer' }
  if (choice.email === null) return { withheld: 'no-address' }
  const words = choiceLetter(choice.facts)
  return {
    to: choice.email,
    subject: words.subject,
    text: letterText(words),
    html: letterHtml(words),
    calendar: null,
  }
}
