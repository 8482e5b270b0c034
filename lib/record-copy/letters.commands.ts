import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { letterHtml, letterText } from '@/lib/invitation/letter.words'
import type { Writer } from '@/lib/mail/delivery.commands'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { recordLetterWords } from './letter.words'
import { findLinkedCopy } from './reads'
import { opensRecord } from './rules'
import { recordUrl } from './token'

/** Makes the letter with the link when it is sent: whoever has been shut out since gets none. */
export const writeRecordLetter: Writer = async (tx, _actor, { aboutId }, now) => {
  const copy = await findLinkedCopy(tx, aboutId)
  const today = schoolDay(now)
  if (!copy) return { withheld: 'no-longer' }
  if (!copy.tie || !isEntitled(copy.tie, today)) return { withheld: 'shut-out' }
  if (!opensRecord(copy, now, today)) return { withheld: 'no-longer' }
  if (copy.email === null) return { withheld: 'no-address' }
  const words = recordLetterWords({
    schoolName: copy.school.name,
    officePhone: copy.school.officePhone,
    parentName: copy.parentName,
    givenName: copy.givenName,
    on: copy.on,
    number: copy.number,
    url: recordUrl(copy.id),
  })
  return {
    to: copy.email,
    subject: words.subject,
    text: letterText(words),
    html: letterHtml(words),
    calendar: null,
  }
}
